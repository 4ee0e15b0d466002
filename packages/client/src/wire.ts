import type { OperationId } from '@mstr-rest/protocol';
import { createApi, type Api, type CallInit, type Received } from './api.js';
import { checkedTimeout, Deadline } from './deadline.js';
import { TimeoutError, type DeadlineOwner } from './errors/timeout-error.js';
import { WireError } from './errors/wire-error.js';
import { Exchange, overtaken, type Surroundings } from './exchange.js';
import type { Fetch } from './fetch.js';
import { lingering } from './leaving/unwanted-session.js';
import { factsOf, opensNewSession, opensSession, type OperationName } from './operations.js';
import type { CallOptions } from './options.js';
import { readAnswer, readFailure, type Answer } from './read-answer.js';
import type { SessionState } from './session-state.js';

const leaveTimeoutMs = 2_000;

/** What a wire is made from. */
export interface WireSettings extends Surroundings {
  /** Deadline of calls that set none, in milliseconds; 0 for none. */
  readonly timeoutMs: number;
  /** Project of calls that name none. */
  readonly projectId: string | undefined;
  /** Sends a request to somebody else than the server: without middleware. */
  readonly fetch: Fetch;
  /** Epoch of the session after which nothing is called any more; undefined for always. */
  readonly until?: number;
}

/** Asks for one operation, such as `(api, init) => api.GET('/status', init)`. */
export type Ask<Content> = (api: Api, init: CallInit) => Promise<Received<Content>>;

/** The road of every call: request, deadline, exchange, answer, and what the answer means for the session. */
export class Wire {
  readonly settings: WireSettings;
  readonly #api: Api;
  readonly #opening: Set<Promise<unknown>>;

  /** @param opening Logins under way, where it has them in common with another wire. */
  constructor(settings: WireSettings, opening = new Set<Promise<unknown>>()) {
    this.settings = settings;
    this.#api = createApi(settings.base);
    this.#opening = opening;
  }

  /**
   * Makes one call.
   *
   * @param ask Asks for the operation of this id.
   * @throws An error of this package, the signal's reason, or a TypeError for bad arguments.
   */
  async call<Content>(
    id: OperationId,
    options: CallOptions,
    ask: Ask<Content>,
    setBy: DeadlineOwner = options.timeoutMs === undefined ? 'client' : 'call',
  ): Promise<Answer<Content>> {
    return this.exchange(id, options, (exchange) => this.#make(id, exchange, ask), setBy);
  }

  /**
   * Does the work of one call, within its deadline.
   *
   * @throws As {@link call}.
   */
  async exchange<Result>(
    operation: OperationName,
    options: CallOptions,
    make: (exchange: Exchange) => Promise<Result>,
    setBy: DeadlineOwner = options.timeoutMs === undefined ? 'client' : 'call',
  ): Promise<Result> {
    const { settings } = this;
    if ((settings.until ?? settings.session.epoch) !== settings.session.epoch) throw overtaken(operation);
    const timeoutMs = checkedTimeout(options.timeoutMs ?? settings.timeoutMs);
    const projectId = options.projectId === undefined ? settings.projectId : options.projectId;
    const deadline = new Deadline(settings.clock, timeoutMs, options.signal);
    const { signal } = deadline;
    const requestSignal = opensNewSession(operation) ? lingering(signal, settings.clock) : signal;
    const endMs = timeoutMs === 0 ? Infinity : settings.clock.monotonic() + timeoutMs;
    const { repeatable } = options;
    const exchange = new Exchange({ operation, projectId, signal, requestSignal, endMs, repeatable }, settings);
    const kept = { operation, own: setBy === 'keeping', repeatable: () => exchange.isRepeatable };
    const work = settings.keeper?.around(kept, () => make(exchange)) ?? make(exchange);
    if (opensSession(operation)) this.#noteOpening(work);
    try {
      return await deadline.bound(work);
    } catch (thrown) {
      if (settings.keeper?.failedWith(thrown)) throw thrown;
      const timeout = () => (deadline.passed ? new TimeoutError(operation, timeoutMs, setBy) : undefined);
      throw exchange.failure(thrown, timeout);
    } finally {
      deadline.close();
    }
  }

  /** The same wire, as long as no logout is asked for. */
  untilLogout(): Wire {
    return new Wire({ ...this.settings, until: this.settings.session.epoch }, this.#opening);
  }

  /** A wire to the same server in another session, which nothing keeps. */
  apart(session: SessionState): Wire {
    return new Wire({ ...this.settings, session, keeper: undefined });
  }

  /** Waits for logins that are under way, `timeoutMs` milliseconds at most. Never rejects. */
  async opened(timeoutMs: number): Promise<void> {
    if (this.#opening.size === 0) return;
    const deadline = new Deadline(this.settings.clock, timeoutMs, undefined);
    await deadline.bound(Promise.allSettled(this.#opening)).catch(() => undefined);
    deadline.close();
  }

  /** Logs out of another session, within 2 seconds. Never rejects. */
  async #leave(session: SessionState): Promise<void> {
    const wire = this.apart(session);
    const options = { timeoutMs: leaveTimeoutMs };
    await wire
      .call('postLogout', options, (api, init) => api.POST('/auth/logout', init), 'close')
      .catch(() => undefined);
  }

  /** Until it is over, and not only until nobody waits any more: it may have to be logged out. */
  #noteOpening(work: Promise<unknown>): void {
    const over = work
      .catch(() => undefined)
      .then(() => {
        this.#opening.delete(over);
      });
    this.#opening.add(over);
  }

  async #make<Content>(id: OperationId, exchange: Exchange, ask: Ask<Content>): Promise<Answer<Content>> {
    const { keeper } = this.settings;
    const received = await this.#received(exchange, ask);
    const { answer } = exchange;
    if (!answer) throw new TypeError(`${id} was not sent`);
    try {
      if (!answer.ok) throw await readFailure(id, answer, received.error, exchange.reading);
      const success = readAnswer(id, answer, received.data, exchange.reading);
      if (id === 'postLogout' && exchange.endSession()) keeper?.ended('logout');
      if (opensSession(id)) keeper?.opened(id);
      return success;
    } catch (error) {
      if (saysSessionIsOver(id, error) && exchange.endSession())
        keeper?.ended(id === 'postLogout' ? 'logout' : 'server');
      throw error;
    }
  }

  async #received<Content>(exchange: Exchange, ask: Ask<Content>): Promise<Received<Content>> {
    try {
      return await ask(this.#api, exchange.init);
    } catch (thrown) {
      if (exchange.unwanted) await this.#leave(exchange.unwanted);
      throw thrown;
    }
  }
}

/** Only where a session is asked for: a server may answer the same for an identity token that is not valid. */
export function saysSessionIsOver(operation: OperationName, error: unknown): boolean {
  const { access } = factsOf(operation);
  const bySession = access === 'session' || access === 'token' || access === 'cookie';
  return bySession && error instanceof WireError && error.status === 401 && error.code === 'ERR009';
}
