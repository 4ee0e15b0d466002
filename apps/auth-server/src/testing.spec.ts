import { existsSync, readdirSync } from 'node:fs';
import { startTestServer, systemClock } from './testing.js';

const logIn = (fetch: typeof globalThis.fetch, url: string, credentials: object) =>
  fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
const credentialsOf = (answer: Response) => ({
  'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '',
  cookie: answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '',
});

describe('a server for tests', () => {
  it('lets its users in, without listening and without a file', async () => {
    const before = readdirSync('.');
    await using server = await startTestServer();
    expect((await logIn(server.fetch, server.url, server.users.ann)).status).toBe(204);
    expect((await logIn(server.fetch, server.url, { ...server.users.ann, password: 'wrong' })).status).toBe(401);
    await expect(fetch(`${server.url}/api/status`)).rejects.toThrow();
    expect(readdirSync('.')).toEqual(before);
    expect(existsSync(':memory:')).toBe(false);
  });

  it('gives each user the password that was asked for, or a random one', async () => {
    const password = 'ann likes long passwords';
    await using server = await startTestServer({ users: { ann: { password }, bob: {} } });
    await using other = await startTestServer({ users: { bob: {} } });
    expect(server.users.ann).toEqual({ username: 'ann', password });
    expect(server.users.bob.password).toMatch(/^[\w-]{32}$/);
    expect(server.users.bob.password).not.toBe(other.users.bob.password);
    expect((await logIn(server.fetch, server.url, server.users.bob)).status).toBe(204);
    expect((await logIn(server.fetch, server.url, server.administrator)).status).toBe(204);
    expect((await logIn(other.fetch, other.url, server.users.ann)).status).toBe(401);
  });

  it('takes the settings of a user for what they are in a configuration', async () => {
    await using server = await startTestServer({ users: { dan: { enabled: false }, administrator: {} } });
    expect((await logIn(server.fetch, server.url, server.users.dan)).status).toBe(401);
    expect(server.administrator).toBe(server.users.administrator);
    expect((await logIn(server.fetch, server.url, server.administrator)).status).toBe(204);
  });

  it('lets time pass only when the test says so', async () => {
    await using server = await startTestServer();
    const headers = credentialsOf(await logIn(server.fetch, server.url, server.users.ann));
    const get = () => server.fetch(`${server.url}/api/sessions`, { headers });
    server.clock.advance(599_999);
    expect((await get()).status).toBe(200);
    server.clock.advance(600_000);
    expect((await get()).status).toBe(401);
  });

  it('takes another clock, and settings of the configuration', async () => {
    await using server = await startTestServer({ clock: systemClock, config: { auth: { modes: { available: [8] } } } });
    expect(server.clock).toBe(systemClock);
    expect((await logIn(server.fetch, server.url, { loginMode: 8 })).status).toBe(204);
    expect((await logIn(server.fetch, server.url, { loginMode: 1, ...server.users.ann })).status).toBe(401);
  });

  it('listens on a free port of this machine when it is asked to, at once or later', async () => {
    await using early = await startTestServer({ listen: true });
    await using late = await startTestServer();
    const address = await late.listen();
    for (const url of [early.url, address]) {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/MicroStrategyLibrary$/);
      expect((await fetch(`${url}/api/status`)).status).toBe(200);
    }
    expect((await late.fetch(`${address}/api/status`)).status).toBe(200);
  });

  it('refuses to listen beyond this machine', async () => {
    const config = { server: { host: '0.0.0.0' } };
    await expect(startTestServer({ config })).rejects.toThrow('server.host: is 0.0.0.0');
    const careless = { ...config, demo: false };
    await expect(startTestServer({ config: careless })).rejects.toThrow('server.host: is 0.0.0.0');
  });

  it('answers no request that is meant for somebody else', async () => {
    await using server = await startTestServer();
    await expect(server.fetch('https://example.com/MicroStrategyLibrary/api/status')).rejects.toThrow(
      'and was asked for https://example.com',
    );
  });

  it('heeds the signal of a request', async () => {
    await using server = await startTestServer();
    const ended = AbortSignal.abort(new Error('not any more'));
    await expect(server.fetch(`${server.url}/api/status`, { signal: ended })).rejects.toThrow('not any more');
    const controller = new AbortController();
    const asked = server.fetch(`${server.url}/api/status`, { signal: controller.signal });
    controller.abort(new Error('changed my mind'));
    await expect(asked).rejects.toThrow('changed my mind');
  });

  it('says what happened', async () => {
    await using server = await startTestServer();
    await logIn(server.fetch, server.url, server.users.ann);
    expect((await server.server.audit.find({})).map(({ event }) => event)).toEqual(['login']);
  });

  it('is in no file that a server is run or embedded from', async () => {
    const { importsFrom } = await import('../test/imports-from.js');
    expect(importsFrom('src/main.ts')).toContain('src/join-rooms.ts');
    for (const entry of ['src/main.ts', 'src/index.ts']) expect(importsFrom(entry)).not.toContain('src/testing.ts');
  });
});
