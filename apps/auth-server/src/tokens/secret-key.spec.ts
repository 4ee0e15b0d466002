import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecretKey } from './secret-key.js';

describe('the key in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secret-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read without the line break at its end', () => {
    const key = 'k'.repeat(32);
    writeFileSync(join(folder, 'key'), `${key}\n`);
    expect(readSecretKey(join(folder, 'key'))).toBe(key);
  });

  it('must be there, and long enough: the message says how to make one, and does not show it', () => {
    writeFileSync(join(folder, 'key'), 'short\n');
    expect(() => readSecretKey(join(folder, 'key'))).toThrow(/^(?!.*short).*openssl rand/);
    expect(() => readSecretKey(join(folder, 'nowhere'))).toThrow('nowhere cannot be read');
  });
});
