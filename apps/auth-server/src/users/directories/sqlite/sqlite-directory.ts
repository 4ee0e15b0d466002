import { randomUUID } from 'node:crypto';
import type { Directory } from '../../directory.js';
import { openDatabase } from './open-database.js';
import { SqliteAccessJournal } from './sqlite-access-journal.js';
import { SqliteApiTokenStore } from './sqlite-api-token-store.js';
import { SqliteSettingsStore } from './sqlite-settings-store.js';
import { SqliteUserDirectory } from './sqlite-user-directory.js';

/**
 * @param file path of the database, which is made if it is not there, or `:memory:`
 * @throws Error naming the file: it cannot be opened, is damaged, belongs to another program or a newer version
 */
export async function openSqliteDirectory(file: string): Promise<Directory> {
  const db = await openDatabase(file);
  const self = randomUUID();
  return {
    users: new SqliteUserDirectory(db, self),
    apiTokens: new SqliteApiTokenStore(db),
    accessJournal: await SqliteAccessJournal.open(db, self),
    settings: new SqliteSettingsStore(db),
  };
}
