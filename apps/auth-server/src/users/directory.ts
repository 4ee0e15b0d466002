/** Everything that is kept in one database, which is opened and closed as a whole: users, and what goes with them. */
import type { AccessJournal } from './access-journal.js';
import type { ApiTokenStore } from './api-token-store.js';
import type { SettingsStore } from './settings-store.js';
import type { UserDirectory } from './user-directory.js';

export interface Directory {
  /** Closing it closes everything. */
  readonly users: UserDirectory;
  readonly apiTokens: ApiTokenStore;
  readonly settings: SettingsStore;
  readonly accessJournal: AccessJournal;
  /**
   * Does what only one of several servers may do at a time, such as making the first accounts: servers on other machines
   * wait. Two processes on one SQLite file are not kept apart.
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
}
