import type { EngineSession, SessionCaps } from '../engine-sessions/engine-session.js';
import type { Ending } from './lifetime.js';
import type { HttpSession, Session } from './session.js';

/** A value now, or a promise of it: a store in this process need not make the hot road wait. */
export type Awaitable<T> = T | Promise<T>;

/** An identity token that may be used once: its id, and until when a second use must be remembered. */
export interface OneUse {
  readonly id: string;
  readonly until: number;
}

/** Which sessions of a user end; by default all. */
export interface EndFilter {
  /** Not the HTTP session of this key. */
  readonly exceptKey?: string;
  /** Only those that were opened with this login mode, and what was delegated from them. */
  readonly loginMode?: number;
}

/** Why somebody ended a session. `withdrawn`: its login was undone before anybody held it. */
export type EndedBy = 'logout' | 'administrator' | 'accessEnded' | 'withdrawn';

/** Hears of HTTP sessions that ended: the login mode of their Intelligence Server session, why, and how many they were. */
export type EndingReport = (loginMode: number, why: Ending | EndedBy, count: number) => void;

/**
 * Where sessions live. Each method is atomic against every other, also from other processes on the same store. `at` is
 * the moment of `Clock.monotonic()`. A session that is over (sessions/lifetime.ts) is never returned, and once a store
 * has seen that it is over it stays so, whatever later moments say. A store that cannot be reached throws.
 */
export interface SessionStore {
  /** The latest moment that a store which outlives the server knows of, or 0: a clock that starts below it was set back. */
  latestMoment(): Awaitable<number>;
  /** Adds a session on a new Intelligence Server session, if the caps leave room. */
  open(session: Session, caps: SessionCaps): Awaitable<'opened' | 'serverFull' | 'userFull'>;
  /** Finds a living session and moves both of its timers to `at`. */
  use(key: string, at: number): Awaitable<Session | undefined>;
  /** Finds a living session and moves nothing. */
  peek(key: string, at: number): Awaitable<Session | undefined>;
  /** Adds an HTTP session that shares the Intelligence Server session of a living one. */
  share(
    parentKey: string,
    child: HttpSession,
    oneUse: OneUse | undefined,
    at: number,
  ): Awaitable<'shared' | 'parentGone' | 'usedBefore'>;
  /** Opens a project session in the Intelligence Server session, if it is not open and the cap leaves room. */
  openProject(key: string, projectId: string, caps: SessionCaps, at: number): Awaitable<'open' | 'full' | 'gone'>;
  /** Ends the Intelligence Server session behind this key and every HTTP session on it. Returns how many those were. `why` is for `reportTo`. */
  end(key: string, why?: EndedBy): Awaitable<number>;
  /** As `end`, by the public id of the Intelligence Server session. */
  endEngine(engineId: string, why?: EndedBy): Awaitable<number>;
  /** Ends the sessions of a user that the filter leaves. Returns how many HTTP sessions that ended. */
  endAllOf(userId: string, only?: EndFilter, why?: EndedBy): Awaitable<number>;
  /** The living Intelligence Server sessions, of one user or of all, oldest first. */
  list(at: number, userId?: string): Awaitable<readonly EngineSession[]>;
  /** Notes the use of what may be used once. @returns whether this was the first */
  useOnce(oneUse: OneUse): Awaitable<boolean>;
  /** Keeps a text for whoever asks with the handle, until then. */
  park(handle: string, text: string, until: number): Awaitable<void>;
  /** Hands out what was parked, once. */
  takeParked(handle: string, at: number): Awaitable<string | undefined>;
  /** Forgets what is over at this moment; returns how many HTTP sessions that were. */
  sweep(at: number): Awaitable<number>;
  /** Living Intelligence Server sessions. */
  count(at: number): Awaitable<number>;
  /**
   * For metrics, as cheap as it can be: sessions that are not known to be over, by login mode, of at least these modes
   * where there are any. Absent: not counted.
   */
  countByMode?(loginModes: readonly number[], at: number): Awaitable<ReadonlyMap<number, number>>;
  /** For metrics: from now on tells of each session that ends here, whoever ended it. Absent: such endings are not counted. */
  reportTo?(report: EndingReport): void;
  /** Can it be asked at this moment? A store that can always be asked has no such method. */
  isReachable?(): Awaitable<boolean>;
  close(): Awaitable<void>;
}
