import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, Migrator, sql, type Migration } from 'kysely';
import Libsql from 'libsql';
import { LibsqlDialect } from './libsql-dialect.js';

interface Tables {
  notes: { name: string; number: number | null };
}

function open(file = ':memory:'): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new LibsqlDialect(new Libsql(file)) });
}

describe('the libsql dialect', () => {
  let db: Kysely<Tables>;

  beforeEach(async () => {
    db = open();
    await sql`create table notes (name text primary key, number integer) strict`.execute(db);
  });

  afterEach(() => db.destroy());

  it('refuses a boolean, which would end the process', async () => {
    const spoiled = { name: 'a', number: true as unknown as number }; // what a missing check at the door lets through
    await expect(db.insertInto('notes').values(spoiled).execute()).rejects.toThrow(/boolean/);
  });

  it('refuses a text with NUL, which would be cut', async () => {
    await expect(db.insertInto('notes').values({ name: 'admin\0x', number: 1 }).execute()).rejects.toThrow(/NUL/);
    await expect(db.selectFrom('notes').selectAll().where('name', '=', '\0').execute()).rejects.toThrow(/NUL/);
  });

  it('uses a statement again after it has failed', async () => {
    const add = (name: string) => db.insertInto('notes').values({ name, number: null }).execute();
    await add('a');
    await expect(add('a')).rejects.toThrow(/UNIQUE/);
    await add('b');
    expect(await db.selectFrom('notes').selectAll().execute()).toHaveLength(2);
  });

  it('answers correctly however many different statements there are', async () => {
    for (let n = 0; n < 500; n += 1) {
      const { rows } = await sql.raw<{ n: number }>(`select ${n} as n`).execute(db);
      expect(rows).toEqual([{ n }]);
    }
  });

  it('rolls a failed migration back whole', async () => {
    const half: Migration = {
      async up(schema) {
        await sql`create table half (name text)`.execute(schema);
        throw new Error('power cut');
      },
    };
    const provider = { getMigrations: () => Promise.resolve({ half }) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    expect(error).toMatchObject({ message: 'power cut' });
    const { rows } = await sql`select * from sqlite_master where name = 'half'`.execute(db);
    expect(rows).toEqual([]);
  });

  describe('with two processes at one file', () => {
    let folder: string;
    let ours: Kysely<Tables>;
    let theirs: Libsql.Database;

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'users-'));
      const file = join(folder, 'notes.db');
      theirs = new Libsql(file);
      theirs.pragma('journal_mode = WAL');
      ours = open(file);
      await sql`create table notes (name text primary key, number integer)`.execute(ours);
    });

    afterEach(async () => {
      theirs.close();
      await ours.destroy();
      rmSync(folder, { recursive: true });
    });

    it('reports storage that does not answer as unavailable', async () => {
      theirs.exec('begin immediate');
      const adding = ours.insertInto('notes').values({ name: 'a', number: 1 }).execute();
      await expect(adding).rejects.toMatchObject({ kind: 'serviceUnavailable', headers: { 'retry-after': '1' } });
      theirs.exec('rollback');
      await ours.insertInto('notes').values({ name: 'a', number: 1 }).execute();
    });

    it('lets nobody write between what a transaction reads and what it writes', async () => {
      await ours.transaction().execute(async (transaction) => {
        expect(await transaction.selectFrom('notes').selectAll().execute()).toEqual([]);
        expect(() => theirs.exec(`insert into notes values ('theirs', 1)`)).toThrow(/locked/);
        await transaction.insertInto('notes').values({ name: 'ours', number: 1 }).execute();
      });
    });
  });
});
