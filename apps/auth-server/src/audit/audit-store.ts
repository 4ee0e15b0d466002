import type { AuditEventName } from './audit-event.js';

/** One event as it is kept. Texts are bounded and free of NUL and of halves of characters (stored-event.ts). */
export interface StoredEvent {
  /** 32 hexadecimal digits. Sorts by `at`, and within one process by the order of recording. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly event: AuditEventName;
  /** Whom it is about. */
  readonly userId: string | undefined;
  readonly loginName: string | undefined;
  readonly loginMode: number | undefined;
  readonly sessionId: string | undefined;
  readonly ip: string | undefined;
  readonly requestId: string | undefined;
  readonly reason: string | undefined;
  /** Who did it, where that is somebody else. */
  readonly byUserId: string | undefined;
  /** What only some kinds of events have. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** What to look for; everything that is given must hold. */
export interface AuditQuery {
  /** Milliseconds since the epoch: the first moment that counts. */
  readonly since?: number | undefined;
  /** Milliseconds since the epoch: the first moment that does not count any more. */
  readonly until?: number | undefined;
  /** Id or login name of whom it is about or who did it. Case of the name is ignored, whatever the account is called now. */
  readonly user?: string | undefined;
  readonly event?: AuditEventName | undefined;
  readonly sessionId?: string | undefined;
  readonly ip?: string | undefined;
  /** Most events to return: the newest ones. By default 100. */
  readonly limit?: number | undefined;
}

export const defaultLimit = 100;

/** Where events are kept. A store that cannot be reached throws. */
export interface AuditStore {
  /** Adds all of these events or, when it throws, none. An event whose id is there already is passed over. */
  append(events: readonly StoredEvent[]): Promise<void>;
  /** What answers the query, newest first. */
  find(query: AuditQuery): Promise<readonly StoredEvent[]>;
  /** Removes what is older than this moment, in milliseconds since the epoch. Returns how many events that were. */
  prune(before: number): Promise<number>;
  close(): Promise<void>;
}
