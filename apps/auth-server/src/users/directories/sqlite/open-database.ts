/** Opens a user database. */
import { openSqlite, type OpenedSqlite } from '../../../sqlite/open-sqlite.js';
import { migrations } from './migrations/index.js';
import type { Tables } from '../sql/tables.js';

const kind = {
  name: 'user database',
  applicationId: 0x4d524155, // "MRAU"
  migrations,
  // Better to refuse at the start than in the middle of a login.
  readWhole: true,
  pragmas: ['foreign_keys = ON'],
};

/**
 * @param file path of the database, which is made if it is not there, or `:memory:`
 * @throws Error naming the file: it cannot be opened, is damaged, belongs to another program or a newer version
 */
export function openDatabase(file: string): Promise<OpenedSqlite<Tables>> {
  return openSqlite<Tables>(file, kind);
}
