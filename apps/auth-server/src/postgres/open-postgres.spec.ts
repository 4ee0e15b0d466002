import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Migration } from 'kysely';
import { postgresFolder, startPostgres, type Postgres } from '../../../../tools/test-servers/postgres.js';
import { openPostgres, type PostgresKind } from './open-postgres.js';
import { placeOf, type PostgresSettings } from './settings.js';

const withPostgres = postgresFolder === undefined ? describe.skip : describe;

const notes: Migration = {
  up: async (db) => void (await sql`create table notes (name text primary key, at bigint)`.execute(db)),
};
const kind: PostgresKind = { name: 'test database', migrationTable: 'users_migration', migrations: { '0001': notes } };

interface Tables {
  notes: { name: string; at: number };
}

withPostgres('opening tables in PostgreSQL', () => {
  let postgres: Postgres;
  let folder: string;
  let schemas = 0;
  let settings: PostgresSettings;
  beforeAll(async () => {
    postgres = await startPostgres();
    folder = mkdtempSync(join(tmpdir(), 'open-postgres-'));
  }, 60_000);
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    schemas += 1;
    const { url } = postgres;
    settings = { url, tls: {}, allowPlaintext: false, poolSize: 4, schema: `s${schemas}`, deadlineMs: 500 };
  });

  const open = (more: Partial<PostgresSettings> = {}, of = kind, access: 'write' | 'read' = 'write') =>
    openPostgres<Tables>({ ...settings, ...more }, of, { size: 2, access });
  const opened = async (more: Partial<PostgresSettings> = {}) => (await open(more)).db;
  const withoutPassword = () => postgres.url.replace(/:[^:@]+@/, '@');
  const fileWith = (text: string) => {
    const file = join(folder, `file-${schemas}`);
    writeFileSync(file, text);
    return file;
  };

  it('makes schema and tables once, though several servers start at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => opened()));
    await all[0]?.insertInto('notes').values({ name: 'a', at: 8_640_000_000_000_000 }).execute();
    expect(await all[5]?.selectFrom('notes').selectAll().execute()).toEqual([{ name: 'a', at: 8_640_000_000_000_000 }]);
    await Promise.all(all.map((db) => db.destroy()));
  });

  it('refuses tables that a newer version has written, naming place and versions', async () => {
    await (await opened()).destroy();
    await postgres.sql(`insert into ${settings.schema}.users_migration values ('9999-future', '2030-01-01')`);
    await expect(opened()).rejects.toThrow(
      `The test database postgres://127.0.0.1:${postgres.port}/users (schema ${settings.schema}) cannot be used: a newer ` +
        'version of this server has written it: its schema is at 9999-future, and this version knows up to 0001.',
    );
  });

  it('refuses a schema of another program and leaves it alone', async () => {
    const { schema } = settings;
    await postgres.sql(`create schema ${schema} authorization auth_server; create table ${schema}.recipes (name text)`);
    await expect(opened()).rejects.toThrow('the schema holds tables of another program');
    expect(await postgres.sql(`select tablename from pg_tables where schemaname = '${schema}'`)).toEqual(['recipes']);
  });

  it('takes a migration back as a whole when it fails', async () => {
    const broken: Migration = {
      async up(db) {
        await sql`create table half (n integer)`.execute(db);
        await sql`select 1 / 0`.execute(db);
      },
    };
    await expect(open({}, { ...kind, migrations: { '0001': notes, '0002': broken } })).rejects.toThrow('could not be');
    const made = await postgres.sql(`select tablename from pg_tables where schemaname = '${settings.schema}'`);
    expect(made).not.toContain('half');
    await (await opened()).destroy();
  });

  it('is read only where it is there and of this version, and reading changes nothing', async () => {
    await expect(open({}, kind, 'read')).rejects.toThrow('there are no tables of this server in it');
    await (await opened()).destroy();
    const { db } = await open({}, kind, 'read');
    await expect(db.insertInto('notes').values({ name: 'a', at: 1 }).execute()).rejects.toMatchObject({
      kind: 'serviceUnavailable',
    });
    await db.destroy();
    const newer = { ...kind, migrations: { '0001': notes, '0002': notes } };
    await expect(open({}, newer, 'read')).rejects.toThrow('an older version of this server has written it');
  });

  it('says what to do where the schema is missing and cannot be made', async () => {
    await postgres.sql('alter database users owner to postgres');
    await expect(opened()).rejects.toThrow(`create schema ${settings.schema} authorization <its user>`);
    await postgres.sql('alter database users owner to auth_server');
  });

  it('takes the password from a file, again for each connection', async () => {
    const passwordFile = fileWith(`${postgres.password}\n`);
    await (await opened({ url: withoutPassword(), passwordFile })).destroy();
    writeFileSync(passwordFile, 'another');
    await expect(opened({ url: withoutPassword(), passwordFile })).rejects.toThrow('password authentication failed');
    writeFileSync(passwordFile, '\n');
    await expect(opened({ url: withoutPassword(), passwordFile })).rejects.toThrow(
      'directory.passwordFile: the file is empty',
    );
    await expect(opened({ passwordFile: join(folder, 'none') })).rejects.toThrow(
      'directory.passwordFile: the file cannot be read (ENOENT)',
    );
  });

  it('never says the password', async () => {
    const url = postgres.url.replace(/:[^:@]+@/, ':wrong-secret@');
    const error: unknown = await opened({ url }).catch((thrown: unknown) => thrown);
    const shown = error instanceof Error ? `${error.message} ${error.stack} ${JSON.stringify(error)}` : '';
    expect(shown).toContain('password authentication failed');
    expect(shown).not.toContain('wrong-secret');
    expect(placeOf({ ...settings, url })).not.toContain('wrong-secret');
  });

  it('believes the configured authority and no other', async () => {
    const db = await opened({ tls: { caFile: postgres.caFile } });
    const { rows } = await sql<{ ssl: boolean }>`
      select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(db);
    expect(rows).toEqual([{ ssl: true }]);
    await db.destroy();
    await expect(opened({ tls: { caFile: postgres.otherCaFile } })).rejects.toThrow(/certificate/);
    await expect(opened({ tls: { caFile: postgres.caFile, serverName: 'db.example.org' } })).rejects.toThrow(
      /db\.example\.org|altnames/,
    );
    await expect(opened({ tls: { caFile: join(folder, 'none') } })).rejects.toThrow(
      'directory.tls.caFile: the file cannot be read (ENOENT)',
    );
  });

  it('says that nothing listens there', async () => {
    const url = postgres.url.replace(`:${postgres.port}/`, ':1/');
    await expect(opened({ url })).rejects.toThrow('cannot be used: connect ECONNREFUSED');
  });

  describe('a statement', () => {
    it('that waits too long for another is unavailable, and its connection stays good', async () => {
      const db = await opened();
      await db.insertInto('notes').values({ name: 'a', at: 1 }).execute();
      await db.transaction().execute(async (transaction) => {
        await transaction.updateTable('notes').set({ at: 2 }).execute();
        await expect(db.updateTable('notes').set({ at: 3 }).execute()).rejects.toMatchObject({
          kind: 'serviceUnavailable',
          headers: { 'retry-after': '1' },
        });
      });
      expect(await db.selectFrom('notes').select('at').execute()).toEqual([{ at: 2 }]);
      await db.destroy();
    });

    it('that is refused says nothing of the values', async () => {
      const db = await opened();
      await db.insertInto('notes').values({ name: 'secret-value', at: 1 }).execute();
      const error: unknown = await db
        .insertInto('notes')
        .values({ name: 'secret-value', at: 1 })
        .execute()
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: '23505' });
      expect(JSON.stringify(error) + String(error)).not.toContain('secret-value');
      await db.destroy();
    });

    it('that gets no answer is unavailable within the deadline, also in a transaction, and closing is not kept', async () => {
      const db = await opened();
      await db.selectFrom('notes').selectAll().execute();
      postgres.pause();
      const start = performance.now();
      const working = db.transaction().execute((transaction) => transaction.selectFrom('notes').selectAll().execute());
      await expect(working).rejects.toMatchObject({ kind: 'serviceUnavailable' });
      await expect(db.selectFrom('notes').selectAll().execute()).rejects.toMatchObject({ kind: 'serviceUnavailable' });
      await db.destroy();
      expect(performance.now() - start).toBeLessThan(2500);
      postgres.resume();
    });

    it('works again by itself after the server was away', async () => {
      const db = await opened();
      await db.selectFrom('notes').selectAll().execute();
      await postgres.goDown();
      await expect(db.selectFrom('notes').selectAll().execute()).rejects.toMatchObject({ kind: 'serviceUnavailable' });
      await postgres.comeBack();
      expect(await db.selectFrom('notes').selectAll().execute()).toEqual([]);
      await db.destroy();
    });
  });
});
