import type { Clock } from '../clock.js';
import { WireError } from '../errors/wire-error.js';
import { isIdempotent, mayPass, mayRepeat } from './may-repeat.js';
import { RetryBudget } from './retry-budget.js';
import { retryDelayMs, type RetrySettings } from './retry-options.js';

/** What one call lends to its attempts. */
export interface Attempted {
  readonly signal: AbortSignal;
  /** End of the call by the monotonic clock; Infinity for none. */
  readonly endMs: number;
  /** The caller's word on whether the request may be sent twice; undefined leaves it to the method. */
  readonly repeatable: boolean | undefined;
  /** Sends a request once. */
  once(request: Request): Promise<Response>;
  /** What the call would reject with, for an answer that is no success or what was thrown. Reads the answer. */
  failureOf(outcome: { readonly answer: Response } | { readonly thrown: unknown }): Promise<unknown>;
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

  /** @param again Makes the request anew; undefined where that cannot be, as with a stream that has been read. */
  async send(request: Request, again: (() => Request) | undefined, call: Attempted): Promise<Response> {
    const safe = call.repeatable ?? isIdempotent(request.method);
    for (let attempt = 1, next = request; ; attempt += 1) {
      let outcome: { readonly answer: Response } | { readonly thrown: unknown };
      try {
        const answer = await call.once(next);
        if (answer.ok) this.#budget.refill();
        if (answer.ok || !again || !safe || !mayPass(answer.status) || this.#isLast(attempt)) return answer;
        outcome = { answer };
      } catch (thrown) {
        if (!again || call.signal.aborted || this.#isLast(attempt)) throw thrown;
        outcome = { thrown };
      }
      const error = await call.failureOf('answer' in outcome ? { answer: outcome.answer.clone() } : outcome);
      const delayMs = mayRepeat(error, safe) ? this.#delayMs(attempt, error, call.endMs) : undefined;
      if (delayMs === undefined || !this.#budget.take()) {
        if ('answer' in outcome) return outcome.answer;
        throw outcome.thrown;
      }
      call.retrying(attempt, delayMs, error);
      await this.#pause(delayMs, call.signal);
      next = again();
    }
  }

  #isLast(attempt: number): boolean {
    return attempt >= this.#settings.attempts;
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
