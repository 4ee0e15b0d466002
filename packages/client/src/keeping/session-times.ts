import type { Clock } from '../clock.js';
import type { OperationName } from '../operations.js';
import type { EndedLayer } from './client-events.js';

/** Both kinds of time: one may stand still while the machine sleeps, and the other may be set. */
export interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

/** Of these it is documented that they start both idle timers again (docs/protocol section 5.8). */
const extending: ReadonlySet<OperationName> = new Set(['renewSession', 'getSession', 'getProjectSession']);

const longestMarginMs = 120_000;

/** What a client knows of the idle timers of its session, on the careful side. Source: docs/protocol sections 5.2 and 5.8. */
export class SessionTimes {
  readonly #clock: Clock;
  readonly #httpMs: number;
  #engineMs = Infinity;
  #fresh = true;
  #extended: Moment;
  #called: Moment;

  constructor(clock: Clock, httpMs = Infinity) {
    this.#clock = clock;
    this.#httpMs = httpMs;
    this.#extended = this.#called = this.now();
  }

  now(): Moment {
    return { monotonic: this.#clock.monotonic(), wall: this.#clock.now() };
  }

  /** A session begins for the client; `fresh` where it does so for the server. */
  begin(fresh: boolean): void {
    this.#extended = this.#called = this.now();
    this.#fresh = fresh;
  }

  /**
   * A request of then has succeeded.
   *
   * @param timeout Of an answer of `GET /sessions`, in seconds; anything but a number above 0 says nothing.
   */
  used(operation: OperationName, then: Moment, timeout: unknown): void {
    this.#called = then;
    if (!extending.has(operation)) return;
    this.#extended = then;
    this.#fresh = true;
    if (typeof timeout === 'number' && timeout > 0) this.#engineMs = timeout * 1000;
  }

  /** Are the timer of the Intelligence Server, and when it started, known? */
  get known(): boolean {
    return this.#fresh && this.#engineMs < Infinity;
  }

  /** Milliseconds to the end, should nothing be sent any more; below 0 when it is past. */
  get leftMs(): number {
    return Math.min(this.#engineMs - this.#since(this.#extended), this.#httpMs - this.#since(this.#called));
  }

  /** Milliseconds since the last request that has succeeded. */
  get idleMs(): number {
    return this.#since(this.#called);
  }

  /** How many milliseconds before the end it is time to renew. */
  get marginMs(): number {
    return Math.min(Math.min(this.#engineMs, this.#httpMs) / 5, longestMarginMs);
  }

  /** The layer whose timer is the first to run out. */
  get shorter(): EndedLayer {
    const first = this.#httpMs - this.#since(this.#called) < this.#engineMs - this.#since(this.#extended);
    return first ? 'http' : 'engine';
  }

  /** The layer that has probably ended, of a session that is over. */
  get ended(): EndedLayer {
    if (this.idleMs >= Math.min(this.#httpMs, this.#engineMs)) return this.#httpMs < this.#engineMs ? 'http' : 'engine';
    return this.#since(this.#extended) >= this.#engineMs ? 'engine' : 'unknown';
  }

  #since({ monotonic, wall }: Moment): number {
    const now = this.now();
    return Math.max(now.monotonic - monotonic, now.wall - wall);
  }
}
