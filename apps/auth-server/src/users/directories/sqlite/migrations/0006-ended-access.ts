import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Of whom the former credentials count no more, for other processes on this database: `written_by` is the one that wrote
 * it. Times are milliseconds since the epoch.
 */
const statement = `create table ended_access (
  number integer primary key autoincrement,
  user_id text not null,
  opened_until integer not null,
  written_by text not null
) strict`;

export const endedAccess: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(statement).execute(db);
  },
};
