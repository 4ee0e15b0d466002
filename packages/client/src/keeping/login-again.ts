import type { Clock } from '../clock.js';
import { BrowserLoginError } from '../errors/browser-login-error.js';
import { WireError } from '../errors/wire-error.js';

const shortestPauseMs = 1_000;

/** The login that a client does by itself: one for all calls that wait for it, and none again that was refused. */
export class LoginAgain {
  readonly #logIn: () => Promise<unknown>;
  readonly #clock: Clock;
  /** Is it wanted? Not after a logout, nor once it was refused, until the application logs in. */
  wanted = true;
  /** What the last one failed with. */
  failure: unknown;
  #underWay: Promise<void> | undefined;
  #pausedUntilMs = -Infinity;

  constructor(logIn: () => Promise<unknown>, clock: Clock) {
    this.#logIn = logIn;
    this.#clock = clock;
  }

  /** The application has logged in. */
  allow(): void {
    this.wanted = true;
    this.#pausedUntilMs = -Infinity;
  }

  /** @throws what the login throws; soon after a failure the same again, so that a server in trouble is left alone. */
  run(): Promise<void> {
    return (this.#underWay ??= this.#run().finally(() => (this.#underWay = undefined)));
  }

  async #run(): Promise<void> {
    if (this.#clock.monotonic() < this.#pausedUntilMs) throw this.failure;
    try {
      await this.#logIn();
    } catch (error) {
      this.failure = error;
      const { retry, retryAfterSeconds = 0 } = error instanceof WireError ? error : {};
      if (error instanceof BrowserLoginError || (retry && retry !== 'after-wait')) this.wanted = false;
      this.#pausedUntilMs = this.#clock.monotonic() + Math.max(shortestPauseMs, retryAfterSeconds * 1000);
      throw error;
    }
  }
}
