import type { Kysely } from 'kysely';
import type { EndedAccess } from '../../access-journal.js';
import type { Writing } from './locks.js';
import type { Tables } from './tables.js';

const kept = 1000;

/** Writes down that the former credentials of a user count no more. To be called as the last of the transaction of the change. */
export async function noteEndedAccess(
  db: Kysely<Tables>,
  ended: EndedAccess,
  { locks, writtenBy }: Writing,
): Promise<void> {
  await locks.journal(db);
  const { number } = await db
    .insertInto('ended_access')
    .values({ user_id: ended.userId, opened_until: ended.openedUntil, written_by: writtenBy })
    .returning('number')
    .executeTakeFirstOrThrow();
  await db
    .deleteFrom('ended_access')
    .where('number', '<=', number - kept)
    .execute();
}

/** The number of the last entry; 0 where there is none. */
export async function lastNumber(db: Kysely<Tables>): Promise<number> {
  const last = db.fn.max<number | null>('number').as('last');
  const row = await db.selectFrom('ended_access').select(last).executeTakeFirst();
  return row?.last ?? 0;
}

/** What was written after that number, with how far it goes. Entries of `self` are left out. */
export async function endedAfter(
  db: Kysely<Tables>,
  number: number,
  self: string,
): Promise<{ readonly ended: readonly EndedAccess[]; readonly last: number }> {
  const rows = await db.selectFrom('ended_access').selectAll().where('number', '>', number).orderBy('number').execute();
  const ended = rows
    .filter((row) => row.written_by !== self)
    .map((row) => ({ userId: row.user_id, openedUntil: row.opened_until }));
  return { ended, last: rows.at(-1)?.number ?? number };
}
