/** Events in one SQLite file: nothing to install, and it can be asked while the server runs. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExpressionBuilder, Kysely } from 'kysely';
import { closeSqlite, openSqlite } from '../../../sqlite/open-sqlite.js';
import { defaultLimit, type AuditQuery, type AuditStore, type StoredEvent } from '../../audit-store.js';
import { idsFrom } from '../../event-ids.js';
import { loginKeyOf } from '../../stored-event.js';
import { migrations } from './migrations.js';
import { toEvent, toRow } from './rows.js';
import type { Tables } from './tables.js';

const kind = {
  name: 'audit database',
  applicationId: 0x4d524141, // "MRAA"
  migrations,
  readWhole: false, // it may be large, and no login depends on it
  pragmas: [
    // A crash of the process loses nothing that was stored; one of the machine may lose the last batches, which the log has.
    'synchronous = NORMAL',
    // What is too old is overwritten, not only forgotten.
    'secure_delete = ON',
  ],
};

/** Events removed before other work gets its turn. */
const pruneAtOnce = 1000;

/**
 * @param file path of the database, or `:memory:`
 * @param access for reading it must be there, and another process may be writing it
 * @throws Error naming the file: it cannot be opened, is damaged, belongs to another program or another version
 */
export async function openSqliteAuditStore(file: string, access: 'write' | 'read' = 'write'): Promise<AuditStore> {
  const db = await openSqlite<Tables>(file, kind, access);
  return new SqliteAuditStore(db, access);
}

class SqliteAuditStore implements AuditStore {
  readonly #db: Kysely<Tables>;
  readonly #access: 'write' | 'read';
  #closed = false;

  constructor(db: Kysely<Tables>, access: 'write' | 'read') {
    this.#db = db;
    this.#access = access;
  }

  async append(events: readonly StoredEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.#db
      .insertInto('events')
      .values(events.map(toRow))
      .onConflict((same) => same.doNothing())
      .execute();
  }

  async find(query: AuditQuery): Promise<readonly StoredEvent[]> {
    const { since, until, user, event, sessionId, ip, limit = defaultLimit } = query;
    if ([user, sessionId, ip].some((text) => text?.includes('\0'))) return []; // never stored
    let found = this.#db.selectFrom('events').selectAll();
    if (since !== undefined) found = found.where('id', '>=', idsFrom(since));
    if (until !== undefined) found = found.where('id', '<', idsFrom(until));
    if (event !== undefined) found = found.where('event', '=', event);
    if (sessionId !== undefined) found = found.where('session_id', '=', sessionId);
    if (ip !== undefined) found = found.where('ip', '=', ip);
    if (user !== undefined) found = found.where((row) => isAbout(row, user));
    const rows = await found.orderBy('id', 'desc').limit(limit).execute();
    return rows.map(toEvent);
  }

  async prune(before: number): Promise<number> {
    let removed = 0;
    while (!this.#closed) {
      const { numDeletedRows } = await this.#db
        .deleteFrom('events')
        .where('id', 'in', (db) =>
          db.selectFrom('events').select('id').where('id', '<', idsFrom(before)).orderBy('id').limit(pruneAtOnce),
        )
        .executeTakeFirstOrThrow();
      removed += Number(numDeletedRows);
      if (numDeletedRows < pruneAtOnce) break;
      await nextTurn();
    }
    return removed;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#access === 'write') await closeSqlite(this.#db);
    else await this.#db.destroy();
  }
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
