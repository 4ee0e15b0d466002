/** All migrations, oldest first. A released one is never changed: a later one changes what it did. */
import type { Migration } from 'kysely';
import { users } from './0001-users.js';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-users': users,
};
