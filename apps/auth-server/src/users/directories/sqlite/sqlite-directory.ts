/** Users in one SQLite file: nothing to install, and enough for one node. */
import { randomUUID } from 'node:crypto';
import { closeSqlite } from '../../../sqlite/open-sqlite.js';
import { rememberUntilWritten } from '../../../sqlite/remembered-reads.js';
import type { Directory } from '../../directory.js';
import type { Locks } from '../sql/locks.js';
import { SqlApiTokenStore } from '../sql/sql-api-token-store.js';
import { SqlSettingsStore } from '../sql/sql-settings-store.js';
import { SqlUserDirectory } from '../sql/sql-user-directory.js';
import { openDatabase } from './open-database.js';
import { SqliteAccessJournal } from './sqlite-access-journal.js';

/** A transaction here begins with the one lock that there is. */
const held = Promise.resolve();
const locks: Locks = { user: () => held, setting: () => held, journal: () => held };

/**
 * @param file path of the database, which is made if it is not there, or `:memory:`
 * @throws Error naming the file: it cannot be opened, is damaged, belongs to another program or a newer version
 */
export async function openSqliteDirectory(file: string): Promise<Directory> {
  const { db, version } = await openDatabase(file);
  const remember = rememberUntilWritten(version);
  const self = randomUUID();
  return {
    users: new SqlUserDirectory(db, { locks, writtenBy: self }, () => closeSqlite(db), remember),
    apiTokens: new SqlApiTokenStore(db, locks),
    accessJournal: await SqliteAccessJournal.open(db, version, self),
    settings: new SqlSettingsStore(db, locks, remember),
    alone: (work) => work(),
  };
}
