import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const bench = (...args: string[]) =>
  spawnSync(join(root, 'node_modules/.bin/tsx'), [join(root, 'tools/bench/main.ts'), ...args], { encoding: 'utf8' });

describe('npm run bench', () => {
  it('explains itself, and names its cases', () => {
    expect(bench('--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/login-argon2/), stderr: '' });
  });

  it('refuses what it does not know, without measuring anything', () => {
    expect(bench('--only', 'write')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/--help/) });
  });
});
