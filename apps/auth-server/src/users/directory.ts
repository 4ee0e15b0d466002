/** Everything that is kept about users, by one place that is opened and closed as a whole. */
import type { AccessJournal } from './access-journal.js';
import type { ApiTokenStore } from './api-token-store.js';
import type { UserDirectory } from './user-directory.js';

export interface Directory {
  /** Closing it closes everything. */
  readonly users: UserDirectory;
  readonly apiTokens: ApiTokenStore;
  readonly accessJournal: AccessJournal;
}
