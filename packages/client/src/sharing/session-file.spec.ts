import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptClient } from '../../test/kept-client.js';
import { systemClock } from '../clock.js';
import type { NodeSessionOptions } from '../index.js';
import { SessionFile } from './session-file.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-file-'));
  path = join(folder, 'session');
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => new SessionFile(path, systemClock);
const locks = () => readdirSync(folder).filter((name) => name.endsWith('.lock'));

describe('the file of a session', () => {
  it('is for its owner alone, and replaced in one step', async () => {
    expect(await file().read()).toBeUndefined();
    await file().write('one');
    await file().write('two');
    expect(await file().read()).toBe('two');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['session']);
  });

  it.each([0o640, 0o604, 0o620])('is refused with mode %i, where others can get at it', async (mode) => {
    writeFileSync(path, 'a-secret');
    chmodSync(path, mode);
    await expect(file().read()).rejects.toThrow(/others can get at.*chmod 600/);
  });

  it('is not read through a link that somebody put there', async () => {
    writeFileSync(join(folder, 'elsewhere'), 'one', { mode: 0o600 });
    symlinkSync(join(folder, 'elsewhere'), path);
    await expect(file().read()).rejects.toMatchObject({ code: 'ELOOP' });
  });

  it('is replaced by one at a time', async () => {
    let working = 0;
    const replace = async (text: string) =>
      file().replacing(undefined, async () => {
        expect((working += 1)).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        await file().write(text);
        working -= 1;
      });
    const done = await Promise.all(['a', 'b', 'c', 'd'].map(replace));
    expect(done.filter((one) => one)).toHaveLength(1);
    expect(locks()).toEqual([]);
  });

  it('is free again when replacing it fails', async () => {
    const fails = () => Promise.reject(new Error('no login'));
    await expect(file().replacing(undefined, fails)).rejects.toThrow('no login');
    expect(await file().replacing(undefined, () => Promise.resolve())).toBe(true);
    expect(locks()).toEqual([]);
  });

  it.each([
    ['whose process has died', { pid: 2 ** 30, host: hostname() }, 0],
    ['of another machine that is older than any login', { pid: 1, host: 'elsewhere' }, 7 * 60],
  ])('is taken over from a lock %s', async (_, holder, ageSeconds) => {
    await leaveLock(holder, ageSeconds);
    expect(await file().replacing(undefined, () => file().write('taken over'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['session']);
  });

  it('is waited for while a living process has it', async () => {
    await leaveLock({ pid: process.pid, host: hostname() }, 0);
    const replacing = file().replacing(undefined, () => Promise.reject(new Error('two at once')));
    await file().write('by the other one');
    expect(await replacing).toBe(false);
  });

  /** As a process leaves it that is in the midst of logging in. */
  async function leaveLock(holder: object, ageSeconds: number): Promise<void> {
    let name = '';
    await file().replacing(undefined, () => {
      [name = ''] = locks();
      return Promise.resolve();
    });
    writeFileSync(join(folder, name), JSON.stringify(holder), { mode: 0o600 });
    const then = Date.now() / 1000 - ageSeconds;
    utimesSync(join(folder, name), then, then);
  }
});

describe('clients with one file', () => {
  const session = (): NodeSessionOptions => ({ file: path, logIn: (login) => login.anonymous() });

  it('share one login, and one more when the session has ended', async () => {
    const { client, server } = keptClient({ session: session(), clock: systemClock });
    const others = [1, 2, 3].map(
      () => keptClient({ session: session(), fetch: server.fetch, clock: systemClock }).client,
    );
    const all = [client, ...others];
    await Promise.all(all.map((one) => one.projects.list()));
    expect(server.count('POST /auth/login')).toBe(1);
    server.living = undefined;
    await Promise.all(all.map((one) => one.projects.list()));
    expect(server.count('POST /auth/login')).toBe(2);
    await Promise.all(all.map((one) => one.close()));
    expect(server.living).toBe('token-2-of-this-test');
    expect(readFileSync(path, 'utf8')).not.toContain('token-2-of-this-test');
  });

  it('say what is wrong with the file, and do not log in', async () => {
    const { client, server } = keptClient({ session: session(), clock: systemClock });
    writeFileSync(path, 'something else', { mode: 0o600 });
    await expect(client.projects.list()).rejects.toThrow('A saved session begins with mstr-session-secret-1.');
    expect(server.whats).toEqual([]);
  });

  it('need a way to log in', () => {
    expect(() => keptClient({ session: { file: path } })).toThrow('session.file needs session.logIn');
  });
});
