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

/** One Intelligence Server session. Times are milliseconds of `Clock.monotonic()`. */
export interface EngineSession {
  /** Its public name, 32 hexadecimal digits: shown to administrators and in the audit, and proves nothing. */
  readonly id: string;
  readonly user: SessionUser;
  /** The login mode it was opened with. */
  readonly loginMode: number;
  readonly settings: SessionSettings;
  /** What its login mode knows of the session at the source that vouched, in words of the mode. */
  readonly sourceSession?: string;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
  /** Address that the caller had at login. */
  readonly ip: string;
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
