import { commandEnvironment } from './environment.js';
import { runCommand } from './run-command.js';

const colours = ({ FORCE_COLOR, NO_COLOR }: NodeJS.ProcessEnv) => ({ FORCE_COLOR, NO_COLOR });
const node = (script: string) => [process.execPath, '-e', script];

describe('a command of the check', () => {
  it('passes with exit code 0', async () => {
    expect((await runCommand(node('process.exit(0)'))).failure).toBeUndefined();
  });

  it('fails with any other exit code', async () => {
    expect((await runCommand(node('process.exit(3)'))).failure).toBe('ended with exit code 3');
  });

  it('fails where it ends by a signal', async () => {
    expect((await runCommand(node('process.kill(process.pid, "SIGTERM")'))).failure).toBe('ended with SIGTERM');
  });

  it('fails where there is no such program', async () => {
    expect((await runCommand(['no-such-program'])).failure).toMatch(/^did not start: /);
  });

  it('is ended, with all that it started, where it hangs', async () => {
    const hanging = 'setInterval(() => {}, 1000)';
    const parent = `require('node:child_process').spawnSync(process.execPath, ['-e', '${hanging}'])`;
    const { failure, durationMs } = await runCommand(node(parent), 500);
    expect(failure).toBe('did not end within 0.5 s');
    expect(durationMs).toBeLessThan(5_000);
  });

  it('has nothing to read, so that it cannot wait for an answer', async () => {
    const { failure } = await runCommand(node('process.stdin.on("end", () => process.exit(0)).resume()'), 5_000);
    expect(failure).toBeUndefined();
  });
});

describe('the environment of a command', () => {
  it('has no colours in CI, in the words that Nx and the others understand', () => {
    const colourful = { CI: 'true', NO_COLOR: '1', FORCE_COLOR: '1' };
    expect(colours(commandEnvironment('nx', colourful))).toEqual({ FORCE_COLOR: '0' });
    expect(colours(commandEnvironment('knip', colourful))).toEqual({ NO_COLOR: '1' });
  });

  it('leaves colours as they are elsewhere', () => {
    expect(colours(commandEnvironment('nx', { FORCE_COLOR: '1' }))).toEqual({ FORCE_COLOR: '1' });
    expect(colours(commandEnvironment('nx', {}))).toEqual({});
  });

  it('finds the programs of this repository first', () => {
    expect(commandEnvironment('nx', { PATH: '/usr/bin' })['PATH']).toMatch(/node_modules\/\.bin:\/usr\/bin$/);
  });
});
