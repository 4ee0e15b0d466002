/** What operators watch of sessions that are in Redis: docs/metrics.md. */
import { existsSync } from 'node:fs';
import { redisBinary, startRedis } from '../../../tools/test-servers/redis.js';
import { systemClock } from '../src/index.js';
import { openServer, type TestServer } from './open-server.js';
import { samplesOf } from './samples.js';

(existsSync(redisBinary) ? describe : describe.skip)('metrics of sessions in Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let nodes: readonly [TestServer, TestServer];
  const open = async () => {
    const test = await openServer(
      {
        metrics: { enabled: true, port: 0 },
        session: { store: { kind: 'redis', url: `redis://127.0.0.1:${redis.port}` } },
        identityToken: { secretKey: 'all nodes sign with this key of theirs' },
      },
      { clock: systemClock },
    );
    await test.server.listen();
    return test;
  };
  const read = async ({ server }: TestServer) => samplesOf(await (await fetch(server.metricsUrl ?? '')).text());
  const logOut = (test: TestServer, headers: Record<string, string>) => test.call('POST', '/auth/logout', { headers });
  beforeAll(async () => {
    redis = await startRedis();
    nodes = [await open(), await open()];
  });
  afterEach(() => redis.resume());
  afterAll(async () => {
    for (const node of nodes) await node.close();
    await redis.stop();
  });

  it('show the open ones by mode at every node, and the ended ones at the node that ended them', async () => {
    const [first, second] = nodes;
    const mine = await first.logIn();
    await first.logIn();
    await second.logIn({ loginMode: 8 });
    expect((await logOut(second, mine)).status).toBe(204);
    for (const node of nodes) {
      const found = await read(node);
      expect(found.get('mstr_auth_sessions{mode="standard"}')).toBe(1);
      expect(found.get('mstr_auth_sessions{mode="anonymous"}')).toBe(1);
      expect(found.get('mstr_auth_sessions{mode="ldap"}')).toBe(0);
    }
    const ended = 'mstr_auth_sessions_ended_total{mode="standard",reason="logout"}';
    expect([(await read(first)).get(ended), (await read(second)).get(ended)]).toEqual([undefined, 1]);
  });

  it('measure what Redis takes, by operation', async () => {
    const [first] = nodes;
    const headers = await first.logIn();
    expect((await first.call('GET', '/sessions', { headers })).status).toBe(200);
    const found = await read(first);
    for (const operation of ['open', 'use', 'countByMode']) {
      expect(found.get(`mstr_auth_store_duration_seconds_count{operation="${operation}"}`)).toBeGreaterThan(0);
      expect(found.get(`mstr_auth_store_duration_seconds_sum{operation="${operation}"}`)).toBeGreaterThan(0);
    }
    expect(found.get('mstr_auth_store_errors_total{operation="use"}')).toBeUndefined();
  });

  it('count what Redis does not answer, and are there all the same', async () => {
    const [first] = nodes;
    const headers = await first.logIn();
    redis.pause();
    expect((await first.call('GET', '/sessions', { headers })).status).toBe(503);
    const found = await read(first);
    expect(found.get('mstr_auth_store_errors_total{operation="use"}')).toBe(1);
    expect([...found.keys()].filter((name) => name.startsWith('mstr_auth_sessions{'))).toEqual([]);
    expect(found.get('mstr_auth_store_duration_seconds_count{operation="use"}')).toBeGreaterThan(1);
    expect((await read(first)).get('mstr_auth_store_errors_total{operation="countByMode"}')).toBeGreaterThan(0);
  });
});
