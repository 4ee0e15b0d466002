import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { redisBinary, startRedis, startRedisCluster } from '../../../../../../tools/test-servers/redis.js';
import { ManualClock } from '../../../clock/manual-clock.js';
import { connectRedis, untilReady } from '../../../redis/connection.js';
import type { RedisSettings } from '../../../redis/settings.js';
import type { SharedRedis } from '../../../redis/shared-redis.js';
import { Caller, describeThrottle, far, home, rules } from '../../throttle.contract.js';
import { Throttle } from '../../throttle.js';
import { RedisFailureCounts } from './redis-failure-counts.js';

const withRedis = existsSync(redisBinary) ? describe : describe.skip;
const log = pino({ level: 'silent' });

async function connect(settings: Partial<RedisSettings>): Promise<SharedRedis> {
  const client = await connectRedis({ kind: 'redis', keyPrefix: '', database: 0, ...settings }, log);
  await untilReady(client, 5000);
  return { client, keyPrefix: '' };
}

let tests = 0;
/** Counts of keys of their own, so that no test sees what another has left. */
const apart = ({ client }: SharedRedis): SharedRedis => ({ client, keyPrefix: `test${++tests}:` });

withRedis('one Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let shared: SharedRedis;
  beforeAll(async () => {
    redis = await startRedis();
    shared = await connect({ url: `redis://127.0.0.1:${redis.port}` });
  });
  afterAll(async () => {
    shared.client.disconnect();
    await redis.stop();
  });

  describeThrottle('in Redis', (rules, clock) => new RedisFailureCounts(apart(shared), rules, clock));

  describe('counts of two nodes', () => {
    const secret = 'secret of both';
    let clock: ManualClock;
    let place: SharedRedis;
    let nodes: readonly [Caller, Caller];
    const node = (more = {}) =>
      new Caller(new Throttle(new RedisFailureCounts(place, { ...rules, ...more }, clock), secret));
    beforeEach(() => {
      clock = new ManualClock();
      place = apart(shared);
      nodes = [node(), node()];
    });

    it('are one count', async () => {
      for (let n = 0; n < 5; n += 1) await nodes[n % 2 === 0 ? 0 : 1].fail('ann', home, 1);
      expect(await nodes[0].attempt('ann', home, true)).toBe(1);
      expect(await nodes[1].attempt('ann', home, true)).toBe(1);
      clock.advance(1000);
      expect(await nodes[1].attempt('ann', home, true)).toBe('in');
      await nodes[0].fail('ann', home, 4);
    });

    it('let no more be judged at once than at one', async () => {
      const attempts = Array.from({ length: 100 }, (_, n) => nodes[n % 2 === 0 ? 0 : 1].attempt('ann', home));
      const answers = await Promise.all(attempts);
      expect(nodes[0].judged + nodes[1].judged).toBe(5);
      expect(answers.filter((answer) => answer === 1)).toHaveLength(95);
    });

    it('know at each from where an owner logs in at the other', async () => {
      expect(await nodes[0].attempt('ann', home, true)).toBe('in');
      for (let n = 0; n < 20; n += 1) await nodes[0].fail('ann', far(n), 1);
      expect(await nodes[1].attempt('ann', far(20))).toBe(1);
      expect(await nodes[1].attempt('ann', home, true)).toBe('in');
    });

    it('give back what a node held that died while it judged', async () => {
      const never = () => new Promise<never>(() => undefined);
      const guesser = { realm: 'standard', name: 'ann', ip: home };
      for (let n = 0; n < 5; n += 1) void nodes[0].throttle.guard(guesser, never);
      const waiting = nodes[1].attempt('ann', home, true);
      const early = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 300, 'still waiting'))]);
      expect(early).toBe('still waiting');
      clock.advance(10_001);
      expect(await waiting).toBe('in');
    });

    it('say nothing of who it was, and go by themselves', async () => {
      await nodes[0].fail('arabella', home, 5);
      expect(await nodes[0].attempt('arabella', far(1), true)).toBe('in');
      const { client, keyPrefix } = place;
      const names = await client.keys(`${keyPrefix}*`);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        expect(JSON.stringify([name, await client.hgetall(name)])).not.toMatch(/arabella|192\.0\.2|10\.0\.1/);
        expect(await client.pttl(name)).toBeGreaterThan(0);
      }
    });

    it('mean nothing to a server with another secret', async () => {
      await nodes[0].fail('ann', home, 5);
      const stranger = new Caller(new Throttle(new RedisFailureCounts(place, rules, clock), 'another secret'));
      await stranger.fail('ann', home, 1);
    });
  });

  it('that is away lets nobody be judged: 503', async () => {
    const own = await startRedis();
    const place = await connect({ url: `redis://127.0.0.1:${own.port}` });
    const caller = new Caller(new Throttle(new RedisFailureCounts(place, rules, new ManualClock()), 'secret'));
    await own.stop();
    expect(await caller.attempt('ann', home, true)).toBe('serviceUnavailable');
    expect(caller.judged).toBe(0);
    place.client.disconnect();
  });
});

withRedis('a Redis Cluster', () => {
  let cluster: Awaited<ReturnType<typeof startRedisCluster>>;
  let shared: SharedRedis;
  beforeAll(async () => {
    cluster = await startRedisCluster();
    shared = await connect({ clusterNodes: cluster.nodes });
  });
  afterAll(async () => {
    shared.client.disconnect();
    await cluster.stop();
  });

  describeThrottle('in a Redis Cluster', (rules, clock) => new RedisFailureCounts(apart(shared), rules, clock));
});
