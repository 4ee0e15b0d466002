import { sql, type Kysely } from 'kysely';
import type { AccessJournal, EndedAccess } from '../../access-journal.js';
import { endedAfter, lastNumber } from '../sql/ended-access.js';
import type { Tables } from '../sql/tables.js';

/** The journal of a SQLite database. */
export class SqliteAccessJournal implements AccessJournal {
  readonly #db: Kysely<Tables>;
  readonly #self: string;
  #version: number;
  #last: number;

  private constructor(db: Kysely<Tables>, self: string, version: number, last: number) {
    this.#db = db;
    this.#self = self;
    this.#version = version;
    this.#last = last;
  }

  /** @param self under which this process writes its own entries, which are none of its concern */
  static async open(db: Kysely<Tables>, self: string): Promise<SqliteAccessJournal> {
    const version = await versionOf(db);
    return new SqliteAccessJournal(db, self, version, await lastNumber(db));
  }

  async endedElsewhere(): Promise<readonly EndedAccess[]> {
    const version = await versionOf(this.#db);
    if (version === this.#version) return [];
    const { ended, last } = await endedAfter(this.#db, this.#last, this.#self);
    this.#version = version;
    this.#last = last;
    return ended;
  }
}

/** Changes when another connection has written, and never by what this one writes. Source: sqlite.org/pragma.html, data_version */
async function versionOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version ?? 0;
}
