/** What a backup holds, what is made of it, and what is refused. Docs: docs/operations.md. */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '../src/backup/back-up.js';
import { restore } from '../src/backup/restore.js';
import { createAuthServer } from '../src/index.js';
import { ann, testConfig } from './open-server.js';

const version = '0.1.0';
const startedAt = new Date(Date.UTC(2026, 0, 1));
let folder: string;
const at = (name: string) => join(folder, name);
/** Of a session that was open when the backup was made. */
let session: Record<string, string>;

const serve = async <T>(dataDirectory: string, use: (ask: typeof fetch) => Promise<T>): Promise<T> => {
  const server = await createAuthServer({ ...testConfig, dataDirectory });
  try {
    const ask: typeof fetch = (path, init) => server.fetch(new Request(`${server.url}/api/${path as string}`, init));
    return await use(ask);
  } finally {
    await server.close();
  }
};
const logIn = async (ask: typeof fetch) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await ask('auth/login', { method: 'POST', headers, body: JSON.stringify(ann) });
  expect(answer.status).toBe(204);
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return { 'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '', cookie };
};
const statusOfSession = (data: string) =>
  serve(at(data), async (ask) => (await ask('sessions', { headers: session })).status);
const restoreInto = (data: string, more: { replace?: boolean; withSessions?: boolean } = {}) => {
  const options = { withSessions: false, replace: false, version, at: startedAt, ...more };
  return restore({ dataDirectory: at(data), source: at('copy'), ...options });
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'restore-'));
  session = await serve(at('data'), logIn);
  await backUp({ dataDirectory: at('data'), target: at('copy'), version, startedAt });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a backup', () => {
  it('says what it holds, and can be read by its owner only', () => {
    const manifest = JSON.parse(readFileSync(at('copy/manifest.json'), 'utf8')) as {
      readonly files: readonly { readonly name: string; readonly bytes: number }[];
    };
    expect(manifest).toMatchObject({ format: 1, server: version, startedAt: startedAt.toISOString() });
    expect(manifest).toHaveProperty('counts.sessions', 1);
    const names = manifest.files.map(({ name }) => name);
    const databases = ['users.sqlite', 'audit.sqlite', 'sessions/data.mdb', 'guessing/data.mdb'];
    expect(names).toEqual(['FORMAT', 'identity-token.key', ...databases].filter((name) => names.includes(name)));
    expect(names).toEqual(expect.arrayContaining(['FORMAT', 'users.sqlite', 'sessions/data.mdb', 'guessing/data.mdb']));
    for (const { name, bytes } of manifest.files) {
      expect(statSync(at(`copy/${name}`)).size).toBe(bytes);
      expect(statSync(at(`copy/${name}`)).mode & 0o077).toBe(0);
    }
  });

  it('is not made in a folder that holds something, nor of one that is no data directory', async () => {
    const others = backUp({ dataDirectory: at('data'), target: at('copy'), version, startedAt });
    await expect(others).rejects.toThrow('is not empty: give a new folder');
    const nothing = backUp({ dataDirectory: at('nothing'), target: at('other'), version, startedAt });
    await expect(nothing).rejects.toThrow('holds no data of a server');
  });

  it('leaves nothing behind on a disk that is full', async () => {
    mkdirSync(at('small'));
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', at('small')]).status !== 0) {
      return void process.stderr.write('not tried: only root can make a small disk\n');
    }
    try {
      const made = backUp({ dataDirectory: at('data'), target: at('small'), version, startedAt });
      await expect(made).rejects.toThrow('The backup was not made');
      expect(readdirSync(at('small'))).toEqual([]);
      const restored = restore({
        dataDirectory: at('small'),
        source: at('copy'),
        withSessions: true,
        replace: false,
        version,
        at: startedAt,
      });
      await expect(restored).rejects.toThrow();
      expect(readdirSync(at('small'))).toEqual([]);
    } finally {
      spawnSync('umount', [at('small')]);
    }
  });
});

describe('a restored backup', () => {
  it('knows the users of then, and no session unless it is told to', async () => {
    await restoreInto('new');
    expect(await statusOfSession('new')).toBe(401);
    await serve(at('new'), logIn);
    await restoreInto('moved', { withSessions: true });
    expect(await statusOfSession('moved')).toBe(200);
  });

  it('takes the place of data only where it is told to, which is moved aside', async () => {
    await restoreInto('there', { withSessions: true });
    await expect(restoreInto('there')).rejects.toThrow('--replace');
    const { former } = await restoreInto('there', { replace: true });
    expect(readdirSync(former ?? '')).toEqual(expect.arrayContaining(['FORMAT', 'sessions', 'users.sqlite']));
    expect(await statusOfSession('there')).toBe(401);
  });

  it('can be made again after it was cut off in the middle', async () => {
    await restoreInto('there', { withSessions: true });
    rmSync(at('there/FORMAT'));
    mkdirSync(at('there/restoring'));
    await restoreInto('there', { replace: true });
    await serve(at('there'), logIn);
  });

  it.each([
    ['half a backup', () => rmSync(at('copy/manifest.json')), 'it has no manifest.json'],
    ['a lost file', () => rmSync(at('copy/users.sqlite')), 'users.sqlite is missing'],
    ['a damaged file', () => truncateSync(at('copy/users.sqlite'), 4096), 'is not as it was when the backup was made'],
    ['a damaged manifest', () => writeFileSync(at('copy/manifest.json'), '{'), 'manifest.json is damaged'],
    ['another form', () => inManifest('"format": 1', '"format": 2'), 'use the newer version'],
    ['a newer version', () => inManifest('"0.1.0"', '"0.10.0"'), 'is a backup of version 0.10.0, and this is 0.1.0'],
    ['a file elsewhere', () => inManifest('"users.sqlite"', '"../users.sqlite"'), 'manifest.json is damaged'],
  ])('is not made of %s, and nothing changes', async (_what, spoil, message) => {
    await restoreInto('there', { withSessions: true });
    spoil();
    await expect(restoreInto('there', { replace: true })).rejects.toThrow(message);
    expect(readdirSync(at('there')).filter((name) => name.startsWith('re'))).toEqual([]);
    expect(await statusOfSession('there')).toBe(200);
  });

  it('is not put among files of somebody else', async () => {
    mkdirSync(at('home'));
    writeFileSync(at('home/thesis.tex'), 'years of work');
    await expect(restoreInto('home', { replace: true })).rejects.toThrow('files that are not ours');
    expect(readdirSync(at('home'))).toEqual(['thesis.tex']);
  });
});

function inManifest(text: string, other: string): void {
  const manifest = readFileSync(at('copy/manifest.json'), 'utf8');
  expect(manifest).toContain(text);
  writeFileSync(at('copy/manifest.json'), manifest.replace(text, other));
}
