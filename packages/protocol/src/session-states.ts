/**
 * The life of a session as data: its states, what takes it from one to the next, and the timers that end it. The server
 * keeps to it, clients show it, and tests walk it. Source: docs/protocol section 5.8, and 5.2 and 9 (Q3, Q4, Q17, Q18, Q37).
 */
import { operationTable, type OperationFacts, type OperationId } from './generated/operations.js';

const ids = Object.keys(operationTable) as readonly OperationId[]; // the keys of the table are the ids
const table: Readonly<Record<OperationId, OperationFacts>> = operationTable;

/** Operations that open a session, or take one over. */
const opening = ['postLogin', 'postDelegate', 'postOidcToken', 'getAuthToken'] as const;
/** Operations that take place in a session. */
const inSession: readonly OperationId[] = ids.filter((id) => table[id].access === 'session');
/** Those of which the vendor says that they start the timers again; of the others it is inferred. */
const extending = ['renewSession', 'getSession', 'getProjectSession'] as const;

/** What is known of a timer. */
export interface SessionTimerFacts {
  /** The layer whose session it ends: that of HTTP, or that of the Intelligence Server, which several HTTP sessions may share. */
  readonly layer: 'http' | 'engine';
  /** Milliseconds after which it ends the session, unless the server is configured otherwise. */
  readonly defaultMs: number;
  /** Operations whose success starts it again, by any HTTP session of the layer; empty where nothing does. */
  readonly restartedBy: readonly OperationId[];
  /** Those among them of which this is documented, so that a client may count on it at every server. */
  readonly surelyRestartedBy: readonly OperationId[];
  /** How a client learns of its length. */
  readonly told: string;
}

/** The timers. All of them start when a session opens. Source: docs/protocol sections 5.1 and 5.2. */
export const sessionTimers = {
  engineIdle: {
    layer: 'engine',
    defaultMs: 600_000,
    restartedBy: inSession,
    surelyRestartedBy: extending,
    told: '`timeout` of `GET /sessions`, in seconds',
  },
  httpIdle: {
    layer: 'http',
    defaultMs: 1_800_000,
    restartedBy: inSession,
    surelyRestartedBy: extending,
    told: 'not on the wire',
  },
  absolute: {
    layer: 'http',
    defaultMs: 86_400_000,
    restartedBy: [],
    surelyRestartedBy: [],
    told: 'not on the wire',
  },
} as const satisfies Readonly<Record<string, SessionTimerFacts>>;

export type SessionTimer = keyof typeof sessionTimers;

/** What is known of a state. */
export interface SessionStateFacts {
  /** What it is, in a sentence. */
  readonly title: string;
  /**
   * What the server answers to an operation of its session, whether it goes by token and cookie, by the token (`postLogout`)
   * or by the cookie (`getAuthToken`): a success, or this error of the catalogue. With two, it depends on who is faster.
   */
  readonly answers: readonly ('success' | 'sessionInvalid')[];
  /** The timers that run. */
  readonly timers: readonly SessionTimer[];
}

const alive = { answers: ['success'], timers: ['engineIdle', 'httpIdle', 'absolute'] } as const;
const over = { answers: ['sessionInvalid'], timers: [] } as const;

/** The states, as a client sees them. At the server a session is alive, or it is not. */
export const sessionStates = {
  loggedOut: { title: 'There is no session.', ...over },
  loggingIn: { title: 'A login is under way, and there is no session yet.', ...over },
  active: { title: 'The session is alive.', ...alive },
  expiring: { title: 'The session is alive, and the shorter idle timer has nearly run out.', ...alive },
  renewing: { title: 'As `expiring`, and a renewal is under way.', ...alive },
  expired: { title: 'The session is over, though nobody logged out.', ...over },
  loggingOut: {
    title: 'A logout is under way.',
    answers: ['success', 'sessionInvalid'],
    timers: ['engineIdle', 'httpIdle', 'absolute'],
  },
} as const satisfies Readonly<Record<string, SessionStateFacts>>;

export type SessionState = keyof typeof sessionStates;

/** What causes an event: an operation that was sent or answered, a timer, the client itself, or somebody else. */
export type SessionCause =
  | {
      readonly by: 'operation';
      readonly operations: readonly OperationId[];
      /** `over` is 401 ERR009; `failure` is any other answer but a success, or none. */
      readonly outcomes: readonly ('sent' | 'success' | 'failure' | 'over')[];
    }
  | { readonly by: 'timer'; readonly timers: readonly SessionTimer[] }
  | { readonly by: 'client' }
  | { readonly by: 'others' };

/** What is known of an event. */
export interface SessionEventFacts {
  /** What happens, in a sentence. */
  readonly title: string;
  readonly causes: readonly SessionCause[];
}

