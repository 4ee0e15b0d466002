/** All migrations, oldest first. A released one is never changed: a later one changes what it did. */
import { sql, type Kysely, type Migration } from 'kysely';

/** As in SQLite: the id begins with the time, so that the primary key is the order in time. */
const events: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table events (
      id text collate "C" primary key,
      at bigint not null,
      event text collate "C" not null,
      user_id text collate "C",
      login_name text collate "C",
      login_key text collate "C",
      login_mode bigint,
      session_id text collate "C",
      ip text collate "C",
      request_id text collate "C",
      reason text collate "C",
      by_user_id text collate "C",
      details text collate "C"
    )`.execute(db);
    for (const column of ['user_id', 'by_user_id', 'login_key', 'session_id', 'ip']) {
      const [name, of] = [sql.id(`events_by_${column}`), sql.id(column)];
      await sql`create index ${name} on events (${of}, id) where ${of} is not null`.execute(db);
    }
  },
};

export const migrations: Readonly<Record<string, Migration>> = { '0001-events': events };
