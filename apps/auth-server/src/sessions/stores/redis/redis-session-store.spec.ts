import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { redisBinary, startRedis, startRedisCluster } from '../../../../../../tools/test-servers/redis.js';
import { defaultSettings } from '../../../engine-sessions/engine-session.js';
import { describeSessionStore } from '../../session-store.contract.js';
import type { Session } from '../../session.js';
import { connectRedis, untilReady } from '../../../redis/connection.js';
import { RedisSessionStore } from './redis-session-store.js';
import type { RedisSettings } from '../../../redis/settings.js';

const withRedis = existsSync(redisBinary) ? describe : describe.skip;
const log = pino({ level: 'silent' });
let stores = 0;

/** Stores of keys of their own, so that no test sees what another has left. */
function storesIn(settings: () => Partial<RedisSettings>): Parameters<typeof describeSessionStore>[1] {
  return async (rules) => {
    const keyPrefix = `test${++stores}:`;
    const client = await connectRedis({ kind: 'redis', keyPrefix, database: 0, ...settings() }, log);
    await untilReady(client, 5000);
    return new RedisSessionStore(client, keyPrefix, rules);
  };
}

withRedis('one Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  describeSessionStore(
    'Redis',
    storesIn(() => ({ url: `redis://127.0.0.1:${redis.port}` })),
  );
});

withRedis('a Redis Cluster', () => {
  let cluster: Awaited<ReturnType<typeof startRedisCluster>>;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(() => cluster.stop());

  describeSessionStore(
    'Redis Cluster',
    storesIn(() => ({ clusterNodes: cluster.nodes })),
  );
});

