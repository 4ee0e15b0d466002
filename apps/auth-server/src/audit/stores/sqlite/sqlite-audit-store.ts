/** Events in one SQLite file: nothing to install, and it can be asked while the server runs. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Access } from '../../../schema/refuse-other-schema.js';
import { closeSqlite, openSqlite } from '../../../sqlite/open-sqlite.js';
import type { AuditQuery, AuditStore, StoredEvent } from '../../audit-store.js';
import { EventInserts } from '../sql/event-inserts.js';
import { findEvents, pruneSome } from '../sql/events-table.js';
import type { Tables } from '../sql/tables.js';
import { migrations } from './migrations.js';

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

/**
 * @param file path of the database, or `:memory:`
 * @param access for reading it must be there, and another process may be writing it
 * @throws Error naming the file: it cannot be opened, is damaged, belongs to another program or another version
 */
export async function openSqliteAuditStore(file: string, access: Access = 'write'): Promise<AuditStore> {
  const { db } = await openSqlite<Tables>(file, kind, access);
  return new SqliteAuditStore(db, access);
}

class SqliteAuditStore implements AuditStore {
  readonly #db: Kysely<Tables>;
  readonly #access: Access;
  readonly #inserts: EventInserts;
  #closed = false;

  constructor(db: Kysely<Tables>, access: Access) {
    this.#db = db;
    this.#access = access;
    this.#inserts = new EventInserts(db);
  }

  append(events: readonly StoredEvent[]): Promise<void> {
    return this.#inserts.append(events);
  }

  find(query: AuditQuery): Promise<readonly StoredEvent[]> {
    return findEvents(this.#db, query);
  }

  async prune(before: number): Promise<number> {
    let total = 0;
    while (!this.#closed) {
      const { removed, more } = await pruneSome(this.#db, before);
      total += removed;
      if (!more) break;
      await nextTurn();
    }
    return total;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#access === 'write') await closeSqlite(this.#db);
    else await this.#db.destroy();
  }
}
