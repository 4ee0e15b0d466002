import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { defaultSettings, type SessionCaps } from '../../../engine-sessions/engine-session.js';
import type { LifetimeRules } from '../../lifetime.js';
import { describeSessionStore } from '../../session-store.contract.js';
import type { Session } from '../../session.js';
import { LmdbSessionStore } from './lmdb-session-store.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sessions-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

for (const sync of ['process', 'disk'] as const) {
  describeSessionStore(`LMDB (${sync})`, (rules) => LmdbSessionStore.open(join(folder, 'sessions'), rules, { sync }));
}

const rules: LifetimeRules = { httpIdleMs: 3000, engineIdleMs: 1000, absoluteMs: 100_000, sweepEveryMs: 0 };
const none: SessionCaps = { perServer: -1, perUser: -1, perUserAndProject: -1 };
const reopen = () => LmdbSessionStore.open(folder, rules, { sync: 'process' });

function session(key: string, at = 0): Session {
  const user = { id: 'ANN', loginName: 'ann', fullName: 'Ann', initials: 'A', metadataUser: true };
  const opened = { loginMode: 1, settings: defaultSettings, openedAt: at, ip: '192.0.2.1', projects: [] };
  return {
    http: { key, lastUsedAt: at, endsAt: 100_000 },
    engine: { id: `engine of ${key}`, user, lastUsedAt: at, ...opened },
  };
}

