/** Opens tables of this server in PostgreSQL: makes sure that they are ours and not from the future, and brings them up to date. */
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely';
import type pg from 'pg';
import { refuseOtherSchema, type Access } from '../schema/refuse-other-schema.js';
import { carefulPool } from './careful-pool.js';
import { messageOf } from './outage.js';
import { placeOf, wayTo, type PostgresSettings } from './settings.js';

/** One kind of tables. Several share a schema, each with a table of the migrations that it has seen. */
export interface PostgresKind {
  /** As messages call it: `user database`. */
  readonly name: string;
  readonly migrationTable: 'users_migration' | 'audit_migration';
  /** Oldest first. */
  readonly migrations: Readonly<Record<string, Migration>>;
}

export interface OpenPostgres<Tables> {
  readonly db: Kysely<Tables>;
  /** A connection of one's own, with the schema as its path. It has to be ended. */
  readonly connect: () => Promise<pg.Client>;
}

/** The first connection may have to wait for another server that is making the tables. */
const setUpDeadlineMs = 60_000;
/** Of connecting. */
const connectDeadlineMs = 5000;

/**
 * @param size most connections at a time
 * @throws Error naming the place: it cannot be reached, belongs to another program or another version
 */
export async function openPostgres<Tables>(
  settings: PostgresSettings,
  kind: PostgresKind,
  { size, access = 'write' }: { readonly size: number; readonly access?: Access },
): Promise<OpenPostgres<Tables>> {
  const { default: driver } = await import('pg');
  try {
    const way = wayTo(settings);
    const { schema, deadlineMs } = settings;
    const ownPath = { search_path: schema, default_transaction_isolation: 'read committed' };
    await setUp(driver, way, schema, kind, access);
    const readOnly = access === 'read' ? { default_transaction_read_only: 'on' } : {};
    const pool = carefulPool(driver, way, { size, deadlineMs, parameters: { ...ownPath, ...readOnly } });
    const connect = async () => {
      const client = new driver.Client({
        ...way,
        connectionTimeoutMillis: connectDeadlineMs,
        statement_timeout: setUpDeadlineMs,
        options: `-c search_path=${schema}`,
      });
      client.on('error', () => undefined); // its end is what counts
      await client.connect();
      return client;
    };
    return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), connect };
  } catch (error) {
    throw new Error(`The ${kind.name} ${placeOf(settings)} cannot be used: ${messageOf(error)}`, { cause: error });
  }
}

/** On one connection, which holds a lock: of several servers that start at once, one after the other does this. */
async function setUp(driver: typeof pg, way: pg.ClientConfig, schema: string, kind: PostgresKind, access: Access) {
  const pool = new driver.Pool({
    ...way,
    max: 1,
    connectionTimeoutMillis: connectDeadlineMs,
    statement_timeout: setUpDeadlineMs,
    query_timeout: setUpDeadlineMs + connectDeadlineMs,
    options: `-c search_path=${schema}`,
  });
  pool.on('error', () => undefined); // whoever asks next hears of it
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await db.connection().execute(async (one) => {
      await refuseOtherEncoding(one);
      if (access === 'write') await sql`select pg_advisory_lock(${lockOf(schema, 'tables')})`.execute(one);
      if (access === 'write') await makeSchema(one, schema);
      await refuseForeignTables(one, schema, access);
      const { migrationTable, migrations } = kind;
      refuseOtherSchema(await executedIn(one, schema, migrationTable), Object.keys(migrations), access);
      if (access === 'write') await migrate(one, schema, kind);
    });
  } finally {
    await db.destroy(); // with the connection goes the lock
  }
}

/** The number of a lock that every server on the same schema means. */
export function lockOf(schema: string, what: 'tables' | 'seed' | 'retention') {
  return sql<string>`hashtextextended(${`mstr-auth-server ${schema} ${what}`}, 0)`;
}

async function refuseOtherEncoding(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8') throw new Error(`its encoding is ${encoding}: make one with the encoding UTF8`);
}

async function makeSchema(db: Kysely<unknown>, schema: string): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regnamespace(${schema}) is not null as there`.execute(db);
  if (rows[0]?.there === true) return;
  try {
    await db.schema.createSchema(schema).execute();
  } catch (error) {
    const todo = `create schema ${schema} authorization <its user>`;
    throw new Error(`there is no schema ${schema}, and it cannot be made (${messageOf(error)}): ${todo}`, {
      cause: error,
    });
  }
}

async function refuseForeignTables(db: Kysely<unknown>, schema: string, access: Access): Promise<void> {
  const { rows } = await sql<{ tables: string; ours: string }>`
    select count(*) as tables, count(*) filter (where tablename in ('users_migration', 'audit_migration')) as ours
    from pg_tables where schemaname = ${schema}`.execute(db);
  const [tables, ours] = [Number(rows[0]?.tables), Number(rows[0]?.ours)];
  if (tables > 0 && ours === 0)
    throw new Error('the schema holds tables of another program: directory.schema needs one of its own');
  if (tables === 0 && access === 'read') throw new Error('there are no tables of this server in it');
}

async function executedIn(db: Kysely<unknown>, schema: string, table: string): Promise<readonly string[]> {
  const name = `${schema}.${table}`;
  const { rows: found } = await sql<{ there: boolean }>`select to_regclass(${name}) is not null as there`.execute(db);
  if (found[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.id(schema, table)} order by name`.execute(db);
  return rows.map((row) => row.name);
}

async function migrate(db: Kysely<unknown>, schema: string, { migrations, migrationTable }: PostgresKind) {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableSchema: schema, // else Kysely takes a table of this name in any schema for it
    migrationTableName: migrationTable,
    migrationLockTableName: `${migrationTable}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error(`its schema could not be brought up to date (${messageOf(error)})`);
}
