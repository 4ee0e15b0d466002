/** Opens a SQLite file of this server: makes sure that it is ours and not from the future, and brings its schema up to date. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { DEFAULT_MIGRATION_TABLE, Kysely, Migrator, sql, type Migration } from 'kysely';
import Libsql from 'libsql';
import { refuseOtherSchema, type Access } from '../schema/refuse-other-schema.js';
import { versionOf, type DatabaseVersion } from './database-version.js';
import { LibsqlDialect } from './libsql-dialect.js';

/** One kind of database. */
export interface SqliteKind {
  /** As messages call it: `user database`. */
  readonly name: string;
  /** Marks a file as one of this kind. Source: sqlite.org/pragma.html, application_id */
  readonly applicationId: number;
  /** Oldest first. */
  readonly migrations: Readonly<Record<string, Migration>>;
  /** Is the whole file read once when it is opened, so that damage is found then and not later? */
  readonly readWhole: boolean;
  /** Set on each connection, such as `foreign_keys = ON`. */
  readonly pragmas: readonly string[];
}

export interface OpenedSqlite<Tables> {
  readonly db: Kysely<Tables>;
  readonly version: DatabaseVersion;
}

/** How long a statement waits for another process. libsql waits on the event loop, so it must stay far below a second. */
const busyTimeoutMs = 500;

/**
 * @param file path of the database, or `:memory:`. For reading it must be there and is left as it is, else it is made or
 * brought up to date as needed.
 * @throws Error naming the file: it cannot be opened, is damaged, belongs to another program or another version
 */
export async function openSqlite<Tables>(
  file: string,
  kind: SqliteKind,
  access: Access = 'write',
): Promise<OpenedSqlite<Tables>> {
  let connection: Libsql.Database | undefined;
  try {
    if (access === 'read' && !existsSync(file)) throw new Error('there is no such file');
    if (access === 'write' && file !== ':memory:') makeForOwnerOnly(file);
    connection = new Libsql(file);
    configure(connection, kind, access);
    claim(connection, kind, access);
    refuseOtherSchema(executedMigrations(connection), Object.keys(kind.migrations), access);
    const db = new Kysely<Tables>({ dialect: new LibsqlDialect(connection) });
    if (access === 'write') await migrate(db, kind);
    return { db, version: versionOf(connection) };
  } catch (error) {
    connection?.close();
    throw new Error(`The ${kind.name} ${file} cannot be used: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Closes a database that was opened for writing. libsql frees a connection only with its last statement, so SQLite would
 * not tidy up by itself: after this, the one file is the whole database and can be copied.
 */
export async function closeSqlite<Tables>(db: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  await db.destroy();
}

/** The file holds what only the server should know. SQLite gives its companions (-wal, -shm) the mode of the database. */
function makeForOwnerOnly(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

function configure(connection: Libsql.Database, { pragmas }: SqliteKind, access: Access): void {
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
  if (access === 'read') {
    connection.pragma('query_only = ON'); // libsql cannot open a file for reading only
    return;
  }
  connection.pragma('journal_mode = WAL');
  for (const pragma of pragmas) connection.pragma(pragma);
}

function claim(connection: Libsql.Database, kind: SqliteKind, access: Access): void {
  const { applicationId, readWhole } = kind;
  if (firstOf(connection, 'pragma application_id') !== applicationId) {
    if (access === 'read' || firstOf(connection, 'select count(*) from sqlite_master') !== 0) {
      throw new Error(`it is a database of another program. The ${kind.name} needs a file of its own.`);
    }
    connection.pragma(`application_id = ${applicationId}`);
  }
  if (!readWhole) return;
  const found = firstOf(connection, 'pragma quick_check(1)');
  if (found !== 'ok') throw new Error(`it is damaged (${String(found)}). Restore a backup.`);
}

function executedMigrations(connection: Libsql.Database): string[] {
  const table = connection.prepare('select name from sqlite_master where name = ?').all([DEFAULT_MIGRATION_TABLE]);
  if (table.length === 0) return [];
  const rows = connection.prepare(`select name from ${DEFAULT_MIGRATION_TABLE} order by name`).raw().all([]);
  return rows.map((row) => String(firstColumnOf(row)));
}

async function migrate<Tables>(db: Kysely<Tables>, { migrations }: SqliteKind): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('its schema could not be brought up to date', { cause: error });
}

function firstOf(connection: Libsql.Database, query: string): unknown {
  return firstColumnOf(connection.prepare(query).raw().all([])[0]);
}

function firstColumnOf(row: unknown): unknown {
  return Array.isArray(row) ? row[0] : undefined;
}

/** The innermost cause says most. What libsql throws is not an `Error` by every measure. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { readonly cause?: unknown; readonly message?: unknown }; // nobody throws null
  return cause === undefined ? String(message ?? error) : reasonOf(cause);
}
