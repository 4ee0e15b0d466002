import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountsIn } from './accounts.js';
import { readTargetFile } from './target-file.js';

describe('what is known of a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'target-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    const file = join(folder, 'target.yaml');
    writeFileSync(file, text);
    return readTargetFile(file);
  };

  it('may stand in a file of YAML or JSON', () => {
    expect(read('privilege: { id: "316" }\nsettings:\n  session.timeoutSeconds: 1200\n  profile: vendor\n')).toEqual({
      privilege: { id: '316' },
      settings: { 'session.timeoutSeconds': 1200, profile: 'vendor' },
    });
    expect(read('{"settings": {"auth.modes.available": [1, 16]}}')).toEqual({
      settings: { 'auth.modes.available': [1, 16] },
    });
    expect(read('')).toEqual({});
  });

  it.each([
    ['settings: { session.timeout: 1 }', 'settings: there is no key session.timeout'],
    ['settings: { session.timeoutSeconds: long }', 'settings.session.timeoutSeconds: '],
    ['settings: { profile: other }', 'settings.profile: '],
    ['project: { id: 12, name: Sales }', 'project.id: '],
    ['a: [', 'is not valid YAML'],
    ['- a', 'the file: '],
  ])('is refused with the key that is wrong: %s', (text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });

  it('holds no password: it says where that belongs, and does not repeat it', () => {
    const text = 'accounts: { user: { username: ann, password: s3cret-of-ann } }';
    expect(() => read(text)).toThrow('accounts are in the environment, as MSTR_USERNAME and MSTR_PASSWORD');
    expect(() => read(text)).not.toThrow('s3cret');
  });

  it('names the file that cannot be read', () => {
    expect(() => readTargetFile('/no/such/file')).toThrow('The file /no/such/file cannot be read (ENOENT).');
  });
});

describe('accounts', () => {
  it('come from pairs of variables', () => {
    const environment = {
      MSTR_USERNAME: 'ann',
      MSTR_PASSWORD: '',
      MSTR_MUST_CHANGE_USERNAME: 'nora',
      MSTR_MUST_CHANGE_PASSWORD: 'first',
      MSTR_OPERATOR_USERNAME: 'olga',
      MSTR_OPERATOR_PASSWORD: 'basic',
    };
    expect(accountsIn(environment)).toEqual({
      accounts: { user: { username: 'ann', password: '' }, mustChange: { username: 'nora', password: 'first' } },
      operator: { username: 'olga', password: 'basic' },
    });
  });

  it('are refused where half of one is missing', () => {
    expect(() => accountsIn({})).toThrow('Set MSTR_USERNAME and MSTR_PASSWORD');
    expect(() => accountsIn({ MSTR_PASSWORD: 'x' })).toThrow('MSTR_PASSWORD is set, and MSTR_USERNAME is not.');
  });
});
