import type { Clock } from '../clock.js';
import type { OperationName } from '../operations.js';
import type { Emitter } from './client-events.js';
import type { SessionOptions } from './session-options.js';
import { SessionTimes, type Moment } from './session-times.js';

/** What a watch works with. */
export interface Watching {
  readonly clock: Clock;
  readonly options: SessionOptions;
  readonly events: Emitter;
  /** Asks for the session, for its `timeout`. */
  readonly learn: () => Promise<unknown>;
  readonly renew: () => Promise<unknown>;
}

const learnAfterMs = 15_000;
const mostLearning = 3;
const doubtAfterMs = 60_000;

/** Watches the idle timers of a session: has it renewed in time where that is wanted, and tells when it is about to end. */
export class SessionWatch {
  readonly #watching: Watching;
  readonly #times: SessionTimes;
  /** Has a call been made since the last renewal? */
  #active = false;
  #told: 'expiring' | 'expired' | undefined;
  #learnings = 0;
  #asking: Promise<unknown> | undefined;
  #cancelTick: (() => void) | undefined;

  constructor(watching: Watching) {
    this.#watching = watching;
    this.#times = new SessionTimes(watching.clock, watching.options.httpTimeoutMs);
  }

  get state(): 'active' | 'expiring' | 'expired' {
    const { leftMs, marginMs } = this.#times;
    return leftMs > marginMs ? 'active' : leftMs > 0 ? 'expiring' : 'expired';
  }

  /** Has the session ended, as far as can be told? Of one whose timer is not known, anything after a minute may be. */
  get isDoubtful(): boolean {
    return this.state === 'expired' || (!this.#times.known && this.#times.idleMs >= doubtAfterMs);
  }

  /** Asks the server whether it has, once for all who ask. Never rejects. */
  ask(): Promise<unknown> {
    const { learn, renew } = this.#watching;
    return (this.#asking ??= (this.#times.known ? renew() : learn())
      .catch(() => undefined)
      .finally(() => (this.#asking = undefined)));
  }

  now(): Moment {
    return this.#times.now();
  }

  /** A session begins for the client; `fresh` where it does so for the server. */
  begin(fresh: boolean): void {
    this.#active = false;
    this.#told = undefined;
    this.#learnings = 0;
    this.#times.begin(fresh);
    this.#schedule();
  }

  /**
   * A request of then has succeeded.
   *
   * @param own Was it made to keep the session, and not by the application?
   * @param timeout As {@link SessionTimes.used} takes it.
   */
  used(operation: OperationName, own: boolean, then: Moment, timeout: unknown): void {
    this.#times.used(operation, then, timeout);
    this.#told = undefined;
    if (operation === 'renewSession') this.#active = false;
    else if (!own) this.#active = true;
    if (this.#active && this.state !== 'active') this.#renew();
    this.#schedule();
  }

  /** There is nothing to watch any more. */
  stop(): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
  }

  /** Tells, once, that the session is over. */
  expire(knownBy: 'timer' | 'server'): void {
    if (this.#told === 'expired') return;
    this.#told = 'expired';
    const { ended, shorter } = this.#times;
    this.#watching.events.emit('expired', { layer: knownBy === 'timer' ? shorter : ended, knownBy });
  }

  #renew(): void {
    const { options, renew } = this.#watching;
    if (options.keep !== 'never') void renew().catch(() => undefined);
  }

  /** Does what is due. */
  readonly #tick = (): void => {
    this.#cancelTick = undefined;
    const { options, learn, events } = this.#watching;
    const { known, leftMs, marginMs, shorter } = this.#times;
    if (!known && this.#learnings < mostLearning) {
      this.#learnings += 1;
      void learn().catch(() => undefined);
    } else if (leftMs <= marginMs) {
      // After a whole further timeout without an answer it is over, whatever the server was busy with.
      if ((this.#active || options.keep === 'always') && leftMs > -5 * marginMs) this.#renew();
      else if (leftMs <= 0) return this.expire('timer');
      else if (this.#told === undefined) {
        this.#told = 'expiring';
        events.emit('expiring', { layer: shorter, endsInMs: leftMs });
      }
    }
    this.#schedule();
  };

  #schedule(): void {
    const { clock, options } = this.#watching;
    if (this.#cancelTick || options.keep === 'never') return;
    const { known, leftMs, marginMs } = this.#times;
    const earlyMs = leftMs - marginMs;
    // Often enough to notice in time that the machine was asleep, while the timer stood still.
    const waitMs =
      earlyMs > 0 ? Math.min(earlyMs, marginMs / 2) : Math.min(leftMs > 0 ? leftMs : Infinity, marginMs / 4);
    this.#cancelTick = clock.after(Math.ceil(Math.min(waitMs, known ? Infinity : learnAfterMs)), this.#tick, true);
  }
}
