import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/clock.js';
import type { EngineSession, SessionCaps } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import type { SessionMetrics } from '../metrics/session-metrics.js';
import type { StoreMetrics } from '../metrics/store-metrics.js';
import { isToken, newCredentials, sessionKeyOf, tokenOf, type Credentials } from '../tokens/auth-token.js';
import { AccessEndings, type AccessWatch } from './access-endings.js';
import type { LifetimeRules } from './lifetime.js';
import type { Awaitable, EndedBy, EndFilter, OneUse, SessionStore } from './session-store.js';
import type { Session } from './session.js';
import { within } from './within.js';

/** How sessions are kept (docs/protocol sections 5 and 9). */
export interface SessionRules {
  readonly lifetime: LifetimeRules;
  readonly caps: SessionCaps;
  /** Must a token come with its cookie? Logging out never asks for it (Q3). */
  readonly requireCookie: boolean;
  /** What a logout ends: the sessions on this Intelligence Server session, or all of the user (Q4). */
  readonly logoutScope: 'session' | 'user';
  /**
   * Milliseconds after which a store that has not answered counts as down. A second question of one request has half of
   * it, so that the two stay below one and a half (Q35).
   */
  readonly storeDeadlineMs: number;
}

/** What a login says of the session that it opens. */
export type Opening = Pick<EngineSession, 'user' | 'loginMode' | 'settings' | 'ip' | 'source'>;

/** Where it is counted what the store takes, and why sessions ended. */
export interface SessionsMetrics {
  readonly store: StoreMetrics;
  readonly sessions: SessionMetrics;
}

/** What a caller gets, and the public id of the Intelligence Server session for the audit. */
export interface Opened {
  readonly credentials: Credentials;
  readonly sessionId: string;
}

/** Opens, finds, shares and ends what callers hold. Every failure of the store becomes `serviceUnavailable`, never 401. */
export class Sessions {
  readonly rules: SessionRules;
  /** How many times sessions were used so far. */
  uses = 0;
  readonly #endings = new AccessEndings();
  readonly #store: SessionStore;
  readonly #clock: Clock;
  readonly #metrics: StoreMetrics | undefined;

  constructor(store: SessionStore, clock: Clock, rules: SessionRules, metrics?: SessionsMetrics) {
    this.#store = store;
    this.#clock = clock;
    this.rules = rules;
    this.#metrics = metrics?.store;
    if (metrics !== undefined) {
      store.reportTo?.((loginMode, why, count) => metrics.sessions.ended(loginMode, why, count));
    }
  }