/** The events. */
export const sessionEvents = {
  loginSent: {
    title: 'A login is sent.',
    causes: [{ by: 'operation', operations: opening, outcomes: ['sent'] }],
  },
  opened: {
    title: 'A login is answered with a token. A session that there was before lives on at the server by its timers.',
    causes: [{ by: 'operation', operations: opening, outcomes: ['success'] }],
  },
  loginFailed: {
    title: 'A login fails, or is given up.',
    causes: [{ by: 'operation', operations: opening, outcomes: ['failure', 'over'] }],
  },
  used: {
    title: 'An operation succeeds; both idle timers start again.',
    causes: [{ by: 'operation', operations: inSession, outcomes: ['success'] }],
  },
  nearlyOver: {
    title: 'The shorter idle timer has only a margin left, which is the choice of the client.',
    causes: [{ by: 'timer', timers: ['engineIdle', 'httpIdle'] }],
  },
  renewalSent: {
    title: 'A renewal is sent.',
    causes: [{ by: 'operation', operations: ['renewSession'], outcomes: ['sent'] }],
  },
  renewed: {
    title: 'The renewal succeeds; both idle timers start again.',
    causes: [{ by: 'operation', operations: ['renewSession'], outcomes: ['success'] }],
  },
  renewalFailed: {
    title: 'The renewal fails in a way that says nothing of the session.',
    causes: [{ by: 'operation', operations: ['renewSession'], outcomes: ['failure'] }],
  },
  ranOut: {
    title: 'A timer has run out.',
    causes: [{ by: 'timer', timers: ['engineIdle', 'httpIdle', 'absolute'] }],
  },
  ended: {
    title:
      'Others end it: the logout of a session that shares the Intelligence Server session, an administrator, the user ' +
      'losing the right to it. A client hears of that by 401 ERR009.',
    causes: [{ by: 'others' }, { by: 'operation', operations: inSession, outcomes: ['over'] }],
  },
  logoutSent: {
    title: 'A logout is sent.',
    causes: [{ by: 'operation', operations: ['postLogout'], outcomes: ['sent'] }],
  },
  logoutDone: {
    title: 'The logout succeeds, or there is no session any more.',
    causes: [{ by: 'operation', operations: ['postLogout'], outcomes: ['success', 'over'] }],
  },
  logoutFailed: {
    title: 'The logout fails in a way that says nothing of the session.',
    causes: [{ by: 'operation', operations: ['postLogout'], outcomes: ['failure'] }],
  },
  forgotten: {
    title: 'The client gives the session up without an answer. It lives on at the server by its timers.',
    causes: [{ by: 'client' }],
  },
} as const satisfies Readonly<Record<string, SessionEventFacts>>;

export type SessionEvent = keyof typeof sessionEvents;

/** One step. */
export interface SessionTransition {
  readonly from: SessionState;
  readonly event: SessionEvent;
  readonly to: SessionState;
}

/** Every step that there is. No state has two steps for one event. */
export const sessionTransitions = [
  { from: 'loggedOut', event: 'loginSent', to: 'loggingIn' },
  { from: 'loggingIn', event: 'opened', to: 'active' },
  { from: 'loggingIn', event: 'loginFailed', to: 'loggedOut' },

  { from: 'active', event: 'used', to: 'active' },
  { from: 'active', event: 'opened', to: 'active' },
  { from: 'active', event: 'nearlyOver', to: 'expiring' },
  { from: 'active', event: 'ranOut', to: 'expired' },
  { from: 'active', event: 'ended', to: 'expired' },
  { from: 'active', event: 'logoutSent', to: 'loggingOut' },
  { from: 'active', event: 'forgotten', to: 'loggedOut' },

  { from: 'expiring', event: 'used', to: 'active' },
  { from: 'expiring', event: 'opened', to: 'active' },
  { from: 'expiring', event: 'renewalSent', to: 'renewing' },
  { from: 'expiring', event: 'ranOut', to: 'expired' },
  { from: 'expiring', event: 'ended', to: 'expired' },
  { from: 'expiring', event: 'logoutSent', to: 'loggingOut' },
  { from: 'expiring', event: 'forgotten', to: 'loggedOut' },

  { from: 'renewing', event: 'used', to: 'renewing' },
  { from: 'renewing', event: 'opened', to: 'active' },
  { from: 'renewing', event: 'renewed', to: 'active' },
  { from: 'renewing', event: 'renewalFailed', to: 'expiring' },
  { from: 'renewing', event: 'ranOut', to: 'expired' },
  { from: 'renewing', event: 'ended', to: 'expired' },
  { from: 'renewing', event: 'logoutSent', to: 'loggingOut' },
  { from: 'renewing', event: 'forgotten', to: 'loggedOut' },

  // A client that only counts may be wrong: a server that looks for idle sessions now and then has not noticed yet.
  { from: 'expired', event: 'used', to: 'active' },
  { from: 'expired', event: 'opened', to: 'active' },
  { from: 'expired', event: 'renewalSent', to: 'renewing' },
  { from: 'expired', event: 'ended', to: 'expired' },
  { from: 'expired', event: 'loginSent', to: 'loggingIn' },
  { from: 'expired', event: 'logoutSent', to: 'loggingOut' },
  { from: 'expired', event: 'forgotten', to: 'loggedOut' },

  { from: 'loggingOut', event: 'opened', to: 'active' },
  { from: 'loggingOut', event: 'logoutDone', to: 'loggedOut' },
  { from: 'loggingOut', event: 'ended', to: 'loggedOut' },
  { from: 'loggingOut', event: 'logoutFailed', to: 'active' },
  { from: 'loggingOut', event: 'forgotten', to: 'loggedOut' },
] as const satisfies readonly SessionTransition[];

/** The state after an event, or undefined where the event means nothing in this state. */
export function nextSessionState(state: SessionState, event: SessionEvent): SessionState | undefined {
  const steps: readonly SessionTransition[] = sessionTransitions;
  return steps.find((step) => step.from === state && step.event === event)?.to;
}
