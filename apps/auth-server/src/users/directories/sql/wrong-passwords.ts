/** Wrong passwords in a row, and the lock that they lead to. */
import { sql, type Kysely } from 'kysely';
import type { WrongPassword } from '../../user-directory.js';
import type { Tables } from './tables.js';

/** While an account is locked its count is one more than the number that locked it; after that it begins anew. */
export async function noteWrongPassword(
  db: Kysely<Tables>,
  userId: string | undefined,
  { at, lockAfter, lockUntil }: WrongPassword,
): Promise<boolean> {
  const table = sql.table(userId === undefined ? 'wrong_passwords_of_nobody' : 'users');
  const locked = sql`locked_until > ${at}`;
  const next = sql`case when wrong_passwords >= ${lockAfter} then 1 else wrong_passwords + 1 end`;
  // One statement, so that several processes count together. It reads the columns as they were.
  const { rows } = await sql<{ wrong_passwords: number }>`
    update ${table} set
      wrong_passwords = case when ${locked} then ${lockAfter} + 1 else ${next} end,
      locked_until = case when ${locked} or ${next} < ${lockAfter} then locked_until else ${lockUntil} end
    where id = ${userId ?? ''}
    returning wrong_passwords`.execute(db);
  return rows[0]?.wrong_passwords === lockAfter;
}

export async function forgetWrongPasswords(db: Kysely<Tables>, userId: string): Promise<void> {
  await db
    .updateTable('users')
    .set({ wrong_passwords: 0 })
    .where('id', '=', userId)
    .where('wrong_passwords', '>', 0)
    .execute();
}
