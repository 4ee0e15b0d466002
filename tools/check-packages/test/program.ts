/** A program in a process of its own, with what it has written so far. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Command {
  readonly command: readonly string[];
  readonly cwd: string;
  /** On top of the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

export class Program {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #output = '';

  constructor({ command: [file = '', ...args], cwd, env = {} }: Command) {
    // A group of its own: npx and npm start the program that is meant, which has to end too.
    this.#child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
        this.#child.emit('written');
      });
    }
    this.#child.on('error', (error) => (this.#output += error.message));
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** Waits until it has written this. @throws Error with what it wrote instead, where it ends before. */
  async shows(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#output);
      if (found !== null) return found;
      if (this.#child.exitCode !== null) throw new Error(`ended without showing ${pattern}:\n${this.#output}`);
      await Promise.race([once(this.#child, 'written'), this.#ended]);
    }
  }

  /** @returns what it wrote. @throws Error with that where it fails */
  async succeeds(): Promise<string> {
    await this.#ended;
    const { exitCode, signalCode, spawnargs } = this.#child;
    if (exitCode === 0) return this.#output;
    throw new Error(`${spawnargs.join(' ')} ended with ${exitCode ?? signalCode}:\n${this.#output}`);
  }

  /** Asks the whole group to end, and waits. */
  async stop(): Promise<void> {
    const { pid, exitCode } = this.#child;
    if (pid === undefined || exitCode !== null) return;
    process.kill(-pid, 'SIGTERM');
    const patience = setTimeout(() => process.kill(-pid, 'SIGKILL'), 10_000);
    await this.#ended;
    clearTimeout(patience);
  }
}

/** Runs it to its end. @returns what it wrote. @throws Error with that where it fails */
export function run(command: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): Promise<string> {
  return new Program({ command, cwd, ...(env && { env }) }).succeeds();
}
