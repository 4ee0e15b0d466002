import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Users, groups, who is a member of what, and who may do what. Times are milliseconds since the epoch; `login_key` and
 * `name_key` are `nameKeyOf` the name. Users and groups have tables of their own for memberships and grants, because
 * the guest and its group share one well-known id.
 */
const statements = [
  `create table users (
    id text primary key,
    login_name text not null,
    login_key text not null unique,
    full_name text not null,
    initials text not null,
    description text not null,
    enabled integer not null check (enabled in (0, 1)),
    standard_auth integer not null check (standard_auth in (0, 1)),
    password_modifiable integer not null check (password_modifiable in (0, 1)),
    require_new_password integer not null check (require_new_password in (0, 1)),
    password_auto_expire integer not null check (password_auto_expire in (0, 1)),
    password_expiration_frequency_days integer,
    password_expires_at integer,
    password_hash text,
    metadata_user integer not null check (metadata_user in (0, 1)),
    created_at integer not null,
    modified_at integer not null
  ) strict`,
  `create table groups (
    id text primary key,
    name text not null,
    name_key text not null unique,
    description text not null
  ) strict`,
  `create table user_memberships (
    user_id text not null references users (id) on delete cascade,
    group_id text not null references groups (id) on delete cascade,
    primary key (user_id, group_id)
  ) strict, without rowid`,
  `create index user_memberships_by_group on user_memberships (group_id)`,
  `create table group_memberships (
    group_id text not null references groups (id) on delete cascade,
    parent_id text not null references groups (id) on delete cascade,
    primary key (group_id, parent_id)
  ) strict, without rowid`,
  `create index group_memberships_by_parent on group_memberships (parent_id)`,
  `create table user_privileges (
    user_id text not null references users (id) on delete cascade,
    privilege_id text not null,
    project_id text not null,
    primary key (user_id, privilege_id, project_id)
  ) strict, without rowid`,
  `create table group_privileges (
    group_id text not null references groups (id) on delete cascade,
    privilege_id text not null,
    project_id text not null,
    primary key (group_id, privilege_id, project_id)
  ) strict, without rowid`,
  `create table user_projects (
    user_id text not null references users (id) on delete cascade,
    project_id text not null,
    primary key (user_id, project_id)
  ) strict, without rowid`,
  `create table group_projects (
    group_id text not null references groups (id) on delete cascade,
    project_id text not null,
    primary key (group_id, project_id)
  ) strict, without rowid`,
];

export const users: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
