/** What several HTTP sessions may share: the Intelligence Server session. Source: docs/protocol section 5.1. */

/** The user as the session saw it when it was opened. */
export interface SessionUser {
  /** 32 upper-case hexadecimal digits. */
  readonly id: string;
  readonly loginName: string;
  readonly fullName: string;
  readonly initials: string;
  /** False for the guest, who is not stored as a person. */
  readonly metadataUser: boolean;
}

/** What a caller may choose for its session at login. */
export interface SessionSettings {
  /** Windows language identifier, for example 1033. */
  readonly locale: number;
  /** Report and document instances kept before the oldest is dropped. */
  readonly workingSet: number;
  /** Searches at the same time. */
  readonly maxSearch: number;
  readonly timeZone: string;
  readonly applicationType: number;
  readonly applicationId: string | undefined;
}

/** What a session has that chose nothing. */
export const defaultSettings: SessionSettings = {
  locale: 1033,
  workingSet: 10,
  maxSearch: 3,
  timeZone: 'UTC',
  applicationType: 35,
  applicationId: undefined,
};

/** The session that another source keeps of the person, by which it can be asked to end it, or says that it has ended it. */
export interface SourceSession {
  /** Name of the source among those of the login mode. */
  readonly name: string;
  /** Who vouched for the person, and his name for the person: as the identity has them. */
  readonly issuer: string;
  readonly subject: string;
  /** The source's own id of its session, where it has told one. */
  readonly id?: string;
  /** What else the login mode wants to know again: a short text of its own, which is neither shown nor logged. */
  readonly note?: string;
}

/** One Intelligence Server session. Times are milliseconds of `Clock.monotonic()`. */
export interface EngineSession {
  /** Its public name, 32 hexadecimal digits: shown to administrators and in the audit, and proves nothing. */
  readonly id: string;
  readonly user: SessionUser;
  /** The login mode it was opened with. */
  readonly loginMode: number;
  readonly settings: SessionSettings;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
  /** Address that the caller had at login. */
  readonly ip: string;
  /** Where a source keeps a session too, and the login mode wants to know of it. */
  readonly source?: SourceSession;
  readonly lastUsedAt: number;
  /** Ids of the projects in which a project session is open. */
  readonly projects: readonly string[];
}

/** How many Intelligence Server sessions there may be; -1 is no limit. Source: docs/protocol section 5.5. */
export interface SessionCaps {
  readonly perServer: number;
  readonly perUser: number;
  /** Of one user in one project. */
  readonly perUserAndProject: number;
}

/** Is there no room for one more? */
export function isFull(count: number, cap: number): boolean {
  return cap >= 0 && count >= cap;
}
