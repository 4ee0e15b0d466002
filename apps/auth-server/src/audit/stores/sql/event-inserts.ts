import type { CompiledQuery, Kysely } from 'kysely';
import type { StoredEvent } from '../../audit-store.js';
import { toRow } from './rows.js';
import type { Tables } from './tables.js';

/** Adds events. The statement for so many of them is made once: making it costs more than running it. */
export class EventInserts {
  readonly #db: Kysely<Tables>;
  readonly #byCount = new Map<number, CompiledQuery>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** All of them or none; those whose ids are there already are passed over. */
  async append(events: readonly StoredEvent[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map(toRow);
    let query = this.#byCount.get(rows.length);
    if (query === undefined) this.#byCount.set(rows.length, (query = this.#queryFor(rows)));
    // Of each row its columns in the order of toRow, as in the statement.
    await this.#db.executeQuery({ ...query, parameters: rows.flatMap((row) => Object.values(row)) });
  }

  #queryFor(rows: readonly ReturnType<typeof toRow>[]): CompiledQuery {
    const insert = this.#db.insertInto('events').values(rows);
    return insert.onConflict((same) => same.doNothing()).compile();
  }
}
