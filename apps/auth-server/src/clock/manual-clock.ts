import type { Clock } from './clock.js';

/** A clock that stands until it is moved: for tests, and for embedders that rehearse timeouts. */
export class ManualClock implements Clock {
  #now: number;
  #monotonic: number;

  /** @param startMs milliseconds since the epoch at which both hands start */
  constructor(startMs = Date.UTC(2026, 0, 1)) {
    this.#now = startMs;
    this.#monotonic = startMs;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  /** Time passes: both hands move. */
  advance(ms: number): void {
    this.#now += ms;
    this.#monotonic += ms;
  }

  /** Somebody sets the machine's clock (`ms` may be negative): only the visible hand moves. */
  step(ms: number): void {
    this.#now += ms;
  }
}
