import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './environment.js';

const check = (...args: string[]) =>
  spawnSync(join(root, 'node_modules/.bin/tsx'), [join(root, 'tools/check/main.ts'), ...args], { encoding: 'utf8' });

describe('npm test', () => {
  it('explains itself', () => {
    expect(check('--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/--long/), stderr: '' });
  });

  it('refuses an option that it does not know, without running anything', () => {
    expect(check('--fast')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/--help/) });
  });
});
