import type { Kysely } from 'kysely';
import type { DatabaseVersion } from '../../../sqlite/database-version.js';
import type { AccessJournal, EndedAccess } from '../../access-journal.js';
import { endedAfter, lastNumber } from '../sql/ended-access.js';
import type { Tables } from '../sql/tables.js';

/** The journal of a SQLite database. */
export class SqliteAccessJournal implements AccessJournal {
  readonly #db: Kysely<Tables>;
  readonly #version: DatabaseVersion;
  readonly #self: string;
  #seen: number;
  #last: number;

  private constructor(db: Kysely<Tables>, version: DatabaseVersion, self: string, seen: number, last: number) {
    this.#db = db;
    this.#version = version;
    this.#self = self;
    this.#seen = seen;
    this.#last = last;
  }

  /** @param self under which this process writes its own entries, which are none of its concern */
  static async open(db: Kysely<Tables>, version: DatabaseVersion, self: string): Promise<SqliteAccessJournal> {
    const seen = version.ofOthers();
    return new SqliteAccessJournal(db, version, self, seen, await lastNumber(db));
  }

  async endedElsewhere(): Promise<readonly EndedAccess[]> {
    const seen = this.#version.ofOthers();
    if (seen === this.#seen) return [];
    const { ended, last } = await endedAfter(this.#db, this.#last, this.#self);
    this.#seen = seen;
    this.#last = last;
    return ended;
  }
}
