/** The command as it is published, run as a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackages } from './built-packages.js';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export interface BuiltCommand {
  /** A folder from which the packages can be imported by their names. */
  readonly folder: string;
  /** Runs it to its end. */
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ran>;
  /** The same, while the test can interrupt it, as Ctrl-C does. */
  start(args: readonly string[], environment?: Readonly<Record<string, string>>): Started;
  remove(): void;
}

export interface Started {
  readonly ended: Promise<Ran>;
  interrupt(): void;
  /** Resolves when this has been written to standard error. */
  says(text: string): Promise<void>;
}

export function builtCommand(): BuiltCommand {
  const folder = buildPackages();
  const main = join(folder, 'node_modules/@mstr-rest/conformance/dist/command/main.js');
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('MSTR_'));
  const start: BuiltCommand['start'] = (args, environment = {}) => {
    const env = { ...Object.fromEntries(inherited), ...environment };
    const child = spawn(process.execPath, [main, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    const ended = once(child, 'close').then(([code]): Ran => ({ code: code as number | null, out, error }));
    const says = async (text: string) => {
      while (!error.includes(text)) await once(child.stderr, 'data');
    };
    return { ended, says, interrupt: () => void child.kill('SIGINT') };
  };
  return {
    folder,
    start,
    run: (args, environment) => start(args, environment).ended,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
