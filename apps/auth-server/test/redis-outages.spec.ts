/** Redis goes away, and comes back. Every answer is right or 503: never 401, and none is waited for too long. */
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import {
  redisBinary,
  sentinelBinary,
  startRedis,
  startRedisCluster,
  startRedisWithSentinels,
  type RedisCluster,
  type RedisServer,
  type RedisWithSentinels,
} from '../../../tools/test-servers/redis.js';
import { Caller, Nodes, type Credentials } from './several-nodes.js';

const withRedis = existsSync(redisBinary) && existsSync(sentinelBinary) ? describe : describe.skip;

/** Renews a session for as long as it is told to. */
class Load {
  readonly statuses = new Set<number>();
  slowestMs = 0;
  #stopped = false;
  #running: readonly Promise<void>[] = [];

  start(callers: readonly Caller[], sessions: readonly Credentials[]): void {
    this.statuses.clear();
    this.slowestMs = 0;
    this.#stopped = false;
    this.#running = callers.flatMap((caller) => sessions.map((session) => this.#renew(caller, session)));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #renew(caller: Caller, session: Credentials): Promise<void> {
    while (!this.#stopped) {
      const start = performance.now();
      this.statuses.add(await caller.status('PUT', '/sessions', session));
      this.slowestMs = Math.max(this.slowestMs, performance.now() - start);
      await wait(5);
    }
  }
}

