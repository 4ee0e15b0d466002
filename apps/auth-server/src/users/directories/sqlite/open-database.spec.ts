import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { openDatabase } from './open-database.js';
import { migrations } from './migrations/index.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'users-'));
  file = join(folder, 'users.db');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Makes a proper database and lets `spoil` loose on it. */
async function spoiled(spoil: (connection: Libsql.Database) => void): Promise<void> {
  await (await openDatabase(file)).db.destroy();
  const connection = new Libsql(file);
  spoil(connection);
  connection.pragma('wal_checkpoint(truncate)');
  connection.close();
}

describe('opening a user database', () => {
  it('makes one that only its owner can read', async () => {
    const { db } = await openDatabase(file);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(name).mode & 0o777).toBe(0o600);
    await db.destroy();
  });

  it('writes ahead, checks foreign keys and waits for other processes', async () => {
    const { db } = await openDatabase(file);
    expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`pragma foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 1 }]);
    expect((await sql`pragma busy_timeout`.execute(db)).rows).toEqual([{ timeout: 500 }]);
    await db.destroy();
  });

  it('opens the same one again', async () => {
    await (await openDatabase(file)).db.destroy();
    await (await openDatabase(file)).db.destroy();
  });

  it('refuses one that a newer version has written, naming file and versions', async () => {
    await spoiled((connection) => connection.exec(`insert into kysely_migration values ('9999-future', '2030-01-01')`));
    await expect(openDatabase(file)).rejects.toThrow(
      `The user database ${file} cannot be used: a newer version of this server has written it: its schema is at ` +
        `9999-future, and this version knows up to ${Object.keys(migrations).at(-1)}. Start the newer version, or restore a backup.`,
    );
  });

  it('refuses a database of another program and leaves it alone', async () => {
    const foreign = new Libsql(file);
    foreign.exec('create table recipes (name text)');
    foreign.close();
    const before = readFileSync(file);
    await expect(openDatabase(file)).rejects.toThrow(`${file} cannot be used: it is a database of another program`);
    const after = new Libsql(file);
    expect(after.prepare('select name from sqlite_master').all([])).toEqual([{ name: 'recipes' }]);
    after.close();
    expect(readFileSync(file).subarray(100)).toEqual(before.subarray(100));
  });

  it('refuses a file that is no database', async () => {
    writeFileSync(file, 'dear diary '.repeat(1000));
    await expect(openDatabase(file)).rejects.toThrow(`${file} cannot be used: file is not a database`);
    expect(readFileSync(file, 'utf8')).toMatch(/^dear diary/);
  });

  it('refuses a damaged database', async () => {
    await spoiled((connection) => {
      const add = connection.prepare('insert into groups values (?, ?, ?, ?)');
      for (let n = 0; n < 500; n += 1) add.run([`${n}`, `${n}`, `${n}`, 'x'.repeat(500)]);
    });
    truncateSync(file, statSync(file).size / 2);
    await expect(openDatabase(file)).rejects.toThrow(new RegExp(`${file} cannot be used: .*(damaged|malformed)`, 's'));
  });

  it('says which folder is missing', async () => {
    const elsewhere = join(folder, 'no', 'users.db');
    await expect(openDatabase(elsewhere)).rejects.toThrow(`${elsewhere} cannot be used: ENOENT`);
  });
});
