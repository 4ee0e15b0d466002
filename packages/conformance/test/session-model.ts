/** What sessions should do, by the table of the protocol, and commands that do the same to the model and to a server. */
import { nextSessionState, sessionStates, sessionTimers } from '@mstr-rest/protocol';
import type { OperationId, SessionEvent, SessionState, SessionTimer } from '@mstr-rest/protocol';

const identityTokenMs = 60_000;
/** A client's own choice: what is left of the shorter idle timer when it counts as nearly over. */
const marginMs = 120_000;

/** When each timer of a layer was started. */
type Started = Partial<Record<SessionTimer, number>>;

export interface ModelSession {
  state: SessionState;
  readonly http: Started;
  /** Shared by those that were delegated from one another. */
  readonly engine: Started;
}

export interface ModelIdentityToken {
  readonly from: ModelSession;
  /** In seconds since the epoch, as the server writes it. */
  readonly expires: number;
  used: boolean;
}

/** Every step of the table that a walk has taken, as `active used`. */
export class Walked {
  readonly steps = new Set<string>();
}

/** All sessions of one walk. */
export class SessionModel {
  readonly sessions: ModelSession[] = [];
  readonly identityTokens: ModelIdentityToken[] = [];
  nowMs: number;
  readonly #walked: Walked;

  constructor(nowMs: number, walked: Walked) {
    this.nowMs = nowMs;
    this.#walked = walked;
  }

  /** Does the server answer an operation of this session with success? */
  lives({ state }: ModelSession): boolean {
    const answers: readonly string[] = sessionStates[state].answers;
    return answers.length === 1 && answers[0] === 'success';
  }

  /** @param from the session from which it is delegated */
  open(from?: ModelSession): void {
    const { nowMs } = this;
    const engine = from?.engine ?? { engineIdle: nowMs };
    const session: ModelSession = {
      state: 'loggedOut',
      // What is delegated ends no later than what it came from.
      http: { httpIdle: nowMs, absolute: from?.http.absolute ?? nowMs },
      engine,
    };
    this.#step(session, 'loginSent');
    this.#step(session, 'opened');
    this.sessions.push(session);
    if (from !== undefined) this.use(from, 'getSession');
  }

  /** A login that is refused leaves nothing behind. */
  refuse(): void {
    const session: ModelSession = { state: 'loggedOut', http: {}, engine: {} };
    this.#step(session, 'loginSent');
    this.#step(session, 'loginFailed');
  }

  use(session: ModelSession, operation: OperationId): void {
    const lives = this.lives(session);
    const renews = operation === 'renewSession' && nextSessionState(session.state, 'renewalSent') !== undefined;
    if (renews) this.#step(session, 'renewalSent');
    if (!lives) {
      if (session.state !== 'loggedOut') this.#step(session, 'ended');
      return;
    }
    this.#step(session, renews ? 'renewed' : 'used');
    for (const [timer, { layer, restartedBy }] of timers) {
      if (restartedBy.includes(operation)) session[layer][timer] = this.nowMs;
    }
  }

  logOut(session: ModelSession): void {
    if (session.state === 'loggedOut') return;
    const lives = this.lives(session);
    this.#step(session, 'logoutSent');
    this.#step(session, 'logoutDone');
    if (!lives) return;
    for (const other of this.sessions) {
      if (other !== session && other.engine === session.engine && this.lives(other)) this.#step(other, 'ended');
    }
  }

  makeIdentityToken(session: ModelSession): void {
    this.use(session, 'createIdentityToken');
    const expires = Math.ceil((this.nowMs + identityTokenMs) / 1000);
    this.identityTokens.push({ from: session, expires, used: false });
  }

  isValid({ from, expires }: ModelIdentityToken): boolean {
    return Math.floor(this.nowMs / 1000) < expires && this.lives(from);
  }

  /** Lets time pass, and does to every session what its timers do. */
  pass(ms: number): void {
    this.nowMs += ms;
    for (const session of this.sessions.filter((one) => this.lives(one))) {
      if (timers.some((timer) => this.#leftOf(session, timer) <= 0)) this.#step(session, 'ranOut');
      else if (session.state === 'active' && idleTimers.some((timer) => this.#leftOf(session, timer) <= marginMs)) {
        this.#step(session, 'nearlyOver');
      }
    }
  }

  #leftOf(session: ModelSession, [timer, { layer, defaultMs }]: (typeof timers)[number]): number {
    return (session[layer][timer] ?? 0) + defaultMs - this.nowMs;
  }

  #step(session: ModelSession, event: SessionEvent): void {
    const next = nextSessionState(session.state, event);
    if (next === undefined) throw new Error(`the table has no step for ${event} in ${session.state}`);
    this.#walked.steps.add(`${session.state} ${event}`);
    session.state = next;
  }
}

interface TimerFacts {
  readonly layer: 'http' | 'engine';
  readonly defaultMs: number;
  readonly restartedBy: readonly OperationId[];
}
const timers = Object.entries(sessionTimers) as unknown as readonly (readonly [SessionTimer, TimerFacts])[]; // its own entries
const idleTimers = timers.filter(([, { restartedBy }]) => restartedBy.length > 0);
