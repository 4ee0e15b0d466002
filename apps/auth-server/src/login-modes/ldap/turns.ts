import { Problem } from '../../errors/problem.js';

/** So many may do something at once; others wait for their turn. */
export class Turns {
  readonly #atOnce: number;
  readonly #maximumWaiting: number;
  readonly #waiting = new Set<() => void>();
  #taken = 0;

  constructor(atOnce: number, maximumWaiting: number) {
    this.#atOnce = atOnce;
    this.#maximumWaiting = maximumWaiting;
  }

  /** @throws Problem serviceUnavailable where too many wait, or this one has waited too long; and what the work throws */
  async take<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    while (this.#taken >= this.#atOnce) {
      if (this.#waiting.size >= this.#maximumWaiting) throw busy('too many logins wait for the directory');
      await this.#woken(signal);
    }
    this.#taken += 1;
    try {
      return await work();
    } finally {
      this.#taken -= 1;
      const [next] = this.#waiting;
      next?.();
    }
  }

  #woken(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: () => void) => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', late);
        outcome();
      };
      const wake = () => settle(resolve);
      const late = () => settle(() => reject(busy('no connection to the directory became free in time')));
      if (signal.aborted) return late();
      this.#waiting.add(wake);
      signal.addEventListener('abort', late, { once: true });
    });
  }
}

function busy(reason: string): Problem {
  return new Problem('serviceUnavailable', { headers: { 'retry-after': '1' }, cause: new Error(reason) });
}
