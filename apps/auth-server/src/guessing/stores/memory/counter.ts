/** Failures that count against one name, one network, or one name from one network. */
import type { Outcome } from '../../failure-counts.js';
import type { Allowance, Delays } from '../../rules.js';

/** What a counter remembers. */
export interface CounterState {
  readonly failures: number;
  /** Up to when failures have been forgotten. */
  readonly forgottenUntil: number;
  readonly blockedUntil: number;
}

const nothing: CounterState = { failures: 0, forgottenUntil: 0, blockedUntil: 0 };

/** All times are milliseconds of `Clock.monotonic()`. */
export class Counter {
  readonly #allowance: Allowance;
  readonly #delays: Delays;
  #failures: number;
  #forgottenUntil: number;
  #blockedUntil: number;
  #pending = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(allowance: Allowance, delays: Delays, state = nothing) {
    this.#allowance = allowance;
    this.#delays = delays;
    this.#failures = state.failures;
    this.#forgottenUntil = state.forgottenUntil;
    this.#blockedUntil = state.blockedUntil;
  }

  /** Has it anything that another process would have to know? */
  get isRemembered(): boolean {
    return this.#failures > 0 || this.#blockedUntil > 0;
  }

  get state(): CounterState {
    return { failures: this.#failures, forgottenUntil: this.#forgottenUntil, blockedUntil: this.#blockedUntil };
  }

  /** Milliseconds until the next attempt is judged; 0: now. */
  waitMs(now: number): number {
    return Math.max(0, this.#blockedUntil - now);
  }

  /** Is there nothing to remember? */
  isIdle(now: number): boolean {
    this.#forget(now);
    return this.#failures === 0 && this.#pending === 0 && this.waitMs(now) === 0;
  }

  /**
   * Could the attempts that are being judged all fail, and one more, without any of them having been due to wait? So
   * however many arrive at once, no more guesses are judged than if they came one by one.
   */
  hasRoom(now: number): boolean {
    this.#forget(now);
    return this.#pending < Math.max(1, this.#allowance.freeFailures - this.#failures);
  }

  /** Resolves when one of the attempts that are being judged has ended. */
  turn(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** One more attempt is being judged, until it is settled. */
  take(): void {
    this.#pending += 1;
  }

  settle(outcome: Outcome, now: number): void {
    this.#pending -= 1;
    if (outcome === 'failed') this.#fail(now);
    if (outcome === 'succeeded') {
      this.#failures = 0;
      this.#blockedUntil = 0;
    }
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #fail(now: number): void {
    this.#forget(now);
    if (this.#failures === 0) this.#forgottenUntil = now;
    this.#failures += 1;
    const excess = this.#failures - this.#allowance.freeFailures;
    if (excess < 0) return;
    const { firstMs, maximumMs } = this.#delays;
    this.#blockedUntil = now + Math.min(firstMs * 2 ** excess, maximumMs);
  }

  #forget(now: number): void {
    const every = this.#allowance.forgetOneEveryMs;
    const count = Math.floor((now - this.#forgottenUntil) / every);
    if (count <= 0) return;
    this.#failures = Math.max(0, this.#failures - count);
    this.#forgottenUntil += count * every;
  }
}
