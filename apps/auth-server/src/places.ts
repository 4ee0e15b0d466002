/** Where a configuration keeps what has to outlive the server. */
import type { AuditPlace } from './audit/open-audit-store.js';
import type { Config } from './config/config.js';
import { DataDirectory } from './data-directory/data-directory.js';
import type { DirectoryPlace } from './users/open-directory.js';

/** What a server keeps, and where. */
export interface Places {
  readonly users: DirectoryPlace;
  readonly audit: AuditPlace;
  /** Of the embedded session store. */
  readonly sessionsFolder: string;
  /** What identity tokens are signed with where the configuration names no key: at every start the same. */
  identityTokenSecret(): string;
}

/**
 * Opens the data directory, or makes it.
 * @throws Error where it cannot be used
 */
export function placesOf(config: Config): Places {
  const data = DataDirectory.open(config.dataDirectory);
  return {
    users: usersPlace(config),
    audit: auditPlace(config),
    sessionsFolder: data.sessionsFolder,
    identityTokenSecret: () => data.identityTokenSecret(),
  };
}

export function usersPlace({ directory, dataDirectory }: Config): DirectoryPlace {
  return directory.kind === 'sqlite' ? { kind: 'sqlite', file: DataDirectory.usersFileIn(dataDirectory) } : directory;
}

/** Events go where the users are, so that all nodes write one trail. */
export function auditPlace({ directory, dataDirectory }: Config): AuditPlace {
  return directory.kind === 'sqlite' ? { kind: 'sqlite', file: DataDirectory.auditFileIn(dataDirectory) } : directory;
}