withRedis('nodes whose Redis goes away', () => {
  let nodes: Nodes;
  let callers: readonly Caller[];
  let sessions: Credentials[];

  const begin = async (store: Parameters<typeof Nodes.open>[1]) => {
    nodes = await Nodes.open(2, store);
    callers = nodes.all.map(({ server }) => new Caller(server.url));
    sessions = await Promise.all(callers.map((caller) => caller.logIn()));
  };
  const readiness = async () =>
    Promise.all(nodes.all.map(async ({ server }) => (await fetch(new URL('/health/ready', server.url))).status));
  const isBack = async () => {
    const deadline = performance.now() + 10_000;
    for (;;) {
      const ready = await readiness();
      if (ready.every((status) => status === 200)) return;
      if (performance.now() > deadline) throw new Error(`still not ready: ${ready.join()}`);
      await wait(50);
    }
  };
  const load = new Load();
  afterEach(() => load.stop());
  const renewals = () =>
    Promise.all(callers.flatMap((caller) => sessions.map((session) => caller.status('PUT', '/sessions', session))));

  describe('one server', () => {
    let redis: RedisServer;
    beforeAll(async () => {
      redis = await startRedis(['--appendfsync', 'always']);
      await begin({ kind: 'redis', url: `redis://127.0.0.1:${redis.port}` });
    });
    afterAll(async () => {
      await nodes.close();
      await redis.stop();
    });

    it('killed and started again under load: 503 meanwhile, not ready, and then the same sessions live', async () => {
      load.start(callers, sessions);
      await wait(200);
      await redis.kill();
      await wait(700);
      expect(await readiness()).toEqual([503, 503]);
      const answer = await callers[0]?.call('PUT', '/sessions', sessions[0] ?? {});
      expect(answer?.status).toBe(503);
      expect(answer?.headers.get('retry-after')).toBe('1');
      expect(await answer?.json()).toMatchObject({ code: 'ERR0016' });
      await redis.start();
      await isBack();
      await load.stop();
      expect([...load.statuses].sort()).toEqual([204, 503]);
      expect(load.slowestMs).toBeLessThan(1500);
      expect(await renewals()).toEqual([204, 204, 204, 204]);
    });

    it('hanging: 503 within a second and a half, and then the same sessions live', async () => {
      load.start(callers, sessions);
      redis.pause();
      await wait(4000);
      expect(await readiness()).toEqual([503, 503]);
      redis.resume();
      await isBack();
      await load.stop();
      expect([...load.statuses].sort()).toEqual([204, 503]);
      expect(load.slowestMs).toBeLessThan(1500);
      expect(await renewals()).toEqual([204, 204, 204, 204]);
    });

    it('that may not write: 503, and not ready', async () => {
      await redis.cli('replicaof', '127.0.0.1', '1');
      expect(new Set(await renewals())).toEqual(new Set([503]));
      expect(await readiness()).toEqual([503, 503]);
      await redis.cli('replicaof', 'no', 'one');
      await isBack();
      expect(await renewals()).toEqual([204, 204, 204, 204]);
    });

    it('having lost its scripts: nobody notices', async () => {
      await redis.cli('script', 'flush');
      expect(await renewals()).toEqual([204, 204, 204, 204]);
    });

    it('is logged once when it goes and once when it comes, without a secret', async () => {
      const lines = nodes.at(0).log.map(({ msg }) => String(msg));
      const told = lines.filter((line) => /the session store (is reached|cannot be reached: )/.test(line));
      const [came, went] = ['the session store is reached', expect.stringContaining('cannot be reached')];
      expect(told).toEqual([came, went, came, went, came]); // it was killed once, and has hung once
      expect(JSON.stringify(nodes.at(0).log)).not.toContain(sessions[0]?.['x-mstr-authtoken']);
    });
  });

  describe('a Cluster', () => {
    let cluster: RedisCluster;
    beforeAll(async () => {
      cluster = await startRedisCluster();
      await begin({ kind: 'redis', clusterNodes: cluster.nodes.map(({ host, port }) => ({ host, port })) });
    });
    afterAll(async () => {
      await nodes.close();
      await cluster.stop();
    });

    it('down because a part of it died, under load: 503 meanwhile, and then the same sessions live', async () => {
      const [part] = cluster.nodes;
      load.start(callers, sessions);
      await wait(300);
      await part?.kill();
      await wait(3000);
      expect(await readiness()).toEqual([503, 503]);
      expect(new Set(await renewals())).toEqual(new Set([503]));
      await part?.start();
      await isBack();
      await load.stop();
      expect([...load.statuses].sort()).toEqual([204, 503]);
      expect(load.slowestMs).toBeLessThan(1500);
      expect(await renewals()).toEqual([204, 204, 204, 204]);
    });
  });

  describe('Sentinels', () => {
    let redis: RedisWithSentinels;
    beforeAll(async () => {
      redis = await startRedisWithSentinels();
      await begin({ kind: 'redis', sentinels: [...redis.sentinels], name: redis.name });
    });
    afterAll(async () => {
      await nodes.close();
      await redis.stop();
    });

    it('make the replica the primary under load: 503 meanwhile, and then the same sessions live', async () => {
      const [primary, replica] = redis.servers;
      load.start(callers, sessions);
      await wait(300);
      await primary?.kill();
      await redis.untilPrimaryIs(replica?.port ?? 0);
      await isBack();
      await load.stop();
      expect([...load.statuses].sort()).toEqual([204, 503]);
      expect(load.slowestMs).toBeLessThan(1500);
      expect(await renewals()).toEqual([204, 204, 204, 204]);
    });
  });
});

withRedis('a server that starts without its Redis', () => {
  it('answers 503, is not ready, and serves when Redis comes', async () => {
    const redis = await startRedis();
    await redis.kill();
    const nodes = await Nodes.open(1, { kind: 'redis', url: `redis://127.0.0.1:${redis.port}` });
    const caller = new Caller(nodes.at(0).server.url);
    await expect(caller.logIn()).rejects.toThrow('503');
    expect((await fetch(new URL('/health/ready', nodes.at(0).server.url))).status).toBe(503);
    expect(nodes.at(0).log.map(({ msg }) => msg)).toContain(
      'Redis cannot be reached yet: the server starts without it, and is ready when it comes',
    );
    await redis.start();
    await wait(1000);
    expect(await caller.status('PUT', '/sessions', await caller.logIn())).toBe(204);
    await nodes.close();
    await redis.stop();
  });
});
