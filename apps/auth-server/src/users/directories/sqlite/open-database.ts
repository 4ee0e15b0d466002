/** Opens a user database: makes sure that it is ours, intact and not from the future, and brings its schema up to date. */
import { closeSync, openSync } from 'node:fs';
import { DEFAULT_MIGRATION_TABLE, Kysely, Migrator } from 'kysely';
import Libsql from 'libsql';
import { LibsqlDialect } from './libsql-dialect.js';
import { migrations } from './migrations/index.js';
import type { Tables } from './tables.js';

/** Marks a SQLite file as a user database of this server ("MRAU"). Source: sqlite.org/pragma.html, application_id */
const applicationId = 0x4d524155;

/** How long a statement waits for another process. libsql waits on the event loop, so it must stay far below a second. */
const busyTimeoutMs = 500;

/**
 * @param file path of the database, which is made if it is not there, or `:memory:`
 * @throws Error naming the file: it cannot be opened, is damaged, belongs to another program or a newer version
 */
export async function openDatabase(file: string): Promise<Kysely<Tables>> {
  let connection: Libsql.Database | undefined;
  try {
    if (file !== ':memory:') makeForOwnerOnly(file);
    connection = new Libsql(file);
    configure(connection);
    claim(connection);
    refuseNewerSchema(connection);
    const db = new Kysely<Tables>({ dialect: new LibsqlDialect(connection) });
    await migrate(db);
    return db;
  } catch (error) {
    connection?.close();
    throw new Error(`The user database ${file} cannot be used: ${reasonOf(error)}`, { cause: error });
  }
}

/** The file holds password hashes. SQLite gives its companions (-wal, -shm) the mode of the database. */
function makeForOwnerOnly(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

function configure(connection: Libsql.Database): void {
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('foreign_keys = ON');
}

/** Reads the whole file once: better to refuse at the start than in the middle of a login. */
function claim(connection: Libsql.Database): void {
  if (firstOf(connection, 'pragma application_id') !== applicationId) {
    if (firstOf(connection, 'select count(*) from sqlite_master') !== 0) {
      throw new Error('it is a database of another program. Name a file of its own for the users.');
    }
    connection.pragma(`application_id = ${applicationId}`);
  }
  const found = firstOf(connection, 'pragma quick_check(1)');
  if (found !== 'ok') throw new Error(`it is damaged (${String(found)}). Restore a backup.`);
}

function refuseNewerSchema(connection: Libsql.Database): void {
  const executed = executedMigrations(connection);
  const known = Object.keys(migrations);
  if (executed.some((name) => !known.includes(name))) {
    throw new Error(
      `a newer version of this server has written it: its schema is at ${executed.at(-1)}, ` +
        `and this version knows up to ${known.at(-1)}. Start the newer version, or restore a backup.`,
    );
  }
}

function executedMigrations(connection: Libsql.Database): string[] {
  const table = connection.prepare('select name from sqlite_master where name = ?').all([DEFAULT_MIGRATION_TABLE]);
  if (table.length === 0) return [];
  const rows = connection.prepare(`select name from ${DEFAULT_MIGRATION_TABLE} order by name`).raw().all([]);
  return rows.map((row) => String(firstColumnOf(row)));
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('its schema could not be brought up to date', { cause: error });
}

function firstOf(connection: Libsql.Database, sql: string): unknown {
  return firstColumnOf(connection.prepare(sql).raw().all([])[0]);
}

function firstColumnOf(row: unknown): unknown {
  return Array.isArray(row) ? row[0] : undefined;
}

/** The innermost cause says most. What libsql throws is not an `Error` by every measure. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { readonly cause?: unknown; readonly message?: unknown }; // nobody throws null
  return cause === undefined ? String(message ?? error) : reasonOf(cause);
}
