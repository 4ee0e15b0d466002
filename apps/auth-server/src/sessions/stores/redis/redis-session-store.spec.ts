import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { redisBinary, startRedis, startRedisCluster } from '../../../../../../tools/test-servers/redis.js';
import { describeSessionStore } from '../../session-store.contract.js';
import { connectRedis, untilReady } from './connection.js';
import { RedisSessionStore } from './redis-session-store.js';
import type { RedisSettings } from './settings.js';

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
