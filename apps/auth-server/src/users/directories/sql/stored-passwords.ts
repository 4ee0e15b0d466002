/** Passwords and former passwords. */
import type { Kysely, Transaction } from 'kysely';
import type { StoredPassword } from '../../user-directory.js';
import { noteEndedAccess } from './ended-access.js';
import type { Writing } from './locks.js';
import { flag } from './rows.js';
import type { Tables } from './tables.js';

/** @throws Error for an unknown user */
export async function storePassword(
  db: Kysely<Tables>,
  userId: string,
  password: StoredPassword,
  writing: Writing,
): Promise<void> {
  const { hash, at, expiresAt, keepFormer, requireNew = false } = password;
  await db.transaction().execute(async (within) => {
    await writing.locks.user(within, userId);
    if (keepFormer !== undefined) await keepPresent(within, userId, at, keepFormer);
    const { numUpdatedRows } = await within
      .updateTable('users')
      .set({
        password_hash: hash,
        password_expires_at: expiresAt ?? null,
        require_new_password: flag(requireNew),
        modified_at: at,
      })
      .where('id', '=', userId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Error(`There is no user with the id ${userId}`);
    await noteEndedAccess(within, { userId, openedUntil: at }, writing);
  });
}

export async function formerHashesOf(db: Kysely<Tables>, userId: string): Promise<readonly string[]> {
  const rows = await latestFirst(db, userId).select('hash').execute();
  return rows.map(({ hash }) => hash);
}

async function keepPresent(db: Transaction<Tables>, userId: string, at: number, keepFormer: number): Promise<void> {
  const present = await db.selectFrom('users').select('password_hash').where('id', '=', userId).executeTakeFirst();
  const hash = present?.password_hash;
  if (keepFormer > 0 && typeof hash === 'string') {
    await db.insertInto('former_passwords').values({ user_id: userId, hash, replaced_at: at }).execute();
  }
  const kept = latestFirst(db, userId).select('number').limit(keepFormer);
  await db.deleteFrom('former_passwords').where('user_id', '=', userId).where('number', 'not in', kept).execute();
}

function latestFirst(db: Kysely<Tables>, userId: string) {
  return db.selectFrom('former_passwords').where('user_id', '=', userId).orderBy('number', 'desc');
}
