/** Where a configuration keeps what has to outlive the server. */
import type { AuditPlace } from './audit/open-audit-store.js';
import type { Config } from './config/config.js';
import { DataDirectory } from './data-directory/data-directory.js';
import type { DirectoryPlace } from './users/open-directory.js';

export function usersPlace({ directory, dataDirectory }: Config): DirectoryPlace {
  return directory.kind === 'sqlite' ? { kind: 'sqlite', file: DataDirectory.usersFileIn(dataDirectory) } : directory;
}

/** Events go where the users are, so that all nodes write one trail. */
export function auditPlace({ directory, dataDirectory }: Config): AuditPlace {
  return directory.kind === 'sqlite' ? { kind: 'sqlite', file: DataDirectory.auditFileIn(dataDirectory) } : directory;
}
