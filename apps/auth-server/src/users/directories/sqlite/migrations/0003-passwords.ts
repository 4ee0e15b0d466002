import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What the rules of passwords remember: wrong passwords in a row, and hashes of former passwords. `wrong_passwords_of_nobody`
 * has one row, which is written to where a login name is unknown: it costs what a wrong password of somebody costs.
 */
const statements = [
  `alter table users add column wrong_passwords integer not null default 0`,
  `create table wrong_passwords_of_nobody (
    id text primary key,
    wrong_passwords integer not null,
    locked_until integer
  ) strict`,
  `insert into wrong_passwords_of_nobody (id, wrong_passwords) values ('', 0)`,
  `create table former_passwords (
    number integer primary key autoincrement,
    user_id text not null references users (id) on delete cascade,
    hash text not null,
    replaced_at integer not null
  ) strict`,
  `create index former_passwords_by_user on former_passwords (user_id, number)`,
];

export const passwords: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