describe('an LMDB session store in a folder', () => {
  it('finds everything again after a restart, with the timers as they were', async () => {
    const before = await reopen();
    await before.open(session('a'), none);
    await before.share('a', { key: 'b', lastUsedAt: 0, endsAt: 100_000 }, { id: 'token', until: 5000 }, 0);
    await before.openProject('a', 'P', none, 0);
    await before.park('handle', 'text', 5000);
    before.use('a', 800);
    const expected = before.peek('a', 800);
    await before.close();
    const after = await reopen();
    expect(after.peek('a', 800)).toEqual(expected);
    expect(after.peek('b', 800)).toBeDefined();
    expect(await after.useOnce({ id: 'token', until: 5000 })).toBe(false);
    expect(await after.takeParked('handle', 800)).toBe('text');
    expect(await after.count(800)).toBe(1);
    expect(after.peek('a', 1800)).toBeUndefined();
    await after.close();
  });

  it('does not bring back what was ended', async () => {
    const before = await reopen();
    await before.open(session('a'), none);
    await before.end('a');
    await before.close();
    const after = await reopen();
    expect(after.peek('a', 0)).toBeUndefined();
    expect(await after.list(0)).toEqual([]);
    await after.close();
  });

  it('knows the latest moment that it was told, by which a clock that was set back is seen', async () => {
    const before = await reopen();
    expect(before.latestMoment()).toBe(0);
    await before.open(session('a', 500), none);
    before.use('a', 900);
    await before.close();
    const after = await reopen();
    expect(after.latestMoment()).toBe(900);
    await after.close();
  });

  it('keeps no more on the disk of what is over than before it was there', async () => {
    const store = await reopen();
    for (let n = 0; n < 1000; n += 1) await store.open(session(`key ${n}`), none);
    await store.useOnce({ id: 'token', until: 10 });
    await store.park('handle', 'text', 10);
    expect(await store.sweep(999)).toBe(0);
    expect(await store.sweep(1000)).toBe(1000);
    expect(await store.useOnce({ id: 'token', until: 10 })).toBe(true);
    expect(await store.count(1000)).toBe(0);
    await store.close();
  });

  it('refuses a second server on the same folder, and lets one in when the first has gone', async () => {
    const first = await reopen();
    await expect(reopen()).rejects.toThrow(`The sessions in ${folder} cannot be opened: another server uses them`);
    await first.close();
    await (await reopen()).close();
  });

  it('refuses records of a newer version', async () => {
    await (await reopen()).close();
    const root = open({ path: folder, maxDbs: 8 });
    await root.openDB({ name: 'facts' }).put('format', 2);
    await root.close();
    await expect(reopen()).rejects.toThrow('have format 2, but this version knows only 1');
  });

  it('refuses a file that is no database or was cut off, and does not end the process', async () => {
    const store = await reopen();
    for (let n = 0; n < 100; n += 1) await store.open(session(`key ${n}`), none);
    await store.close();
    const file = join(folder, 'data.mdb');
    truncateSync(file, statSync(file).size - 9000);
    const cutOff = readFileSync(file);
    await expect(reopen()).rejects.toThrow(`The sessions in ${folder} cannot be opened: data.mdb is cut off`);
    expect(readFileSync(file).equals(cutOff)).toBe(true);
    for (const content of ['something else '.repeat(1000), 'short']) {
      writeFileSync(file, content);
      await expect(reopen()).rejects.toThrow('data.mdb is no LMDB database');
    }
    writeFileSync(file, '');
    await (await reopen()).close();
  });

  it.each([
    ['a few of many', 3000],
    ['a few of few', 50],
  ])('opens a file without the pages that a transaction handed out and took back: %s', async (_, count) => {
    const store = await reopen();
    await Promise.all(Array.from({ length: count }, (_nothing, n) => store.open(session(`key ${n}`), none)));
    await store.close();
    // As LMDB leaves it then: the newest facts name pages that are not there. Of two pages of facts, either may be the newest.
    const file = openSync(join(folder, 'data.mdb'), 'r+');
    const lastPage = Buffer.alloc(8);
    for (const at of [144, 4096 + 144]) {
      readSync(file, lastPage, 0, 8, at);
      lastPage.writeBigUInt64LE(lastPage.readBigUInt64LE() + 7n);
      writeSync(file, lastPage, 0, 8, at);
    }
    closeSync(file);
    const again = await reopen();
    expect(await again.list(0)).toHaveLength(count);
    expect(await again.open(session('one more'), none)).toBe('opened');
    await again.close();
  });

  it('says so where it may not use the folder for another reason', async () => {
    mkdirSync(join(folder, 'lock'));
    await expect(reopen()).rejects.toThrow(/^The sessions in .* cannot be opened: (?!another server)/);
  });

  it('can be read by its owner only', async () => {
    const store = await reopen();
    for (const file of ['data.mdb', 'lock.mdb', 'lock']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('ends and lists hundreds of sessions of one user, without those that are spared', async () => {
    const store = await reopen();
    const keys = Array.from({ length: 650 }, (_, n) => `key ${n}`);
    for (const key of keys) await store.open(session(key), none);
    expect(await store.list(0, 'ANN')).toHaveLength(650);
    expect(await store.list(0)).toHaveLength(650);
    expect(await store.endAllOf('ANN', { loginMode: 16 })).toBe(0);
    expect(await store.endAllOf('ANN', { exceptKey: 'key 333' })).toBe(649);
    expect(keys.filter((key) => store.peek(key, 0) !== undefined)).toEqual(['key 333']);
    expect(await store.count(0)).toBe(1);
    await store.close();
  });

  it('gives the places of sessions that are over to others, on the server, of a user and in a project', async () => {
    const store = await reopen();
    for (const caps of [
      { ...none, perUser: 300 },
      { ...none, perUserAndProject: 300 },
    ]) {
      for (let n = 0; n < 300; n += 1) {
        expect(await store.open(session(`key ${n}`), caps)).toBe('opened');
        expect(await store.openProject(`key ${n}`, 'P', caps, 0)).toBe('open');
      }
      store.use('key 7', 500);
      const last = await store.open(session('one more', 999), caps);
      const project = await store.openProject(last === 'opened' ? 'one more' : 'key 7', 'P', caps, 999);
      expect([last, project]).toEqual(caps.perUser > 0 ? ['userFull', 'open'] : ['opened', 'full']);
      expect(await store.open(session('later', 1000), caps)).toBe('opened');
      expect(await store.openProject('later', 'P', caps, 1000)).toBe('open');
      await store.endAllOf('ANN');
    }
    await store.close();
  });

  it('takes names as long and as odd as callers send them', async () => {
    const store = await reopen();
    const long = 'x'.repeat(10_000);
    expect(await store.endEngine(long)).toBe(0);
    expect(await store.endEngine('')).toBe(0);
    expect(await store.takeParked(long, 0)).toBeUndefined();
    expect(await store.useOnce({ id: long, until: 10 })).toBe(true);
    await store.close();
  });
});

/** A disk of 3 MiB, where this user may make one. */
function smallDisk(path: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', path]).status === 0;
}

describe('an LMDB session store on a full disk', () => {
  let small: boolean;
  beforeEach(() => {
    small = smallDisk(folder);
  });
  afterEach(() => void (small && spawnSync('umount', [folder])));

  it('opens no more sessions, loses none, and goes on when there is room again', async () => {
    if (!small) return void process.stderr.write('not tried: only root can make a small disk\n');
    const reopen = () => LmdbSessionStore.open(folder, rules, { sync: 'process', reservedBytes: 1024 ** 2 });
    const store = await reopen();
    const names = Array.from({ length: 50_000 }, (_none, n) => `key ${n}`);
    let opened = 0;
    const fill = async () => {
      for (const name of names) {
        await store.open(session(name), none);
        opened += 1;
      }
    };
    await expect(fill()).rejects.toThrow(/has only \d+ bytes free: make room on its disk/);
    expect(opened).toBeGreaterThan(1000);
    expect(names.slice(0, opened).every((name) => store.peek(name, 0) !== undefined)).toBe(true);
    expect(await store.count(0)).toBe(opened);
    for (const name of names.slice(0, 1000)) expect(await store.end(name)).toBe(1);
    await expect(store.open(session('still no room'), none)).rejects.toThrow('make room');
    expect(await store.count(0)).toBe(opened - 1000);
    spawnSync('mount', ['-o', 'remount,size=8m', folder]);
    expect(await store.open(session('with room again'), none)).toBe('opened');
    await store.close();
    const after = await reopen();
    expect(await after.count(0)).toBe(opened - 1000 + 1);
    await after.close();
  });
});
