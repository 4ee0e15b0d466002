/** Runs a command of this repository for a test. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd: string;
  readonly stdin: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * @param file below the root of the repository: a script, or one in `node_modules/.bin`
 * @param environment laid over ours, from which all that Nx says to its tasks is taken out
 */
export function run(
  file: string,
  args: readonly string[],
  { stdin = '', environment = {}, cwd = root }: Partial<Circumstances> = {},
): Answer {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'));
  const env = { ...Object.fromEntries(inherited), NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1', ...environment };
  const options = { cwd, env, input: stdin, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, file), ...args], options);
  return { code: status, stdout, stderr };
}
