import {
  parseConnectionIds,
  parsePage,
  parsePathUserId,
  parseUserChanges,
  parseUserQuery,
} from './parse-administration.js';

const id = '7fc05a65473ce2fd845ce6a1d3f13233';
const changes = (...operationList: readonly object[]) => parseUserChanges({ operationList });

describe('the page of a list', () => {
  it.each([
    [{}, { offset: 0, limit: undefined }],
    [
      { offset: '', limit: '' },
      { offset: 0, limit: undefined },
    ],
    [
      { offset: '3', limit: '-1' },
      { offset: 3, limit: undefined },
    ],
    [
      { offset: '0', limit: '0' },
      { offset: 0, limit: 0 },
    ],
  ])('of %j is read', (query, value) => {
    expect(parsePage(query)).toEqual({ ok: true, value });
  });

  it.each([{ offset: '-1' }, { offset: '1e3' }, { limit: '-2' }, { limit: ['1', '2'] }, { limit: '2147483648' }])(
    'of %j is refused, and named',
    (query) => {
      const message = expect.stringContaining(Object.keys(query)[0] ?? '') as string;
      expect(parsePage(query)).toEqual({ ok: false, kind: 'inputInvalid', message });
    },
  );
});

describe('the query for users', () => {
  it('takes what is empty for absent, and ids in any case', () => {
    expect(parseUserQuery({ nameBegins: 'A*', abbreviationBegins: '', id, limit: '5' })).toEqual({
      ok: true,
      value: { offset: 0, limit: 5, nameBegins: 'A*', abbreviationBegins: undefined, id: id.toUpperCase() },
    });
  });

  it.each([{ nameBegins: ['a', 'b'] }, { abbreviationBegins: 'a'.repeat(251) }, { id: 'ann' }])(
    'refuses %j',
    (query) => {
      expect(parseUserQuery(query)).toMatchObject({ ok: false, kind: 'inputInvalid' });
    },
  );
});

describe('ids', () => {
  it('of a user are 32 hexadecimal digits', () => {
    expect(parsePathUserId(id)).toEqual({ ok: true, value: id.toUpperCase() });
    expect(parsePathUserId(`${id}0`)).toMatchObject({ ok: false, kind: 'inputInvalid' });
  });

  it('of sessions are kept once each, in their order', () => {
    expect(parseConnectionIds({ userConnectionIds: ['b', 'a', 'b'] })).toEqual({ ok: true, value: ['b', 'a'] });
    expect(parseConnectionIds(undefined)).toMatchObject({ ok: false, kind: 'inputMissing' });
    expect(parseConnectionIds({ userConnectionIds: [''] })).toMatchObject({ ok: false, kind: 'inputInvalid' });
  });
});

describe('the changes of a user', () => {
  it('are read by their paths, in whatever case the operations are written', () => {
    const parsed = changes(
      { op: 'REPLACE', path: '/name', value: 'Mira' },
      { op: 'add', path: '/enabled', value: 'False' },
      { op: 'remove', path: '/description' },
      { op: 'replace', path: '/password', value: ' blanks count ' },
      { op: 'replace', path: '/locked', value: false },
    );
    expect(parsed).toEqual({
      ok: true,
      value: { fullName: 'Mira', enabled: false, description: '', password: ' blanks count ', locked: false },
    });
  });

  it.each([
    ['an inherited name', { op: 'replace', path: 'constructor', value: 'x' }],
    ['an unknown path', { op: 'replace', path: '/username', value: 'x' }],
    ['a path below another', { op: 'replace', path: '/enabled/x', value: true }],
    ['a removed password', { op: 'remove', path: '/password' }],
    ['a locked account', { op: 'replace', path: '/locked', value: 'true' }],
    ['no value', { op: 'replace', path: '/enabled' }],
    ['a text for a flag', { op: 'replace', path: '/enabled', value: 'constructor' }],
    ['a flag for a text', { op: 'replace', path: '/fullName', value: true }],
    ['a name of blanks', { op: 'replace', path: '/fullName', value: '  ' }],
  ])('are refused for %s, and the path is named', (_title, operation) => {
    const parsed = changes(operation);
    expect(parsed).toMatchObject({ ok: false, kind: 'inputInvalid' });
    expect(parsed.ok ? '' : parsed.message).toContain(operation.path);
  });

  it('name no property twice, also not by two paths, and never repeat a value', () => {
    const parsed = changes(
      { op: 'replace', path: '/name', value: 'a' },
      { op: 'replace', path: '/fullName', value: 'b' },
    );
    expect(parsed).toMatchObject({ ok: false, message: 'operationList has the path /fullName twice' });
    const secret = changes({ op: 'replace', path: '/password', value: 'x'.repeat(1025) });
    expect(secret.ok ? '' : secret.message).not.toContain('xx');
  });
});
