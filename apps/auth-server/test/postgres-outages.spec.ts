/** PostgreSQL hangs, goes away and comes back: what needs it is 503 in time, and everything else goes on. */
import { postgresFolder, startPostgres, type Postgres } from '../../../tools/test-servers/postgres.js';
import { openServer, ann, type TestServer } from './open-server.js';

const withPostgres = postgresFolder === undefined ? describe.skip : describe;
const json = { 'content-type': 'application/json' };

withPostgres('a PostgreSQL that fails', () => {
  let postgres: Postgres;
  let test: TestServer;
  let session: Awaited<ReturnType<TestServer['logIn']>>;
  const deadlineMs = 400;
  const open = (more = {}) =>
    openServer({
      directory: { kind: 'postgres', url: postgres.url, poolSize: 3, deadlineMs },
      guessing: { enabled: false },
      ...more,
    });
  beforeAll(async () => {
    postgres = await startPostgres();
    test = await open();
    session = await test.logIn();
  }, 60_000);
  afterAll(async () => {
    await test.close();
    await postgres.stop();
  });

  const timed = async (method: string, path: string, body?: object) => {
    const start = performance.now();
    const init = body === undefined ? { headers: session } : { headers: json, body: JSON.stringify(body) };
    const answer = await test.call(method, path, init);
    return { answer, ms: performance.now() - start };
  };
  const logIn = () => timed('POST', '/auth/login', ann);
  const expectUnavailable = async ({ answer, ms }: Awaited<ReturnType<typeof timed>>) => {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await answer.json()).toMatchObject({ code: 'ERR0016' });
    expect(ms).toBeLessThan(1500);
  };

  it('is 503 at every login within the deadline while it hangs, and sessions go on', async () => {
    postgres.pause();
    const logins = Array.from({ length: 8 }, logIn); // more than there are connections
    for (const sent of [timed('GET', '/sessions'), timed('PUT', '/sessions')]) {
      const { answer, ms } = await sent;
      expect(answer.ok).toBe(true);
      expect(ms).toBeLessThan(300);
    }
    for (const login of logins) await expectUnavailable(await login);
    await expectUnavailable(await logIn());
    postgres.resume();
    expect((await logIn()).answer.status).toBe(204);
  });

  it('is 503 at once while it is away, and logins return by themselves', async () => {
    await postgres.goDown();
    await expectUnavailable(await logIn());
    expect((await timed('GET', '/sessions')).answer.status).toBe(200);
    expect((await timed('GET', '/sessions/privileges')).answer.status).toBe(503);
    await postgres.comeBack();
    expect((await logIn()).answer.status).toBe(204);
  });

  it('costs no audit event', async () => {
    const refused = await test.server.audit.find({ event: 'loginRefused' });
    expect(refused).toHaveLength(10);
    for (const { reason } of refused) expect(reason).toBe('serviceUnavailable');
  });

  it('hears again of ended access after it was away', async () => {
    const other = await open();
    const guest = await test.logIn();
    await other.call('POST', '/auth/login', {
      headers: json,
      body: JSON.stringify({ ...ann, changePassword: true, newPassword: 'nine green bottles on the wall' }),
    });
    const start = performance.now();
    while ((await test.call('GET', '/sessions', { headers: guest })).status !== 401) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(performance.now() - start).toBeLessThan(2500);
    await other.close();
  });

  it('keeps nobody from closing', async () => {
    const closing = await open();
    await closing.call('POST', '/auth/login', { headers: json, body: JSON.stringify({ loginMode: 8 }) });
    postgres.pause();
    const start = performance.now();
    await closing.close();
    expect(performance.now() - start).toBeLessThan(6000);
    postgres.resume();
  });

  it('stops a start, which says where it looked and no password', async () => {
    await postgres.goDown();
    const failure: unknown = await open().catch((error: unknown) => error);
    const { message } = failure as Error;
    const place = `postgres://127.0.0.1:${postgres.port}/users (schema mstr_auth)`;
    expect(message).toContain(`The user database ${place} cannot be used: connect ECONNREFUSED`);
    expect(message).not.toContain(postgres.password);
    await postgres.comeBack();
  });

  it('is nowhere in the log with its password', () => {
    const log = JSON.stringify(test.log);
    expect(log).toContain('the audit store fails');
    for (const secret of [postgres.password, encodeURIComponent(postgres.password)]) expect(log).not.toContain(secret);
  });
});
