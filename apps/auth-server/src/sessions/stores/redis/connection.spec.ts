/** What a Redis of an enterprise asks for: TLS, and a user with a password and few rights. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { redisBinary, startRedis, startRedisWithTls } from '../../../../../../tools/test-servers/redis.js';
import { connectRedis, untilReady } from '../../../redis/connection.js';
import { RedisSessionStore } from './redis-session-store.js';
import type { RedisSettings } from '../../../redis/settings.js';

const withRedis = existsSync(redisBinary) ? describe : describe.skip;
const rules = { httpIdleMs: 3000, engineIdleMs: 1000, absoluteMs: 100_000, sweepEveryMs: 0 };
const oneUse = (id: string) => ({ id, until: 0 });

withRedis('the connection to Redis', () => {
  const open: RedisSessionStore[] = [];
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redis-settings-'));
    lines.length = 0;
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
    rmSync(folder, { recursive: true });
  });

  const connect = async (settings: Partial<RedisSettings>, patienceMs = 5000) => {
    const client = await connectRedis({ kind: 'redis', keyPrefix: 'mstr-rest:', database: 0, ...settings }, log);
    const store = new RedisSessionStore(client, 'mstr-rest:', rules);
    open.push(store);
    return { store, ready: await untilReady(client, patienceMs) };
  };

  it('is encrypted, and made only with a server whose certificate is good', async () => {
    const redis = await startRedisWithTls();
    const url = `rediss://127.0.0.1:${redis.port}`;
    const { store } = await connect({ url, tls: { caFile: redis.caFile } });
    expect(await store.isReachable()).toBe(true);
    const stranger = await connect({ url }, 500);
    expect(stranger.ready).toBe(false);
    expect(await stranger.store.isReachable()).toBe(false);
    expect(lines.join('')).toMatch(/self-signed|unable to (get|verify)/);
    await redis.stop();
  });

  it('is made as a user who may touch nothing but keys of the prefix, with the password of a file', async () => {
    const password = 'the nodes like long passwords';
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, `${password}\n`);
    const redis = await startRedis();
    const rights = [
      '~mstr-rest:*',
      '+@read',
      '+@write',
      '+@scripting',
      '+@connection',
      '+info',
      '+time',
      '-@dangerous',
    ];
    await redis.cli('acl', 'setuser', 'nodes', 'on', `>${password}`, ...rights, '+info');
    await redis.cli('acl', 'setuser', 'default', 'off');
    const url = `redis://127.0.0.1:${redis.port}`;
    const { store } = await connect({ url, username: 'nodes', passwordFile });
    expect(await store.isReachable()).toBe(true);
    expect(await store.useOnce(oneUse('a'))).toBe(true);
    const wrong = await connect({ url, username: 'nodes', password: 'something else' }, 500);
    expect(await wrong.store.isReachable()).toBe(false);
    expect(lines.join('')).not.toContain('something else');
    expect(lines.join('')).toContain('WRONGPASS');
    await redis.stop();
  });

  it('uses the database that it is told', async () => {
    const redis = await startRedis();
    const { store } = await connect({ url: `redis://127.0.0.1:${redis.port}`, database: 3 });
    await store.useOnce(oneUse('a'));
    expect(await redis.cli('-n', '3', 'keys', '*')).toMatch(/^mstr-rest:/);
    expect((await redis.cli('keys', '*')).trim()).toBe('');
    await redis.stop();
  });

  it('says which file it cannot read', async () => {
    await expect(connect({ passwordFile: join(folder, 'nowhere') })).rejects.toThrow('nowhere cannot be read');
  });
});