withRedis('what the store has in Redis', () => {
  const rules = { httpIdleMs: 3000, engineIdleMs: 1000, absoluteMs: 100_000, sweepEveryMs: 0 };
  const none = { perServer: -1, perUser: -1, perUserAndProject: -1 };
  const [start, keyPrefix] = [Date.UTC(2026, 0, 1), 'own:'];
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let store: RedisSessionStore;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.cli('flushall');
    store = await openStore();
  });
  afterEach(() => store.close());

  const openStore = async () => {
    const url = `redis://127.0.0.1:${redis.port}`;
    const client = await connectRedis({ kind: 'redis', keyPrefix, database: 0, url }, log);
    await untilReady(client, 5000);
    return new RedisSessionStore(client, keyPrefix, rules);
  };
  const session = (key: string, at = start): Session => ({
    http: { key, lastUsedAt: at, endsAt: at + rules.absoluteMs },
    engine: {
      id: `engine-${key}`,
      user: { id: 'ANN', loginName: 'ann', fullName: 'Ann', initials: 'A', metadataUser: true },
      loginMode: 1,
      settings: defaultSettings,
      openedAt: at,
      ip: '192.0.2.1',
      lastUsedAt: at,
      projects: [],
    },
  });
  const child = (key: string) => ({ key, lastUsedAt: start, endsAt: start + rules.absoluteMs });
  /** Commands that came from outside: what scripts do is called within Redis. */
  const commandsFor = async (work: () => Promise<unknown>) => {
    const total = async () =>
      [...(await redis.cli('info', 'commandstats')).matchAll(/cmdstat_eval(?:sha)?:calls=(\d+)/g)]
        .map(([, calls]) => Number(calls))
        .reduce((sum, one) => sum + one, 0);
    const before = await total();
    await work();
    return (await total()) - before;
  };

  it('answers a request in one round trip, of a delegated session in two', async () => {
    await store.open(session('a'), none);
    await store.share('a', child('b'), undefined, start);
    expect(await commandsFor(() => store.use('a', start + 1))).toBe(1);
    expect(await commandsFor(() => store.use('b', start + 1))).toBe(2);
  });

  it('keeps a moment to the last fraction of a millisecond', async () => {
    const at = start + 0.123_046_875;
    await store.open(session('a', at), none);
    expect((await store.peek('a', at))?.http.lastUsedAt).toBe(at);
    expect(await store.peek('a', at + 999.999)).toBeDefined();
    expect(await store.peek('a', at + 1000)).toBeUndefined();
  });

  it('lets every key expire by itself, later than what is in it', async () => {
    await store.open(session('a'), none);
    await store.share('a', child('b'), { id: 'once', until: start + 60_000 }, start);
    await store.openProject('b', 'P', { ...none, perUserAndProject: 1 }, start);
    await store.useOnce({ id: 'login', until: start + 60_000 });
    await store.park('handle', 'text', start + 60_000);
    const names = (await redis.cli('keys', '*')).trim().split('\n');
    expect(names).toHaveLength(9);
    for (const name of names) {
      expect(name.startsWith(keyPrefix)).toBe(true);
      expect(name).not.toMatch(/handle|login/);
      expect(Number(await redis.cli('pttl', name))).toBeGreaterThan(rules.engineIdleMs + 500_000);
    }
  });

  it('has nothing left of a session that was ended, nor of one that has run out and was swept', async () => {
    await store.open(session('a'), none);
    await store.share('a', child('b'), undefined, start);
    await store.openProject('b', 'P', { ...none, perUserAndProject: 1 }, start);
    await store.end('b');
    expect((await redis.cli('keys', '*')).trim()).toBe('');
    await store.open(session('c'), none);
    await store.sweep(start + 5000);
    expect((await redis.cli('keys', '*')).trim()).toBe(`${keyPrefix}e:engine-c`); // leads to nothing, and expires
  });

  it('refuses the record of a newer release as a failure, and does not say that there is none', async () => {
    await store.open(session('a'), none);
    await redis.cli('hset', `${keyPrefix}s:a`, 'v', '2');
    for (const ask of [() => store.use('a', start), () => store.peek('a', start), () => store.end('a')]) {
      await expect(ask()).rejects.toThrow('newer release');
    }
    expect(await redis.cli('hget', `${keyPrefix}s:a`, 'v')).toBe('2\n');
  });

  it('keeps what another release has added to a record', async () => {
    await store.open(session('a'), none);
    await redis.cli('hset', `${keyPrefix}s:a`, 'later', 'something');
    await store.use('a', start + 1);
    await store.openProject('a', 'P', none, start + 2);
    await store.share('a', child('b'), undefined, start + 3);
    expect(await redis.cli('hget', `${keyPrefix}s:a`, 'later')).toBe('something\n');
  });

  it('counts by login mode without looking at sessions, and no session beyond its absolute end', async () => {
    await store.open(session('a'), none);
    await store.share('a', child('b'), undefined, start);
    await redis.cli('zadd', `${keyPrefix}m:1`, String(start + 5000), 'lost|engine-lost|1|ANN');
    await redis.cli('config', 'resetstat');
    expect([...(await store.countByMode([1, 8], start))]).toEqual([
      [1, 2],
      [8, 0],
    ]);
    const asked = [...(await redis.cli('info', 'commandstats')).matchAll(/cmdstat_(\w+):calls=(\d+)/g)];
    expect(asked.map(([, name, calls]) => `${name} ${calls}`).filter((one) => !/^(info|config)/.test(one))).toEqual([
      'zcount 2',
    ]);
    expect((await store.countByMode([1], start + 5000)).get(1)).toBe(1);
  });

  it('signs a session that is over off before it loses sight of it', async () => {
    await store.open(session('a'), none);
    expect(await store.list(start + 31_000)).toEqual([]);
    expect((await store.countByMode([1], start)).get(1)).toBe(0);
  });

  it('lets no more in than the cap, of many at once at several nodes', async () => {
    const shared = await Promise.all([1, 2, 3].map(openStore));
    const caps = { ...none, perServer: 20, perUser: 10 };
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => shared[n % 3]?.open(session(`k${n}`), caps)),
    );
    expect(outcomes.filter((outcome) => outcome === 'opened')).toHaveLength(10);
    await Promise.all(shared.map((one) => one.close()));
  });

  it('forgets a place that was taken for a session which never came', async () => {
    await redis.cli('zadd', `${keyPrefix}all`, String(start + 1000), 'lost|engine-lost|1|ANN');
    const caps = { ...none, perServer: 1 };
    expect(await store.open(session('a', start + 999), caps)).toBe('serverFull');
    expect(await store.open(session('b', start + 1000), caps)).toBe('opened');
  });

  it('ends a session that is still being opened when all of the user are ended', async () => {
    await redis.cli('zadd', `${keyPrefix}u:ANN`, String(start + 1000), 'a|engine-a|1|ANN');
    expect(await store.endAllOf('ANN')).toBe(0);
    await store.open(session('a'), none);
    expect(await store.peek('a', start)).toBeUndefined();
    expect(await store.list(start)).toEqual([]);
  });

  it('spares a delegated session, also where the one that it came from ends', async () => {
    await store.open(session('a'), none);
    await store.share('a', child('b'), undefined, start);
    expect(await store.endAllOf('ANN', { exceptKey: 'b' })).toBe(1);
    expect(await store.use('a', start + 1)).toBeUndefined();
    expect((await store.use('b', start + 1))?.engine.id).toBe('engine-a');
    expect(await store.end('b')).toBe(1);
  });
});
