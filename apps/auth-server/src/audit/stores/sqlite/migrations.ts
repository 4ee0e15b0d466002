/** All migrations, oldest first. A released one is never changed: a later one changes what it did. */
import { sql, type Kysely, type Migration } from 'kysely';

/**
 * The id begins with the time, so that the primary key is the order in time. `at` is milliseconds since the epoch;
 * `login_key` is `loginKeyOf` the login name; `details` is a JSON object.
 */
const events: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table events (
      id text primary key,
      at integer not null,
      event text not null,
      user_id text,
      login_name text,
      login_key text,
      login_mode integer,
      session_id text,
      ip text,
      request_id text,
      reason text,
      by_user_id text,
      details text
    ) strict, without rowid`.execute(db);
    for (const column of ['user_id', 'by_user_id', 'login_key', 'session_id', 'ip']) {
      const [name, of] = [sql.id(`events_by_${column}`), sql.id(column)];
      await sql`create index ${name} on events (${of}, id) where ${of} is not null`.execute(db);
    }
  },
};

export const migrations: Readonly<Record<string, Migration>> = { '0001-events': events };
