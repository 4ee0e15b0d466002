import { sql, type Kysely, type Migration } from 'kysely';

/** Settings that are changed while the server runs. `version` counts the changes of each. */
const statement = `create table settings (
  name text primary key,
  value text not null,
  version integer not null
) strict, without rowid`;

export const settings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(statement).execute(db);
  },
};
