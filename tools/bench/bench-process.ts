/** A process that the benchmark starts, asks and stops. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileOf, type Program } from './bundle.js';
import type { Questions, Reply } from './processes/questions.js';

export interface Circumstances {
  readonly args?: readonly string[];
  /** The core that it is pinned to; by default it may run on all. */
  readonly core?: number | undefined;
  /** File descriptor that its standard output goes to. */
  readonly log: number;
}

export class BenchProcess {
  readonly #program: Program;
  readonly #child: ChildProcess;

  private constructor(program: Program, child: ChildProcess) {
    this.#program = program;
    this.#child = child;
  }

  /** @returns the process, and the URL where it listens, when it does @throws Error where it ends before */
  static async start(program: Program, { args = [], core, log }: Circumstances) {
    const node = [process.execPath, fileOf(program), ...args];
    const [command = '', ...rest] = core === undefined ? node : ['taskset', '-c', String(core), ...node];
    const child = spawn(command, rest, { stdio: ['ignore', log, 'inherit', 'ipc'] });
    const started = new BenchProcess(program, child);
    const reply = await started.#next();
    return { process: started, url: 'ready' in reply ? reply.ready : '' };
  }

  /** One question at a time. @throws Error where the process cannot answer or ends */
  async ask<Kind extends keyof Questions>(
    kind: Kind,
    input: Questions[Kind]['input'],
  ): Promise<Questions[Kind]['answer']> {
    const next = this.#next();
    this.#child.send({ kind, input });
    const reply = await next;
    // A process answers a kind with what Questions says.
    if ('answer' in reply) return reply.answer as Questions[Kind]['answer'];
    throw new Error(`${this.#program}: ${'error' in reply ? reply.error : 'is ready again'}`);
  }

  /** Ends it at once, as a crash does. */
  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  /** It ends when we let go of it. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    if (this.#child.connected) this.#child.disconnect();
    const deadline = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(deadline);
  }

  async #next(): Promise<Reply> {
    const waiting = new AbortController();
    const { signal } = waiting;
    const ended = once(this.#child, 'exit', { signal }).then(([code]) => {
      throw new Error(`${this.#program} ended with ${code}`);
    });
    try {
      const [reply] = (await Promise.race([once(this.#child, 'message', { signal }), ended])) as [Reply]; // questions.ts
      return reply;
    } finally {
      waiting.abort();
      ended.catch(() => undefined); // the waiting that was just given up
    }
  }
}
