/** The program as people start it: built, in a process of its own. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** A process of the program, with what it has written so far. */
export class Program {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly exit: Promise<number | null>;
  out = '';
  error = '';

  constructor(args: readonly string[], environment: Record<string, string> = {}, input = '') {
    this.process = spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.process.stdin.end(input);
    this.process.stdout.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.process.stderr.on('data', (chunk: Buffer) => (this.error += chunk.toString()));
    this.exit = new Promise((resolve) => this.process.once('close', resolve));
  }

  /** Waits until standard error shows this, and returns the match. */
  async shows(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.error);
      if (found !== null) return found;
      const ended = await Promise.race([
        this.exit.then(() => true),
        new Promise<false>((resolve) => this.process.stderr.once('data', () => resolve(false))),
      ]);
      if (ended && !pattern.test(this.error)) throw new Error(`ended without showing ${pattern}: ${this.error}`);
    }
  }

  async stop(): Promise<number | null> {
    this.process.kill('SIGTERM');
    return this.exit;
  }
}
