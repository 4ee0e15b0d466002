import type { Clock } from '../src/index.js';

/** The time of this machine, and how far a test has put it forward: for tests with parties that have clocks of their own. */
export class RunningClock implements Clock {
  aheadMs = 0;

  now(): number {
    return Date.now() + this.aheadMs;
  }

  monotonic(): number {
    return this.now();
  }
}
