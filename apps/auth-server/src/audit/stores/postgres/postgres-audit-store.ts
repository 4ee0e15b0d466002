/** Events in PostgreSQL: one trail of many nodes. */
import { sql, type Kysely } from 'kysely';
import { lockOf, openPostgres, type PostgresKind } from '../../../postgres/open-postgres.js';
import type { PostgresSettings } from '../../../postgres/settings.js';
import type { Access } from '../../../schema/refuse-other-schema.js';
import type { AuditQuery, AuditStore, StoredEvent } from '../../audit-store.js';
import { EventInserts } from '../sql/event-inserts.js';
import { findEvents, pruneSome } from '../sql/events-table.js';
import type { Tables } from '../sql/tables.js';
import { migrations } from './migrations.js';

const kind: PostgresKind = { name: 'audit database', migrationTable: 'audit_migration', migrations };

/** One that writes, and one for questions. Apart from those of the users: a storm of events keeps no login waiting. */
const size = 2;

/**
 * @param access for reading it must be there, and other processes may be writing it
 * @throws Error naming the place: it cannot be reached, belongs to another program or another version
 */
export async function openPostgresAuditStore(
  settings: PostgresSettings,
  access: Access = 'write',
): Promise<AuditStore> {
  const { db } = await openPostgres<Tables>(settings, kind, { size, access });
  return new PostgresAuditStore(db, settings.schema);
}

class PostgresAuditStore implements AuditStore {
  readonly #inserts: EventInserts;
  #closed = false;

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly schema: string,
  ) {
    this.#inserts = new EventInserts(db);
  }

  append(events: readonly StoredEvent[]): Promise<void> {
    return this.#inserts.append(events);
  }

  find(query: AuditQuery): Promise<readonly StoredEvent[]> {
    return findEvents(this.db, query);
  }

  /** Where another node is at it, there is nothing to do here. */
  async prune(before: number): Promise<number> {
    let total = 0;
    while (!this.#closed) {
      const { removed, more } = await this.db.transaction().execute(async (transaction) => {
        const { rows } = await sql<{ mine: boolean }>`
          select pg_try_advisory_xact_lock(${lockOf(this.schema, 'retention')}) as mine`.execute(transaction);
        return rows[0]?.mine === true ? pruneSome(transaction, before) : { removed: 0, more: false };
      });
      total += removed;
      if (!more) break;
    }
    return total;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.db.destroy();
  }
}
