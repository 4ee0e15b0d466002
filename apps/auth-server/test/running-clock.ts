import type { Clock } from '../src/index.js';

/** The time of this machine, and how far a test has put it forward: for tests with parties that have clocks of their own. */
export class RunningClock implements Clock {
  aheadMs = 0;
  #heldAt: number | undefined;

  now(): number {
    return (this.#heldAt ?? Date.now()) + this.aheadMs;
  }

  monotonic(): number {
    return this.now();
  }

  /** Lets time pass only as the test says. */
  hold(): void {
    this.#heldAt = Date.now();
  }

  /** Lets it pass again, still as far ahead. */
  release(): void {
    this.#heldAt = undefined;
  }
}
