import type { Clock } from '../clock.js';
import { WireError } from '../errors/wire-error.js';
import { isIdempotent, mayPass, mayRepeat } from './may-repeat.js';
import type { Incoming, Outgoing } from './outgoing.js';
import { RetryBudget } from './retry-budget.js';
import { retryDelayMs, type RetrySettings } from './retry-options.js';

/** An answer that is no success, or what was thrown. */
export type Outcome = { readonly answer: Incoming } | { readonly thrown: unknown };

/** What one call lends to its attempts. */
export interface Attempted {
  readonly signal: AbortSignal;
  /** End of the call by the monotonic clock; Infinity for none. */
  readonly endMs: number;
  /** The caller's word on whether the request may be sent twice; undefined leaves it to the method. */
  readonly repeatable: boolean | undefined;
  /** Sends a request once. */
  once(request: Outgoing): Promise<Incoming>;
  /** What the call would reject with. Reads the answer. */
  failureOf(outcome: Outcome): Promise<unknown>;
  /** Shows that it goes on. */
  retrying(attempt: number, delayMs: number, error: unknown): void;
}

/** Sends the requests of one client, and again where that can help and does no harm (docs/decisions/0025). */
export class Attempts {
  readonly #settings: RetrySettings;
  readonly #clock: Clock;
  readonly #budget = new RetryBudget();

  constructor(settings: RetrySettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  async send(request: Outgoing, call: Attempted): Promise<Incoming> {
    const safe = call.repeatable ?? isIdempotent(request.method);
    for (let attempt = 1; ; attempt += 1) {
      let outcome: Outcome;
      try {
        const answer = await call.once(request);
        if (answer.ok) this.#budget.refill();
        if (answer.ok || !safe || !mayPass(answer.status) || this.#isLast(attempt, request)) return answer;
        outcome = { answer };
      } catch (thrown) {
        if (call.signal.aborted || this.#isLast(attempt, request)) throw thrown;
        outcome = { thrown };
      }
      const error = await call.failureOf(outcome);
      const delayMs = mayRepeat(error, safe) ? this.#delayMs(attempt, error, call.endMs) : undefined;
      if (delayMs === undefined || !this.#budget.take()) {
        if ('answer' in outcome) return outcome.answer;
        throw outcome.thrown;
      }
      call.retrying(attempt, delayMs, error);
      await this.#pause(delayMs, call.signal);
    }
  }

  /** A stream has been read after the first time. */
  #isLast(attempt: number, { body }: Outgoing): boolean {
    return attempt >= this.#settings.attempts || body instanceof ReadableStream;
  }

  /** @returns undefined where the call would be over before. */
  #delayMs(attempt: number, error: unknown, endMs: number): number | undefined {
    const asked = error instanceof WireError ? error.retryAfterSeconds : undefined;
    const delayMs = retryDelayMs(attempt, asked, this.#settings);
    return delayMs === undefined || this.#clock.monotonic() + delayMs >= endMs ? undefined : delayMs;
  }

  #pause(delayMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        cancel();
        reject(signal.reason as Error);
      };
      const cancel = this.#clock.after(delayMs, () => {
        signal.removeEventListener('abort', abort);
        resolve();
      });
      signal.addEventListener('abort', abort, { once: true });
    });
  }
}