  /**
   * Opens a new HTTP session on a new Intelligence Server session.
   * @throws Problem sessionsOfServerExhausted, sessionsOfUserExhausted, serviceUnavailable
   */
  async open(opening: Opening): Promise<Opened> {
    const at = this.#clock.monotonic();
    const credentials = newCredentials();
    const id = randomBytes(16).toString('hex');
    const session: Session = {
      http: this.#httpSession(credentials, at, at + this.rules.lifetime.absoluteMs),
      engine: { id, ...opening, openedAt: this.#clock.now(), lastUsedAt: at, projects: [] },
    };
    const outcome = await this.#ask('open', () => this.#store.open(session, this.rules.caps));
    if (outcome === 'serverFull') throw new Problem('sessionsOfServerExhausted');
    if (outcome === 'userFull') throw new Problem('sessionsOfUserExhausted');
    return { credentials, sessionId: id };
  }

  /**
   * Opens a further HTTP session on the Intelligence Server session of a living one. It ends no later than that one.
   * @returns undefined where the other session is gone or the identity token was used before
   * @throws Problem serviceUnavailable
   */
  async share(parentKey: string, oneUse: OneUse | undefined): Promise<Opened | undefined> {
    const at = this.#clock.monotonic();
    const parent = await this.peek(parentKey);
    if (parent === undefined) return undefined;
    const credentials = newCredentials();
    const child = this.#httpSession(credentials, at, parent.http.endsAt);
    const outcome = await this.#ask('share', () => this.#store.share(parentKey, child, oneUse, at), 'second');
    return outcome === 'shared' ? { credentials, sessionId: parent.engine.id } : undefined;
  }

  /**
   * The session that token and cookie prove together; both of its timers start again. The hot road: answers a value,
   * not a promise, where the store does.
   * @param cookies the values of all well-formed session cookies of the request
   * @throws Problem sessionInvalid, serviceUnavailable
   */
  authenticate(token: string | undefined, cookies: readonly string[]): Awaitable<Session> {
    if (token === undefined || !this.#proves(token, cookies, this.rules.requireCookie)) {
      throw new Problem('sessionInvalid');
    }
    this.uses += 1;
    const key = sessionKeyOf(token);
    const found = this.#ask('use', () => this.#store.use(key, this.#clock.monotonic()));
    return found instanceof Promise ? found.then(orInvalid) : orInvalid(found);
  }

  /** As `authenticate`, for logging out: the token alone suffices, and no timer is moved. */
  async authenticateLeaver(token: string | undefined, cookies: readonly string[]): Promise<Session> {
    if (token === undefined || !this.#proves(token, cookies, false)) throw new Problem('sessionInvalid');
    return orInvalid(await this.peek(sessionKeyOf(token)));
  }

  /**
   * The token of the living session that a browser's cookies prove. Moves no timer (Q17).
   * @throws Problem sessionInvalid, serviceUnavailable
   */
  async tokenOfBrowser(cookies: readonly string[]): Promise<string> {
    for (const token of cookies.map(tokenOf)) {
      if ((await this.peek(sessionKeyOf(token))) !== undefined) return token;
    }
    throw new Problem('sessionInvalid');
  }

  /**
   * The living session that a browser's cookies prove. Moves no timer.
   * @throws Problem sessionInvalid, serviceUnavailable
   */
  async ofBrowser(cookies: readonly string[]): Promise<Session> {
    return orInvalid(await this.peek(sessionKeyOf(await this.tokenOfBrowser(cookies))));
  }

  /** The living session with this key. Moves no timer. */
  async peek(key: string): Promise<Session | undefined> {
    return this.#ask('peek', () => this.#store.peek(key, this.#clock.monotonic()));
  }

  /**
   * Opens the project session if it is not open yet. Whether the user may see the project is the caller's question.
   * @throws Problem projectSessionsOfUserExhausted, sessionInvalid, serviceUnavailable
   */
  async openProject(session: Session, project: { readonly id: string; readonly name: string }): Promise<void> {
    const { key } = session.http;
    const outcome = await this.#ask(
      'openProject',
      () => this.#store.openProject(key, project.id, this.rules.caps, this.#clock.monotonic()),
      'second',
    );
    if (outcome === 'gone') throw new Problem('sessionInvalid');
    if (outcome === 'full') {
      const who = `login user ${session.engine.user.loginName} to project ${project.name}`;
      throw new Problem('projectSessionsOfUserExhausted', {
        message: `(Maximum number of interactive session per user for project exceeded while trying to ${who}.)`,
      });
    }
  }

  /** Logs out: ends what the configured scope says. Returns how many HTTP sessions ended; 0 where another call was first. */
  async end(session: Session): Promise<number> {
    const { http, engine } = session;
    const all = this.rules.logoutScope === 'user';
    if (all) return this.#ask('endAllOf', () => this.#store.endAllOf(engine.user.id, {}, 'logout'), 'second');
    return this.#ask('end', () => this.#store.end(http.key, 'logout'), 'second');
  }

  /** Watches who loses his access. Every login does, up to when its session is open, and closes it. */
  watchAccess(): AccessWatch {
    return this.#endings.watch();
  }

  /**
   * Ends the sessions of a user whose former credentials count no more: disabled, removed, or with another password. A
   * login that is under way with them opens none.
   * @param keep the HTTP session, or the login, of the one who did it himself
   */
  async endAccessOf(
    userId: string,
    keep: { readonly key?: string; readonly login?: AccessWatch } = {},
  ): Promise<number> {
    this.#endings.note(userId, keep.login);
    return this.endAllOf(userId, keep.key === undefined ? {} : { exceptKey: keep.key }, 'accessEnded');
  }

  /** The same for those that were opened up to a moment in milliseconds since the epoch. */
  async endAccessUntil(userId: string, openedUntil: number): Promise<void> {
    this.#endings.note(userId);
    for (const { id, openedAt } of await this.list(userId)) {
      if (openedAt <= openedUntil) await this.endEngine(id, 'accessEnded');
    }
  }

  /** Ends every session of a user that the filter leaves. */
  async endAllOf(userId: string, only: EndFilter, why: EndedBy): Promise<number> {
    return this.#ask('endAllOf', () => this.#store.endAllOf(userId, only, why));
  }

  /** Ends an Intelligence Server session by its public id. Returns how many HTTP sessions ended; 0 where there is none. */
  async endEngine(engineId: string, why: EndedBy): Promise<number> {
    return this.#ask('endEngine', () => this.#store.endEngine(engineId, why));
  }

  /** The living Intelligence Server sessions, of one user or of all, oldest first. */
  async list(userId?: string): Promise<readonly EngineSession[]> {
    return this.#ask('list', () => this.#store.list(this.#clock.monotonic(), userId));
  }

  /** Notes the use of what may be used once. @returns whether this was the first */
  async useOnce(oneUse: OneUse): Promise<boolean> {
    return this.#ask('useOnce', () => this.#store.useOnce(oneUse));
  }

  /** Keeps a text for `lifetimeMs`, for whoever asks with the handle. */
  async park(handle: string, text: string, lifetimeMs: number): Promise<void> {
    return this.#ask('park', () => this.#store.park(handle, text, this.#clock.monotonic() + lifetimeMs));
  }

  /** Hands out what was parked, once. */
  async takeParked(handle: string): Promise<string | undefined> {
    return this.#ask('takeParked', () => this.#store.takeParked(handle, this.#clock.monotonic()));
  }

  /** HTTP sessions that are not known to be over, by login mode, where the store counts them. */
  async countByMode(loginModes: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const none = new Map<number, number>();
    return this.#ask('countByMode', () => this.#store.countByMode?.(loginModes, this.#clock.monotonic()) ?? none);
  }

  /** Frees what sessions that are over still hold. Nothing depends on when this is called. */
  async sweep(): Promise<number> {
    return this.#ask('sweep', () => this.#store.sweep(this.#clock.monotonic()));
  }

  /** Does the store answer in time? */
  async isReachable(): Promise<boolean> {
    const reachable = async () => this.#ask('isReachable', () => this.#store.isReachable?.() ?? true, 'second');
    return reachable().catch(() => false);
  }

  async close(): Promise<void> {
    await this.#store.close();
  }

  /** Comparing plainly is safe: who can vary the cookie knows what it derives. Several cookies may stem from other paths. */
  #proves(token: string, cookies: readonly string[], requireCookie: boolean): boolean {
    if (!isToken(token)) return false;
    return cookies.length === 0 ? !requireCookie : cookies.some((cookie) => tokenOf(cookie) === token);
  }

