import { sql } from 'kysely';
import type { Locks } from '../sql/locks.js';

/** Rows that are there are locked as such; what may not be there yet has a lock of its own. All end with the transaction. */
export const postgresLocks: Locks = {
  async user(transaction, userId) {
    await transaction.selectFrom('users').select('id').where('id', '=', userId).forUpdate().execute();
  },
  async setting(transaction, name) {
    await sql`select pg_advisory_xact_lock('settings'::regclass::oid::int, hashtext(${name}))`.execute(transaction);
  },
  async journal(transaction) {
    await sql`lock table ended_access in share row exclusive mode`.execute(transaction);
  },
};
