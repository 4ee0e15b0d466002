import type { Clock } from '@mstr-rest/auth-server/testing';

/** The time of this machine, which can be put forward. */
export class ObserverClock implements Clock {
  #aheadMs = 0;

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  monotonic(): number {
    return performance.timeOrigin + performance.now() + this.#aheadMs;
  }

  /** Lets so many milliseconds pass at once. */
  advance(ms: number): void {
    this.#aheadMs += ms;
  }
}
