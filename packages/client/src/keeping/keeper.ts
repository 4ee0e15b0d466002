import type { SessionState as StateName } from '@mstr-rest/protocol';
import type { Clock } from '../clock.js';
import { hasCode } from '../errors/guards.js';
import { WireError } from '../errors/wire-error.js';
import { factsOf, opensSession, type OperationName } from '../operations.js';
import type { SessionState } from '../session-state.js';
import { Emitter } from './client-events.js';
import { LoginAgain } from './login-again.js';
import type { SessionOptions } from './session-options.js';
import type { Moment } from './session-times.js';
import { SessionWatch } from './session-watch.js';

/** What a keeper works with. Its own calls come back to it by {@link Keeper.around}, as `own`. */
export interface Keeping {
  readonly session: SessionState;
  readonly clock: Clock;
  readonly options: SessionOptions;
  readonly learn: () => Promise<unknown>;
  readonly renew: () => Promise<unknown>;
  readonly logIn: (() => Promise<unknown>) | undefined;
}

/** One call, as a keeper sees it. */
export interface KeptCall {
  readonly operation: OperationName;
  /** Is it a call of the keeper itself? */
  readonly own: boolean;
  /** May the call be made twice? Only asked of one that has been made. */
  readonly repeatable: () => boolean;
}

/** Keeps the session of a client alive, opens it anew where that is wanted, and knows its state (docs/decisions/0024). */
export class Keeper {
  readonly events = new Emitter();
  /** Are others to go on with the session when this client is closed? */
  lent = false;
  /** Is it shared with whoever made the identity token? */
  delegated = false;
  readonly #session: SessionState;
  readonly #watch: SessionWatch;
  readonly #login: LoginAgain | undefined;
  #openings = 0;
  #leavings = 0;
  /** The renewal that is under way, and of which session. */
  #renewal: { readonly token: string | undefined; readonly done: Promise<unknown> } | undefined;
  /** Did the last session end without a logout? */
  #lost = false;
  /** Has a session that was opened by ourselves been of no use yet? */
  #unproven = false;

  constructor({ session, clock, options, learn, renew, logIn }: Keeping) {
    this.#session = session;
    this.#watch = new SessionWatch({ clock, options, events: this.events, learn, renew });
    const logInOnce = async (): Promise<void> => {
      await logIn?.();
      this.#unproven = true;
      if (session.token === undefined) throw new TypeError('session.logIn has returned without logging in');
    };
    this.#login = logIn && new LoginAgain(logInOnce, clock);
  }

  get state(): StateName {
    if (this.#session.token === undefined) {
      return this.#openings > 0 ? 'loggingIn' : this.#lost ? 'expired' : 'loggedOut';
    }
    if (this.#leavings > 0) return 'loggingOut';
    const { state } = this.#watch;
    return this.#renewal && state !== 'active' ? 'renewing' : state;
  }

  /** Did the login that a call waited for fail with this? */
  failedWith(error: unknown): boolean {
    return this.#login !== undefined && this.#login.failure === error;
  }

  /** Makes a call: logs in before it where there is no session, and after it where that has ended, to make it once more. */
  async around<Result>(call: KeptCall, attempt: () => Promise<Result>): Promise<Result> {
    const { operation, own } = call;
    if (opensSession(operation)) {
      this.#openings += 1;
      return attempt().finally(() => (this.#openings -= 1));
    }
    if (operation === 'postLogout') {
      this.leave();
      this.#leavings += 1;
      return attempt().finally(() => (this.#leavings -= 1));
    }
    if (factsOf(operation).access !== 'session') return attempt();
    const once = () => this.#once(call, attempt);
    return own || !this.#login ? once() : this.#guarded(call, once, this.#login);
  }

  /** A session was opened or taken over; without an operation from where it was saved. */
  opened(operation?: OperationName): void {
    this.#login?.allow();
    this.#lost = this.#unproven = this.lent = false;
    this.delegated = operation === 'postDelegate';
    // Of a session that is taken over nobody knows how long it has been idle.
    this.#watch.begin(operation !== undefined && operation !== 'getAuthToken');
    this.events.emit('loggedIn', { operation });
  }

  /** The session of the client has ended. */
  ended(by: 'server' | 'logout' | 'close'): void {
    this.#watch.stop();
    this.#lost = by === 'server';
    if (by !== 'server') return this.events.emit('loggedOut', { by });
    // What is over before it was of use once would be so again and again.
    if (this.#unproven && this.#login) this.#login.wanted = false;
    this.#watch.expire(by);
  }

  /** From now on nobody wants a session that a login under way may still open, nor a new one. */
  leave(): void {
    this.#session.leave();
    this.#lost = false;
    if (this.#login) this.#login.wanted = false;
  }

  async #guarded<Result>(call: KeptCall, once: () => Promise<Result>, login: LoginAgain): Promise<Result> {
    const session = this.#session;
    if (login.wanted && (session.token === undefined || this.#watch.isDoubtful)) {
      if (session.token !== undefined) await this.#watch.ask();
      if (session.token === undefined && login.wanted) await login.run();
    }
    const { token } = session;
    try {
      return await once();
    } catch (error) {
      const isOver = hasCode(error, 'ERR009') && session.token !== token;
      if (!isOver || !call.repeatable()) throw error;
      // Another call may have heard of the end before, and logged in.
      if (session.token === undefined && login.wanted) await login.run();
      if (session.token === undefined) throw error;
      this.events.emit('retrying', { operation: call.operation, attempt: 1, delayMs: 0, error });
      return once();
    }
  }

  async #once<Result>({ operation, own }: KeptCall, attempt: () => Promise<Result>): Promise<Result> {
    const { token } = this.#session;
    const renews = operation === 'renewSession';
    const other = this.#renewal;
    if (renews && other && other.token === token) {
      try {
        return (await other.done) as Result; // of the same operation
      } catch (error) {
        // Of the caller who was first, the signal and the deadline are not those of the others.
        if (error instanceof WireError) throw error;
      }
    }
    const then = this.#watch.now();
    const done = attempt();
    if (renews) this.#renewal = { token, done };
    try {
      const answer = await done;
      if (token !== undefined && token === this.#session.token) this.#used(operation, own, then, answer);
      return answer;
    } finally {
      if (this.#renewal?.done === done) this.#renewal = undefined;
    }
  }

  #used(operation: OperationName, own: boolean, then: Moment, answer: unknown): void {
    const { body } = Object(answer) as { readonly body?: unknown }; // any object
    const { timeout } = Object(body) as { readonly timeout?: unknown }; // any object
    this.#unproven = false;
    this.#watch.used(operation, own, then, timeout);
    if (operation === 'renewSession') this.events.emit('renewed', {});
  }
}
