import { goodDay, opened, refused, routes, sessionOver } from '../test/answers.js';
import { startCannedServer, type CannedAnswer, type Play } from '../test/canned-server.js';
import { createClient, type ErrorView } from './index.js';

async function loggedIn(answers: Readonly<Record<string, CannedAnswer | Play>> = {}) {
  const server = await startCannedServer(routes({ ...goodDay, ...answers }));
  const errors: ErrorView[] = [];
  const client = createClient({ baseUrl: server.url, hooks: { onError: (view) => errors.push(view) } });
  await client.login.anonymous();
  const logouts = () => server.requests.filter(({ path }) => path === '/Lib/api/auth/logout').length;
  return { client, errors, logouts, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('close', () => {
  it('logs out at the end of an await using block', async () => {
    await using server = await startCannedServer(routes(goodDay));
    {
      await using client = createClient({ baseUrl: server.url });
      await client.login.anonymous();
    }
    expect(server.requests.map(({ path }) => path)).toEqual(['/Lib/api/auth/login', '/Lib/api/auth/logout']);
  });

  it('logs out at the end of a block that throws', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const work = async () => {
      await using client = createClient({ baseUrl: server.url });
      await client.login.anonymous();
      throw new Error('the work fails');
    };
    await expect(work()).rejects.toThrow('the work fails');
    expect(server.requests.at(-1)?.path).toBe('/Lib/api/auth/logout');
  });

  it('logs out once, however often it is called', async () => {
    await using started = await loggedIn();
    await Promise.all([started.client.close(), started.client.close()]);
    await started.client.close();
    expect(started.logouts()).toBe(1);
    expect(started.client.loggedIn).toBe(false);
  });

  it('asks nothing of the server when the client is not logged in', async () => {
    await using server = await startCannedServer(routes(goodDay));
    await createClient({ baseUrl: server.url }).close();
    expect(server.requests).toEqual([]);
  });

  it('waits for a login that is under way, and logs it out', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const slow = async () => {
      await held;
      return opened('slow', 'slow-cookie');
    };
    await using server = await startCannedServer(routes({ ...goodDay, 'POST /auth/login': slow }));
    const client = createClient({ baseUrl: server.url });
    const login = client.login.anonymous();
    const closing = client.close();
    answer();
    await closing;
    await login;
    expect(client.loggedIn).toBe(false);
    expect(server.requests.at(-1)).toMatchObject({
      path: '/Lib/api/auth/logout',
      headers: { 'x-mstr-authtoken': 'slow' },
    });
  });

  it.each([
    ['the session was over', sessionOver, 'ERR009'],
    ['the server fails', refused(503, 'ERR0016', 'A part of the service is not available'), 'ERR0016'],
  ])('tells only the hook that %s, and is logged out', async (_, answer, code) => {
    await using started = await loggedIn({ 'POST /auth/logout': answer });
    await expect(started.client.close()).resolves.toBeUndefined();
    expect(started.errors).toMatchObject([{ operation: 'postLogout', error: { code } }]);
    expect(started.client.loggedIn).toBe(false);
  });

  it('gives up after 2 seconds, whatever the deadline of the client', async () => {
    await using started = await loggedIn({ 'POST /auth/logout': () => undefined });
    const startMs = performance.now();
    await started.client.close();
    expect(performance.now() - startMs).toBeLessThan(2_500);
    expect(started.errors).toMatchObject([{ error: { name: 'TimeoutError', setBy: 'close' } }]);
    expect(started.client.loggedIn).toBe(false);
  });

  it('leaves a client that can log in again', async () => {
    await using started = await loggedIn();
    await started.client.close();
    await started.client.login.anonymous();
    expect(started.client.loggedIn).toBe(true);
    await started.client.close();
    expect(started.logouts()).toBe(2);
  });
});
