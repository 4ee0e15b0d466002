/** Users in PostgreSQL: one directory for many nodes. */
import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Client } from 'pg';
import { listen } from '../../../postgres/listen.js';
import { lockOf, openPostgres, type PostgresKind } from '../../../postgres/open-postgres.js';
import type { PostgresSettings } from '../../../postgres/settings.js';
import type { Directory } from '../../directory.js';
import { SqlApiTokenStore } from '../sql/sql-api-token-store.js';
import { SqlSettingsStore } from '../sql/sql-settings-store.js';
import { SqlUserDirectory } from '../sql/sql-user-directory.js';
import type { Tables } from '../sql/tables.js';
import { migrations } from './migrations/index.js';
import { PostgresAccessJournal } from './postgres-access-journal.js';
import { postgresLocks } from './postgres-locks.js';

export const usersKind: PostgresKind = { name: 'user database', migrationTable: 'users_migration', migrations };

/** @throws Error naming the place: it cannot be reached, belongs to another program or a newer version */
export async function openPostgresDirectory(settings: PostgresSettings): Promise<Directory> {
  const { schema, poolSize: size } = settings;
  const { db, connect } = await openPostgres<Tables>(settings, usersKind, { size });
  const self = randomUUID();
  let endListening = () => Promise.resolve();
  const onWritten = (callback: () => void) => {
    endListening = listen(connect, `${schema}.ended_access`, callback);
  };
  const close = async () => {
    await endListening();
    await db.destroy();
  };
  try {
    return {
      users: new SqlUserDirectory(db, { locks: postgresLocks, writtenBy: self }, close),
      apiTokens: new SqlApiTokenStore(db, postgresLocks),
      accessJournal: await PostgresAccessJournal.open(db, self, onWritten),
      settings: new SqlSettingsStore(db, postgresLocks),
      alone: (work) => alone(connect, db, schema, work),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** On a connection of its own: should this process end, so does the lock. */
async function alone<T>(
  connect: () => Promise<Client>,
  db: Kysely<Tables>,
  schema: string,
  work: () => Promise<T>,
): Promise<T> {
  const client = await connect();
  try {
    const { sql: text, parameters } = sql`select pg_advisory_lock(${lockOf(schema, 'seed')})`.compile(db);
    await client.query(text, [...parameters]);
    return await work();
  } finally {
    await client.end();
  }
}
