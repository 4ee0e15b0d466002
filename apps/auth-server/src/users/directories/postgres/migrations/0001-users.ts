import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What SQLite has after its migration 0006: users, groups, who is a member of what, and who may do what; passwords, API
 * tokens, settings and ended access. Times are milliseconds since the epoch, and booleans 0 and 1, as there: one set of
 * queries works with both. Texts are of collation "C", so that order and case mean the same in both.
 */
const statements = [
  `create table users (
    id text collate "C" primary key,
    login_name text collate "C" not null,
    login_key text collate "C" not null unique,
    full_name text collate "C" not null,
    initials text collate "C" not null,
    description text collate "C" not null,
    enabled smallint not null check (enabled in (0, 1)),
    standard_auth smallint not null check (standard_auth in (0, 1)),
    password_modifiable smallint not null check (password_modifiable in (0, 1)),
    require_new_password smallint not null check (require_new_password in (0, 1)),
    password_auto_expire smallint not null check (password_auto_expire in (0, 1)),
    password_expiration_frequency_days integer,
    password_expires_at bigint,
    password_hash text collate "C",
    metadata_user smallint not null check (metadata_user in (0, 1)),
    created_at bigint not null,
    modified_at bigint not null,
    email text collate "C" not null,
    locked_until bigint,
    wrong_passwords integer not null default 0
  )`,
  `create table groups (
    id text collate "C" primary key,
    name text collate "C" not null,
    name_key text collate "C" not null unique,
    description text collate "C" not null
  )`,
  `create table user_memberships (
    user_id text collate "C" not null references users (id) on delete cascade,
    group_id text collate "C" not null references groups (id) on delete cascade,
    primary key (user_id, group_id)
  )`,
  `create index user_memberships_by_group on user_memberships (group_id)`,
  `create table sourced_memberships (
    user_id text collate "C" not null references users (id) on delete cascade,
    issuer text collate "C" not null,
    group_id text collate "C" not null references groups (id) on delete cascade,
    primary key (user_id, issuer, group_id)
  )`,
  `create index sourced_memberships_by_group on sourced_memberships (group_id)`,
  `create table group_memberships (
    group_id text collate "C" not null references groups (id) on delete cascade,
    parent_id text collate "C" not null references groups (id) on delete cascade,
    primary key (group_id, parent_id)
  )`,
  `create index group_memberships_by_parent on group_memberships (parent_id)`,
  `create table identities (
    issuer text collate "C" not null,
    subject text collate "C" not null,
    user_id text collate "C" not null references users (id) on delete cascade,
    primary key (issuer, subject)
  )`,
  `create index identities_by_user on identities (user_id)`,
  ...['user', 'group'].flatMap((holder) => [
    `create table ${holder}_privileges (
      ${holder}_id text collate "C" not null references ${holder}s (id) on delete cascade,
      privilege_id text collate "C" not null,
      project_id text collate "C" not null,
      primary key (${holder}_id, privilege_id, project_id)
    )`,
    `create table ${holder}_projects (
      ${holder}_id text collate "C" not null references ${holder}s (id) on delete cascade,
      project_id text collate "C" not null,
      primary key (${holder}_id, project_id)
    )`,
  ]),
  `create table wrong_passwords_of_nobody (
    id text collate "C" primary key,
    wrong_passwords integer not null,
    locked_until bigint
  )`,
  `insert into wrong_passwords_of_nobody (id, wrong_passwords) values ('', 0)`,
  `create table former_passwords (
    number bigint generated always as identity primary key,
    user_id text collate "C" not null references users (id) on delete cascade,
    hash text collate "C" not null,
    replaced_at bigint not null
  )`,
  `create index former_passwords_by_user on former_passwords (user_id, number)`,
  `create table api_tokens (
    user_id text collate "C" primary key references users (id) on delete cascade,
    token_hash text collate "C" not null unique,
    created_at bigint not null,
    expires_at bigint not null,
    last_used_at bigint,
    created_by text collate "C" not null
  )`,
  `create table settings (
    name text collate "C" primary key,
    value text collate "C" not null,
    version integer not null
  )`,
  `create table ended_access (
    number bigint generated always as identity primary key,
    user_id text collate "C" not null,
    opened_until bigint not null,
    written_by text collate "C" not null
  )`,
  // Other servers look at once, instead of at their next turn.
  `create function notify_ended_access() returns trigger language plpgsql as $$
    begin
      perform pg_notify(tg_table_schema || '.ended_access', '');
      return null;
    end
  $$`,
  `create trigger notify_ended_access after insert on ended_access
    for each statement execute function notify_ended_access()`,
];

export const users: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
