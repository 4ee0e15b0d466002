/** What operators watch, as Prometheus reads it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MemorySessionStore, systemClock, type SessionStore } from '../src/index.js';
import { Metrics } from '../src/metrics/metrics.js';
import { openServer, testConfig, type TestServer } from './open-server.js';
import { rawRequest } from './raw-request.js';
import { samplesOf } from './samples.js';

const metrics = { enabled: true, port: 0 };

const open = async (...[config = {}, overrides]: Parameters<typeof openServer>) => {
  const test = await openServer({ metrics, ...config }, overrides);
  await test.server.listen();
  return test;
};
const textOf = async ({ server }: TestServer) => (await fetch(server.metricsUrl ?? '')).text();
const read = async (test: TestServer) => samplesOf(await textOf(test));

describe('metrics', () => {
  const opened: TestServer[] = [];
  const start = async (...given: Parameters<typeof openServer>) => {
    const test = await open(...given);
    opened.push(test);
    return test;
  };
  afterEach(async () => {
    for (const test of opened.splice(0)) await test.close();
  });

  it('are off unless they are asked for', async () => {
    const test = await openServer({});
    opened.push(test);
    await test.server.listen();
    expect(test.server.metricsUrl).toBeUndefined();
    expect((await fetch(new URL('/metrics', test.server.url))).status).toBe(404);
  });

  it('count logins by mode and result, and measure them', async () => {
    const test = await start();
    await test.logIn();
    await test.logIn({ loginMode: 8 });
    await test.logIn({ ...{ username: 'ann' }, password: 'wrong' });
    await test.logIn({ loginMode: 16 });
    const found = await read(test);
    expect(found.get('mstr_auth_logins_total{mode="standard",result="accepted"}')).toBe(1);
    expect(found.get('mstr_auth_logins_total{mode="anonymous",result="accepted"}')).toBe(1);
    expect(found.get('mstr_auth_logins_total{mode="standard",result="refused"}')).toBe(1);
    expect(found.get('mstr_auth_logins_total{mode="unknown",result="refused"}')).toBe(1);
    expect(found.get('mstr_auth_login_duration_seconds_count{mode="standard"}')).toBe(2);
  });

  it('count sessions that are open by mode, and those that ended by reason', async () => {
    const test = await start();
    const sessions: Record<string, string>[] = [];
    for (let i = 0; i < 4; i += 1) sessions.push(await test.logIn());
    await test.logIn({ loginMode: 8 });
    const call = (path: string, of: number) => test.call('POST', path, { headers: sessions[of] ?? {} });
    expect((await call('/auth/logout', 0)).status).toBe(204);
    const before = await read(test);
    expect(before.get('mstr_auth_sessions{mode="standard"}')).toBe(3);
    expect(before.get('mstr_auth_sessions{mode="anonymous"}')).toBe(1);
    expect(before.get('mstr_auth_sessions_ended_total{mode="standard",reason="logout"}')).toBe(1);
    test.clock.advance(601_000);
    expect((await test.call('GET', '/sessions', { headers: sessions[1] ?? {} })).status).toBe(401);
    const idle = 'mstr_auth_sessions_ended_total{mode="standard",reason="engineIdle"}';
    // It is removed in a transaction of its own, which may end in the midst of a reading.
    let after = await read(test);
    while (after.get(idle) !== 1) after = await read(test);
    after = await read(test);
    expect(after.get(idle)).toBe(1);
    expect(after.get('mstr_auth_sessions{mode="standard"}')).toBe(2);
  });

  it('measure requests by route template and status class, and put what has no route into one series', async () => {
    const test = await start();
    const headers = await test.logIn();
    await test.call('GET', '/sessions', { headers });
    await test.call('GET', '/sessions', {});
    await test.call('GET', '/projects/Sales%20Demo', { headers });
    await test.call('GET', '/nobody/knows/this', {});
    await test.call('DELETE', '/nor-this', {});
    const found = await read(test);
    const count = (method: string, route: string, status: string) =>
      found.get(
        `mstr_auth_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`,
      );
    expect(count('GET', '/MicroStrategyLibrary/api/sessions', '2xx')).toBe(1);
    expect(count('GET', '/MicroStrategyLibrary/api/sessions', '4xx')).toBe(1);
    expect(count('GET', '/MicroStrategyLibrary/api/projects/:idOrName', '2xx')).toBe(1);
    expect(count('other', 'unmatched', '4xx')).toBe(2);
    const text = await textOf(test);
    for (const secret of ['nobody', 'nor-this', 'Sales', 'ann']) expect(text).not.toContain(secret);
  });

  it('say that the session store fails, and the hash queue is idle', async () => {
    const memory = new MemorySessionStore({ httpIdleMs: 1e6, engineIdleMs: 1e6, absoluteMs: 1e6, sweepEveryMs: 0 });
    let broken = false;
    const store = new Proxy(memory, {
      get(target, name) {
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown; // the store has methods only
        return (...args: unknown[]) => (broken ? Promise.reject(new Error('gone')) : method.apply(target, args));
      },
    }) as SessionStore;
    const test = await start({}, { sessionStore: store });
    const headers = await test.logIn();
    broken = true;
    expect((await test.call('GET', '/sessions', { headers })).status).toBe(503);
    const found = await read(test);
    broken = false;
    expect(found.get('mstr_auth_store_errors_total{operation="use"}')).toBe(1);
    expect(found.get('mstr_auth_store_duration_seconds_count{operation="open"}')).toBe(1);
    expect(found.get('mstr_auth_hash_queue_length{}')).toBe(0);
    expect(found.get('mstr_auth_hash_wait_seconds_count{}')).toBeGreaterThanOrEqual(1);
    expect([...found.keys()].filter((name) => name.startsWith('mstr_auth_sessions{'))).toEqual([]);
  });

  it('of two servers in one process do not mix', async () => {
    const one = await start();
    const other = await start();
    await one.logIn();
    expect((await read(one)).get('mstr_auth_sessions{mode="standard"}')).toBe(1);
    expect((await read(other)).get('mstr_auth_sessions{mode="standard"}')).toBeUndefined();
    expect((await read(other)).get('process_cpu_seconds_total{}')).toBeGreaterThan(0);
  });

  it('keep histograms whole: buckets grow, and the last is the count', async () => {
    const test = await start();
    for (let i = 0; i < 3; i += 1) await test.logIn();
    const found = await read(test);
    const buckets = [...found].filter(([name]) => name.startsWith('mstr_auth_login_duration_seconds_bucket'));
    const counts = buckets.map(([, value]) => value);
    expect(buckets.length).toBe(13);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBe(3);
  });

  const withParser = existsSync('/usr/lib/python3/dist-packages/prometheus_client/parser.py') ? it : it.skip;
  withParser('are read by the parser of the Python client', async () => {
    const test = await start();
    await test.call('GET', '/sessions', { headers: await test.logIn() });
    const program = [
      'import sys, json',
      'from prometheus_client.parser import text_string_to_metric_families as read',
      'print(json.dumps([[f.name, f.type, len(f.samples)] for f in read(sys.stdin.read())]))',
    ].join('\n');
    const input = await textOf(test);
    const families = JSON.parse(execFileSync('/usr/bin/python3', ['-c', program], { input, encoding: 'utf8' })) as [
      string,
      string,
      number,
    ][];
    expect(families).toContainEqual(['mstr_auth_http_request_duration_seconds', 'histogram', 30]);
    expect(families).toContainEqual(['mstr_auth_logins', 'counter', 1]);
    expect(families).toContainEqual(['mstr_auth_sessions', 'gauge', 1]);
    expect(families.filter(([, type]) => type === 'unknown')).toEqual([]);
  });

  it('are all in the table of the guide, with their types and labels', () => {
    const guide = readFileSync(join(__dirname, '../../../docs/metrics.md'), 'utf8');
    const rows = [...guide.matchAll(/^\| `(mstr_auth_\w+)` \| (\w+) \| (.*?) ?\|/gm)].map(
      ([, name, type, labels = '']) => ({
        ...{ name, type },
        labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label).sort(),
      }),
    );
    // What the registry holds also knows its type and its labels.
    const held = new Metrics(systemClock).registry.getMetricsAsArray() as unknown as {
      readonly name: string;
      readonly type: string;
      readonly labelNames: readonly string[];
    }[];
    const byName = (one: { name?: string | undefined }, other: { name?: string | undefined }) =>
      (one.name ?? '') < (other.name ?? '') ? -1 : 1;
    const all = held.map(({ name, type, labelNames }) => ({ name, type, labels: [...labelNames].sort() }));
    expect(rows.sort(byName)).toEqual(all.sort(byName));
  });

  it('answer GET and HEAD of /metrics, and nothing else', async () => {
    const { server } = await start();
    const url = server.metricsUrl ?? '';
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await fetch(url, { method: 'POST', body: 'x'.repeat(100_000) });
    expect([post.status, post.headers.get('allow'), await post.text()]).toEqual([
      405,
      'GET, HEAD',
      'Only GET and HEAD\n',
    ]);
    const elsewhere = await fetch(new URL('/', url));
    expect([elsewhere.status, await elsewhere.text()]).toEqual([404, 'Only /metrics is here\n']);
    expect(await rawRequest(Number(new URL(url).port), 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  });

  it('are gone once the server has stopped', async () => {
    const test = await open();
    const url = test.server.metricsUrl ?? '';
    await fetch(url);
    await test.close();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('refuse to start on a port that is taken, naming the setting', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo; // it listens on TCP
    const test = await openServer({ metrics: { enabled: true, port } });
    await expect(test.server.listen()).rejects.toThrow(
      `metrics.port: 127.0.0.1:${port}: something else listens there. Choose another metrics.port or metrics.host`,
    );
    await test.close();
    other.close();
  });

  it('must have a port of their own, and in a demo an address of this machine', async () => {
    const server = { ...testConfig.server, port: 9464 };
    await expect(openServer({ server, metrics: { enabled: true } })).rejects.toThrow('metrics.port: must not be');
    await expect(openServer({ metrics: { enabled: true, host: '0.0.0.0' } })).rejects.toThrow(
      'metrics.host: is 0.0.0.0',
    );
  });
});
