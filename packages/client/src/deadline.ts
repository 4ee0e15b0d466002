import type { Clock } from './clock.js';

/** The longest wait of a timer; a longer one would fire at once. */
const longestTimeoutMs = 2_147_483_647;

/** Returns the deadline, in milliseconds, if it is one. @throws {TypeError} unless it is 0 or a wait that a timer can do. */
export function checkedTimeout(timeoutMs: number): number {
  if (timeoutMs >= 0 && timeoutMs <= longestTimeoutMs) return timeoutMs;
  throw new TypeError(`timeoutMs must be a number of milliseconds from 0 to ${longestTimeoutMs}`);
}

/** The end of one call, by its deadline or by the caller's signal, whichever is first. */
export class Deadline {
  readonly #abort = new AbortController();
  readonly #release: () => void;
  readonly #cancel: (() => void) | undefined;
  #passed = false;

  /** @param timeoutMs From now; 0 for no deadline. */
  constructor(clock: Clock, timeoutMs: number, outer: AbortSignal | undefined) {
    const abort = (): void => this.#abort.abort(outer?.reason);
    // Not AbortSignal.any: it would have to be collected before a signal that many calls share lets go of them.
    outer?.addEventListener('abort', abort, { once: true });
    if (outer?.aborted) abort();
    this.#cancel =
      timeoutMs === 0
        ? undefined
        : clock.after(timeoutMs, () => {
            this.#passed = !this.signal.aborted;
            this.#abort.abort();
          });
    this.#release = () => outer?.removeEventListener('abort', abort);
  }

  /** Aborted when the call has to end; its reason is the caller's, if it was the caller's signal. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Was it the deadline, and not the caller, that ended the call? */
  get passed(): boolean {
    return this.#passed;
  }

  /** Settles as the work does, or rejects at the end of the call even if the work pays no attention to the signal. */
  async bound<Result>(work: Promise<Result>): Promise<Result> {
    const { signal } = this;
    const ended = new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason as Error);
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    return Promise.race([work, ended]);
  }

  /** What was waited for is there: the timer stops, and the outer signal goes on to count. */
  reached(): void {
    this.#cancel?.();
  }

  /** Lets go of the timer and of the caller's signal. */
  close(): void {
    this.#cancel?.();
    this.#release();
  }
}
