import { sql, type Kysely, type Migration } from 'kysely';

/** API tokens: one for each user, and of the token its hash only. Times are milliseconds since the epoch. */
const statement = `create table api_tokens (
  user_id text primary key references users (id) on delete cascade,
  token_hash text not null unique,
  created_at integer not null,
  expires_at integer not null,
  last_used_at integer,
  created_by text not null
) strict`;

export const apiTokens: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(statement).execute(db);
  },
};
