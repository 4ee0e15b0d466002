/** Lists of users. */
import { sql, type Kysely } from 'kysely';
import { nameKeyOf, type User } from '../../user.js';
import type { UserFilter } from '../../user-directory.js';
import { toUser } from './rows.js';
import type { Tables } from './tables.js';

export async function listUsers(
  db: Kysely<Tables>,
  { nameBegins, loginNameBegins, id, offset = 0, limit }: UserFilter,
): Promise<{ readonly users: readonly User[]; readonly total: number }> {
  let wanted = db.selectFrom('users');
  if (id !== undefined) wanted = wanted.where('id', '=', id);
  if (nameBegins !== undefined) wanted = wanted.where(begins('full_name', nameBegins));
  if (loginNameBegins !== undefined) wanted = wanted.where(begins('login_key', nameKeyOf(loginNameBegins)));
  const { total } = await wanted.select(db.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await wanted
    .selectAll()
    .orderBy('login_key')
    .limit(limit ?? Number.MAX_SAFE_INTEGER) // SQLite knows no offset without a limit
    .offset(offset)
    .execute();
  return { users: rows.map(toUser), total };
}

/**
 * LIKE knows other wildcards, so these are taken by their word. NUL would end the pattern. Both databases fold A to Z only:
 * SQLite always, PostgreSQL in columns of collation "C".
 */
function begins(column: 'full_name' | 'login_key', text: string) {
  const pattern = text
    .replaceAll('\0', '\ufffd')
    .replace(/[\\%_]/g, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return sql<boolean>`lower(${sql.ref(column)}) like ${`${pattern}%`} escape '\\'`;
}
