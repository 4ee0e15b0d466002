import { sql, type Kysely } from 'kysely';
import type { AccessJournal, EndedAccess } from '../../access-journal.js';
import type { Tables } from './tables.js';

const kept = 1000;

/** Writes down that the former credentials of a user count no more. To be called within the transaction of the change. */
export async function noteEndedAccess(db: Kysely<Tables>, ended: EndedAccess, writtenBy: string): Promise<void> {
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
    const last = db.fn.max<number | null>('number').as('last');
    const row = await db.selectFrom('ended_access').select(last).executeTakeFirst();
    return new SqliteAccessJournal(db, self, version, row?.last ?? 0);
  }

  async endedElsewhere(): Promise<readonly EndedAccess[]> {
    const version = await versionOf(this.#db);
    if (version === this.#version) return [];
    const rows = await this.#db
      .selectFrom('ended_access')
      .selectAll()
      .where('number', '>', this.#last)
      .orderBy('number')
      .execute();
    this.#version = version;
    this.#last = rows.at(-1)?.number ?? this.#last;
    return rows
      .filter((row) => row.written_by !== this.#self)
      .map((row) => ({ userId: row.user_id, openedUntil: row.opened_until }));
  }
}

/** Changes when another connection has written, and never by what this one writes. Source: sqlite.org/pragma.html, data_version */
async function versionOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version ?? 0;
}
