/** Finding and removing events in a SQL database: the same queries for SQLite and PostgreSQL. */
import type { ExpressionBuilder, Kysely } from 'kysely';
import { defaultLimit, type AuditQuery, type StoredEvent } from '../../audit-store.js';
import { idsFrom } from '../../event-ids.js';
import { loginKeyOf } from '../../stored-event.js';
import { toEvent } from './rows.js';
import type { Tables } from './tables.js';

/** Events removed before other work gets its turn. */
const pruneAtOnce = 1000;

export async function findEvents(db: Kysely<Tables>, query: AuditQuery): Promise<readonly StoredEvent[]> {
  const { since, until, user, event, sessionId, ip, limit = defaultLimit } = query;
  if ([user, sessionId, ip].some((text) => text?.includes('\0'))) return []; // never stored
  let found = db.selectFrom('events').selectAll();
  if (since !== undefined) found = found.where('id', '>=', idsFrom(since));
  if (until !== undefined) found = found.where('id', '<', idsFrom(until));
  if (event !== undefined) found = found.where('event', '=', event);
  if (sessionId !== undefined) found = found.where('session_id', '=', sessionId);
  if (ip !== undefined) found = found.where('ip', '=', ip);
  if (user !== undefined) found = found.where((row) => isAbout(row, user));
  const rows = await found.orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toEvent);
}

/** Removes some of what is older than this moment. @returns how many, and whether there may be more */
export async function pruneSome(
  db: Kysely<Tables>,
  before: number,
): Promise<{ readonly removed: number; readonly more: boolean }> {
  const { numDeletedRows } = await db
    .deleteFrom('events')
    .where('id', 'in', (from) =>
      from.selectFrom('events').select('id').where('id', '<', idsFrom(before)).orderBy('id').limit(pruneAtOnce),
    )
    .executeTakeFirstOrThrow();
  return { removed: Number(numDeletedRows), more: numDeletedRows >= pruneAtOnce };
}

/** By id, by the name that the event has, or by an id that some event has with this name. */
function isAbout(row: ExpressionBuilder<Tables, 'events'>, user: string) {
  const [id, key] = [user.toUpperCase(), loginKeyOf(user)];
  const ids = row
    .selectFrom('events as named')
    .select('named.user_id')
    .distinct()
    .where('named.login_key', '=', key)
    .where('named.user_id', 'is not', null);
  return row.or([
    row('user_id', '=', id),
    row('by_user_id', '=', id),
    row('login_key', '=', key),
    row('user_id', 'in', ids),
    row('by_user_id', 'in', ids),
  ]);
}
