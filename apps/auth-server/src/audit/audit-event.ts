/** What the audit knows of: each kind of event with its fields. Never a secret. */

/** Where the request came from that caused it. */
export interface From {
  /** Address of the peer. */
  readonly ip: string;
  /** Id of the request, which the log line of a refusal has beside the caller's ticket. */
  readonly requestId?: string | undefined;
}

/** A session, by the public id of the Intelligence Server session, and whose it is. */
interface OfSession {
  readonly userId: string;
  readonly sessionId: string;
}

/** Somebody's account, and who acted on it: himself or an administrator. */
interface ToUser {
  readonly userId: string;
  readonly byUserId: string;
  /** Session of the one who acted. */
  readonly sessionId?: string | undefined;
}

/** Numbers of login modes. */
interface ChosenModes {
  readonly available: readonly number[];
  readonly default: number;
}

type OnRequest =
  | (OfSession & { readonly event: 'login'; readonly loginMode: number; readonly loginName: string })
  | {
      readonly event: 'loginRefused';
      /** As the caller sent it. */
      readonly loginMode: number | undefined;
      /** Where the login mode says that it is a name (decision 3), or another source vouched for it. */
      readonly loginName: string | undefined;
      /** The real one: a kind of the error catalogue. */
      readonly reason: string;
      /** What exactly was wrong, in words of ours. */
      readonly detail?: string | undefined;
      /** Set where it was clear already who it is, such as a disabled user with the right password. */
      readonly userId?: string | undefined;
    }
  /** An identity token opened a further session on the Intelligence Server session of another one. */
  | (OfSession & { readonly event: 'delegation'; readonly loginName: string })
  | (OfSession & {
      readonly event: 'logout';
      readonly sessionsEnded: number;
      /** Set where an identity provider said that the person has logged out there. */
      readonly bySource?: string | undefined;
    })
  /** A message by which a source would have ended sessions, or that claims to come from it. */
  | {
      readonly event: 'logoutRefused';
      readonly loginMode: number;
      readonly reason: string;
      readonly detail: string | undefined;
    }
  /** `handover`: on the page that asks, for a program on the reader's computer. */
  | (OfSession & { readonly event: 'identityTokenMade'; readonly handover?: true })
  /** `sessionsEnded` is undefined where the session store failed, so that former sessions may live on. */
  | {
      readonly event: 'passwordChanged';
      readonly userId: string;
      readonly sessionsEnded: number | undefined;
      readonly byUserId?: string | undefined;
    }
  | {
      readonly event: 'loginThrottled';
      readonly loginMode: number | undefined;
      readonly loginName: string | undefined;
      readonly retryAfterSeconds: number;
    }
  | {
      readonly event: 'accountLocked';
      readonly userId: string;
      readonly loginName: string;
      /** Milliseconds since the epoch; undefined: until an administrator opens it. */
      readonly lockedUntil?: number | undefined;
    }
  /** Headers that say who somebody is came from where they are not believed. `headers`: their names. */
  | { readonly event: 'trustedHeaderRefused'; readonly headers: readonly string[]; readonly reason: string }
  | (ToUser & { readonly event: 'apiTokenMade' | 'apiTokenRevoked' })
  /** Somebody asked for what only the operator may, with or without the right credential. `operator`: the name as sent. */
  | { readonly event: 'operatorAdmitted'; readonly operator: string }
  | {
      readonly event: 'operatorRefused';
      readonly operator: string;
      readonly reason: string;
      readonly retryAfterSeconds?: number;
    }
  /** Login modes were switched, by an administrator in a session or by the operator. `before`: undefined where it could not be read. */
  | {
      readonly event: 'loginModesChanged';
      readonly byUserId?: string;
      /** Of the administrator. */
      readonly loginName?: string;
      readonly sessionId?: string;
      /** Name of the operator. */
      readonly operator?: string;
      readonly before: ChosenModes | undefined;
      readonly after: ChosenModes;
    }
  /** Somebody ended a session, his own or as an administrator. */
  | (OfSession & { readonly event: 'sessionEnded'; readonly byUserId: string; readonly sessionsEnded: number })
  /** `changed`: the names of what has another value, never a value. */
  | (ToUser & {
      readonly event: 'userChanged';
      readonly changed: readonly string[];
      /** Set where the user was disabled; undefined where the session store failed. */
      readonly sessionsEnded?: number | undefined;
    })
  | (ToUser & { readonly event: 'userRemoved'; readonly loginName: string; readonly sessionsEnded: number })
  | (ToUser & { readonly event: 'accountUnlocked' });

/** What happened to an account or a session: who, what, from where, and the real reason. */
export type AuditEvent =
  | (OnRequest & From)
  /** At the machine, by the command `admin reset-password`; `operator` is the account of the operating system. */
  | {
      readonly event: 'passwordReset';
      readonly userId: string;
      readonly loginName: string;
      readonly operator: string;
    }
  /** Of the trail itself: the store failed for so long that this many events are in the log only. */
  | { readonly event: 'auditEventsLost'; readonly lost: number };

export type AuditEventName = AuditEvent['event'];

const names: Readonly<Record<AuditEventName, true>> = {
  login: true,
  loginRefused: true,
  loginThrottled: true,
  delegation: true,
  logout: true,
  logoutRefused: true,
  identityTokenMade: true,
  passwordChanged: true,
  accountLocked: true,
  trustedHeaderRefused: true,
  apiTokenMade: true,
  apiTokenRevoked: true,
  operatorAdmitted: true,
  operatorRefused: true,
  loginModesChanged: true,
  sessionEnded: true,
  userChanged: true,
  userRemoved: true,
  accountUnlocked: true,
  passwordReset: true,
  auditEventsLost: true,
};

/** Every kind of event. */
export const auditEventNames = Object.keys(names) as readonly AuditEventName[]; // the keys are the names
