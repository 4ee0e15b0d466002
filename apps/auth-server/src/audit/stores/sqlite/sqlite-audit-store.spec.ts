import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describeAuditStore } from '../../audit-store.contract.js';
import { EventIds } from '../../event-ids.js';
import { toStored } from '../../stored-event.js';
import { openSqliteAuditStore } from './sqlite-audit-store.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  file = join(folder, 'audit.sqlite');
});

afterEach(() => rmSync(folder, { recursive: true }));

describeAuditStore('SQLite in memory', () => openSqliteAuditStore(':memory:'));
describeAuditStore('SQLite in a file', () => openSqliteAuditStore(file));

const ids = new EventIds(Buffer.alloc(6));
function refusal(loginName: string, at = 0) {
  const refused = { event: 'loginRefused', loginMode: 1, loginName, reason: 'userUnknown', ip: '::1' } as const;
  return toStored(refused, ids.next(at), at);
}

describe('a SQLite audit store in a file', () => {
  it('can be read by its owner only, and is still there after a restart', async () => {
    const before = await openSqliteAuditStore(file);
    await before.append([refusal('kept')]);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    await before.close();
    const after = await openSqliteAuditStore(file);
    expect(await after.find({})).toMatchObject([{ loginName: 'kept' }]);
    await after.close();
  });

  it('keeps no trace of what is too old', async () => {
    const store = await openSqliteAuditStore(file);
    await store.append([refusal('long-forgotten-name')]);
    await store.prune(1);
    await store.close();
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('long-forgotten-name')).toBe(false);
    }
  });

  it('can be read while it is written, and reading changes nothing', async () => {
    const writing = await openSqliteAuditStore(file);
    const reading = await openSqliteAuditStore(file, 'read');
    await writing.append([refusal('first')]);
    expect(await reading.find({})).toHaveLength(1);
    await writing.append([refusal('second')]);
    expect(await reading.find({})).toHaveLength(2);
    await expect(reading.append([refusal('third')])).rejects.toMatchObject({ kind: 'serviceUnavailable' });
    await expect(reading.prune(1)).rejects.toMatchObject({ kind: 'serviceUnavailable' });
    await reading.close();
    expect(await writing.find({})).toHaveLength(2);
    await writing.close();
  });

  it('is read only where it is there, and is not made', async () => {
    await expect(openSqliteAuditStore(file, 'read')).rejects.toThrow(
      `The audit database ${file} cannot be used: there is no such file`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is read only where it is ours and of this version', async () => {
    new Libsql(file).exec('create table recipes (name text)');
    await expect(openSqliteAuditStore(file, 'read')).rejects.toThrow('a database of another program');
    await expect(openSqliteAuditStore(file)).rejects.toThrow('a database of another program');
    const older = join(folder, 'older.sqlite');
    await (await openSqliteAuditStore(older)).close();
    const connection = new Libsql(older);
    connection.exec('delete from kysely_migration');
    connection.close();
    await expect(openSqliteAuditStore(older, 'read')).rejects.toThrow('an older version of this server has written it');
  });

  it('says so when the file is no database', async () => {
    writeFileSync(file, 'dear diary '.repeat(1000));
    await expect(openSqliteAuditStore(file)).rejects.toThrow(`${file} cannot be used: file is not a database`);
    truncateSync(file, 0);
    await (await openSqliteAuditStore(file)).close();
  });
});
