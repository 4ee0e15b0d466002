import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirectory } from './data-directory.js';

describe('the data directory', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'data-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made with a format version, and opens again', () => {
    const path = join(folder, 'new', 'deep');
    DataDirectory.open(path);
    expect(readFileSync(join(path, 'FORMAT'), 'utf8')).toBe('1\n');
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(DataDirectory.usersFileIn(DataDirectory.open(path).path)).toBe(join(path, 'users.sqlite'));
  });

  it('is refused when it holds files of somebody else, which stay as they are', () => {
    writeFileSync(join(folder, 'thesis.tex'), 'years of work');
    expect(() => DataDirectory.open(folder)).toThrow('holds files that are not ours');
    expect(readFileSync(join(folder, 'thesis.tex'), 'utf8')).toBe('years of work');
  });

  it('is refused when a newer version has written it', () => {
    writeFileSync(join(folder, 'FORMAT'), '2\n');
    expect(() => DataDirectory.open(folder)).toThrow('has format 2, but this version knows only 1');
  });

  it('is refused when its format version cannot be read', () => {
    writeFileSync(join(folder, 'FORMAT'), 'x');
    expect(() => DataDirectory.open(folder)).toThrow('does not hold a format version');
  });

  it('makes the key of identity tokens once and keeps it, readable by its owner only', () => {
    const secret = DataDirectory.open(folder).identityTokenSecret();
    expect(Buffer.from(secret, 'base64')).toHaveLength(66);
    expect(DataDirectory.open(folder).identityTokenSecret()).toBe(secret);
    expect(statSync(join(folder, 'identity-token.key')).mode & 0o077).toBe(0);
  });

  it('refuses a key that has been damaged', () => {
    const data = DataDirectory.open(folder);
    writeFileSync(join(folder, 'identity-token.key'), 'short');
    expect(() => data.identityTokenSecret()).toThrow('holds no usable key');
  });
});
