import type { Kysely } from 'kysely';
import type { AccessJournal, EndedAccess } from '../../access-journal.js';
import { endedAfter, lastNumber } from '../sql/ended-access.js';
import type { Tables } from '../sql/tables.js';

/** The journal of a PostgreSQL database. */
export class PostgresAccessJournal implements AccessJournal {
  #last = 0;

  private constructor(
    private readonly db: Kysely<Tables>,
    private readonly self: string,
    readonly onWritten: (callback: () => void) => void,
  ) {}

  /**
   * @param self under which this process writes its own entries, which are none of its concern
   * @param onWritten lets somebody be called when there may be new entries
   */
  static async open(
    db: Kysely<Tables>,
    self: string,
    onWritten: (callback: () => void) => void,
  ): Promise<PostgresAccessJournal> {
    const journal = new PostgresAccessJournal(db, self, onWritten);
    journal.#last = await lastNumber(db);
    return journal;
  }

  async endedElsewhere(): Promise<readonly EndedAccess[]> {
    const { ended, last } = await endedAfter(this.db, this.#last, this.self);
    this.#last = last;
    return ended;
  }
}
