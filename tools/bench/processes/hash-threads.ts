/** Worker threads that verify Argon2, and the queue before them. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { HashTask } from './hash-thread.js';

interface Job {
  readonly task: HashTask;
  done(value: number | boolean): void;
}

export class HashThreads {
  readonly #idle: ((job: Job) => void)[] = [];
  readonly #waiting: Job[] = [];

  /** By default one a core. */
  constructor(private readonly count = availableParallelism()) {
    for (let thread = 0; thread < this.count; thread += 1) this.#start();
  }

  async verify(hash: string, password: string): Promise<boolean> {
    return (await this.#run({ kind: 'verify', hash, password })) === true;
  }

  /** @returns how many hashes all threads computed together */
  async computeFor(hash: string, password: string, durationMs: number): Promise<number> {
    const task: HashTask = { kind: 'loop', hash, password, durationMs };
    const counts = await Promise.all(Array.from({ length: this.count }, () => this.#run(task)));
    return counts.reduce<number>((sum, count) => sum + Number(count), 0);
  }

  #run(task: HashTask): Promise<number | boolean> {
    return new Promise((done) => {
      const give = this.#idle.pop();
      if (give === undefined) this.#waiting.push({ task, done });
      else give({ task, done });
    });
  }

  #start(): void {
    const worker = new Worker(new URL('./hash-thread.js', import.meta.url), { execArgv: [] });
    let current: Job | undefined;
    const give = (job: Job) => {
      current = job;
      worker.postMessage(job.task);
    };
    worker.on('message', (value: number | boolean) => {
      current?.done(value);
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(give);
      else give(next);
    });
    worker.on('error', (error) => {
      throw error;
    });
    this.#idle.push(give);
  }
}
