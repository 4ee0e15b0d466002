import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Who else vouches for a user, and with what: e-mail address, identities of other sources, and memberships that such a
 * source says, beside our own. `locked_until` is the time up to which no password logs the user in.
 */
const statements = [
  `alter table users add column email text not null default ''`,
  `alter table users add column locked_until integer`,
  `create table identities (
    issuer text not null,
    subject text not null,
    user_id text not null references users (id) on delete cascade,
    primary key (issuer, subject)
  ) strict, without rowid`,
  `create index identities_by_user on identities (user_id)`,
  `create table sourced_memberships (
    user_id text not null references users (id) on delete cascade,
    issuer text not null,
    group_id text not null references groups (id) on delete cascade,
    primary key (user_id, issuer, group_id)
  ) strict, without rowid`,
  `create index sourced_memberships_by_group on sourced_memberships (group_id)`,
];

export const otherSources: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