  #httpSession(credentials: Credentials, at: number, endsAt: number) {
    return { key: sessionKeyOf(credentials.token), lastUsedAt: at, endsAt };
  }

  #ask<T>(
    operation: keyof SessionStore,
    question: () => Awaitable<T>,
    turn: 'first' | 'second' = 'first',
  ): Awaitable<T> {
    const { storeDeadlineMs } = this.rules;
    const startedAt = this.#metrics === undefined ? 0 : this.#clock.monotonic();
    const failed = (cause: unknown) => {
      this.#metrics?.failed(operation, this.#clock.monotonic() - startedAt);
      return unavailable(cause);
    };
    try {
      const answer = question();
      if (!(answer instanceof Promise)) {
        this.#metrics?.answered(operation, this.#clock.monotonic() - startedAt);
        return answer;
      }
      const inTime = within(answer, turn === 'first' ? storeDeadlineMs : storeDeadlineMs / 2);
      if (this.#metrics === undefined) return inTime.catch(unavailable);
      return inTime.then((value) => {
        this.#metrics?.answered(operation, this.#clock.monotonic() - startedAt);
        return value;
      }, failed);
    } catch (error) {
      return failed(error);
    }
  }
}

function orInvalid(session: Session | undefined): Session {
  if (session === undefined) throw new Problem('sessionInvalid');
  return session;
}

function unavailable(cause: unknown): never {
  throw new Problem('serviceUnavailable', {
    message: 'The session store cannot be reached',
    headers: { 'retry-after': '1' },
    cause,
  });
}
