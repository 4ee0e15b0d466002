/** Threads for what takes long about passwords, Argon2 above all, and the bounded queue before them. */
import { Worker } from 'node:worker_threads';
import { Problem } from '../../errors/problem.js';
import type { HashingWatch } from './hashing-watch.js';

/** What one computation costs. Source: RFC 9106 section 3.1. */
export interface HashingCost {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
}

export type HashingTask =
  | { readonly kind: 'hash'; readonly password: string }
  | { readonly kind: 'verify'; readonly password: string; readonly hash: string }
  | { readonly kind: 'find'; readonly words: readonly string[] };

/** `hash` is answered with the PHC string, `verify` with whether it matches, `find` with whether a word is a common password. */
export type HashingAnswer =
  { readonly kind: 'done'; readonly value: string | boolean } | { readonly kind: 'failed'; readonly message: string };

interface Job {
  readonly task: HashingTask;
  resolve(value: string | boolean): void;
  reject(error: Error): void;
  /** Where that is measured: since when it waits. */
  readonly queuedAt: number | undefined;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
}

export interface HashingThreadsOptions {
  readonly cost: HashingCost;
  /** How many threads there are at most. They start when they are first needed. */
  readonly threads: number;
  /** How many tasks may wait while all threads are busy. */
  readonly maxQueued: number;
  /** The script of a thread. */
  readonly workerFile: URL;
  /** How many requests of those who are logged in were served so far. While it grows, one of several threads rests. */
  readonly served?: (() => number) | undefined;
  readonly watch?: HashingWatch | undefined;
}

export class HashingThreads {
  readonly #options: HashingThreadsOptions;
  readonly #threads = new Set<Thread>();
  readonly #queue: Job[] = [];
  /** How many may compute at a time at present. */
  #limit: number;
  #servedBefore = 0;
  #closed = false;

  constructor(options: HashingThreadsOptions) {
    this.#options = options;
    this.#limit = options.threads;
    const state = () => ({ waiting: this.#queue.length, busy: this.#busy });
    options.watch?.metrics.watch(state);
  }

  /**
   * Computes, or waits for a free thread.
   * @throws Problem serviceUnavailable at once when too many are waiting or the threads are closed; the promise rejects
   * with it when the thread dies, and with an Error when Argon2 refuses the task
   */
  run(task: HashingTask): Promise<string | boolean> {
    if (this.#closed) throw unavailable('The server is stopping');
    const thread = this.#freeThread();
    const { watch, maxQueued } = this.#options;
    if (!thread && this.#queue.length >= maxQueued) {
      watch?.metrics.refused();
      throw unavailable('Too many logins are waiting');
    }
    return new Promise((resolve, reject) => {
      const job: Job = { task, resolve, reject, queuedAt: watch?.clock.monotonic() };
      if (thread) this.#give(thread, job);
      else this.#queue.push(job);
    });
  }

  /** Ends the threads. Whoever is waiting is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#queue.splice(0)) job.reject(unavailable('The server is stopping'));
    await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()));
  }

  get #busy(): number {
    return [...this.#threads].filter(({ job }) => job).length;
  }

  #freeThread(): Thread | undefined {
    if (this.#busy >= this.#limit) return undefined;
    for (const thread of this.#threads) if (!thread.job) return thread;
    return this.#start();
  }

  /** Asked whenever a computation has ended: whoever is logged in gets a core to himself while there are many logins. */
  #setLimit(): void {
    const { threads, served } = this.#options;
    const servedNow = served?.() ?? 0;
    this.#limit = servedNow === this.#servedBefore ? threads : Math.max(1, threads - 1);
    this.#servedBefore = servedNow;
  }

  #giveWaiting(): void {
    while (this.#queue.length > 0) {
      const thread = this.#freeThread();
      const job = thread && this.#queue.shift();
      if (!job) return;
      this.#give(thread, job);
    }
  }

  #start(): Thread {
    const { workerFile, cost } = this.#options;
    // Flags of this process, such as a loader, are not for the worker: it is plain JavaScript.
    const worker = new Worker(workerFile, { workerData: cost, execArgv: [] });
    const thread: Thread = { worker, job: undefined };
    let cause: unknown;
    worker.on('message', (answer: HashingAnswer) => {
      const { job } = thread;
      thread.job = undefined;
      // An idle thread does not keep the process alive.
      worker.unref();
      if (job) settle(job, answer);
      this.#setLimit();
      this.#giveWaiting();
    });
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', (code) => {
      this.#threads.delete(thread);
      cause ??= new Error(`A hashing thread ended with code ${code}`);
      thread.job?.reject(unavailable('The password could not be checked', cause));
      // Its successor takes one waiting job, so threads that cannot live at all use up the queue and no more.
      const next = this.#queue.shift();
      if (next) this.#give(this.#start(), next);
    });
    this.#threads.add(thread);
    return thread;
  }

  #give(thread: Thread, job: Job): void {
    const { watch } = this.#options;
    if (watch !== undefined && job.queuedAt !== undefined) watch.metrics.waited(watch.clock.monotonic() - job.queuedAt);
    thread.job = job;
    thread.worker.ref();
    thread.worker.postMessage(job.task);
  }
}

function settle(job: Job, answer: HashingAnswer): void {
  if (answer.kind === 'done') job.resolve(answer.value);
  else job.reject(new Error(`${job.task.kind === 'find' ? 'The list' : 'Argon2'} refused: ${answer.message}`));
}

function unavailable(message: string, cause?: unknown): Problem {
  return new Problem('serviceUnavailable', { message, headers: { 'retry-after': '1' }, cause });
}
