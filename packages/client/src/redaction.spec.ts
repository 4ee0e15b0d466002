import { inspect } from 'node:util';
import { cookie, opened, refused, routes, token } from '../test/answers.js';
import { startCannedServer, type SeenRequest } from '../test/canned-server.js';
import { createClient, type Client, type CookieStorage, type Fetch, type Hooks } from './index.js';

const password = 'correct horse battery staple';
const newPassword = 'four other quite common words';
const identityToken = 'Zm9yLWV4YW1wbGUtb25seQ.4Jw0mVh1cT9yq2Lr7sXbN8uKpE5aDfGz';
const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const apiToken = 'an-api-token-that-nobody-may-see';
const ingress = 'sticky-node-0123456789';
const secrets = [password, newPassword, identityToken, codeVerifier, apiToken, token, cookie, ingress];

/** Everything a program might print of something. */
function printed(value: unknown): string {
  const everything = { depth: Infinity, showHidden: true, maxStringLength: Infinity };
  const stack = value instanceof Error ? value.stack : '';
  return [String(value), inspect(value), inspect(value, everything), JSON.stringify(value), stack].join('\n');
}

function expectNoSecret(value: unknown): void {
  const text = printed(value);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
}

/** A server that repeats all it was told in its errors: the worst that can come back. */
function echo({ headers, body }: SeenRequest) {
  const told = JSON.stringify({ headers, body });
  return { ...refused(400, 'ERR006', `cannot read ${told}`, { ticketId: told }), headers: { 'X-Echo': told } };
}

const calls: [string, (client: Client) => Promise<unknown>][] = [
  ['a standard login', (client) => client.login.standard({ username: 'mlind', password, newPassword })],
  ['a login by API token', (client) => client.login.apiToken({ apiToken })],
  [
    'a login by API token with the body of it',
    (client) => client.login.with({ loginMode: '4096', username: apiToken }),
  ],
  ['a login by API token from a function', (client) => client.login.apiToken(() => ({ apiToken }))],
  ['a delegated login', (client) => client.login.delegated({ identityToken, codeVerifier })],
  ['the check of an identity token', (client) => client.identityTokens.info(identityToken)],
  ['a call of the session', (client) => client.sessions.get()],
  ['a logout', (client) => client.logout()],
];

/** A client that holds a session, and everything its hooks were shown. */
async function loggedIn(url: string, fetch?: Fetch): Promise<{ client: Client; shown: unknown[] }> {
  const shown: unknown[] = [];
  const note = (view: unknown) => shown.push(view);
  const hooks: Hooks = { onRequest: note, onResponse: note, onError: note };
  const client = createClient({ baseUrl: url, hooks, fetch });
  await client.login.anonymous();
  return { client, shown };
}

const login = opened(token, cookie, [`library-ingress=${ingress}; Path=/`]);

describe('secrets', () => {
  it.each(calls)('do not come out of the errors and views of %s, even if the server repeats them', async (_, call) => {
    let first = true;
    await using server = await startCannedServer((request) => {
      const answer = first ? login : echo(request);
      first = false;
      return answer;
    });
    const { client, shown } = await loggedIn(server.url);
    const error = await call(client).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'WireError', message: expect.stringContaining('cannot read') });
    expectNoSecret(error);
    expect(shown).toHaveLength(5);
    expectNoSecret(shown);
    expectNoSecret(client);
  });

  it.each(calls)('do not come out of %s when fetch fails with all it was given', async (_, call) => {
    await using server = await startCannedServer(routes({ 'POST /auth/login': login }));
    let failing = false;
    const fetch: Fetch = async (request) => {
      if (!failing) return globalThis.fetch(request);
      const told = JSON.stringify({ headers: [...request.headers], body: await request.text() });
      const inner = Object.assign(new Error(`refused ${told}`), { told, code: 'ECONNRESET' });
      throw Object.assign(new TypeError(`failed ${told}`, { cause: inner }), { request });
    };
    const { client, shown } = await loggedIn(server.url, fetch);
    failing = true;
    const error = await call(client).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      name: 'ConnectionError',
      cause: { name: 'TypeError', cause: { code: 'ECONNRESET' } },
    });
    expectNoSecret(error);
    expectNoSecret(shown);
  });

  it('are found one by one, and one within another', async () => {
    const told = 'cookie 0123456789ABCDEF0123456789ABCDEF, passwords correct horse battery and correct';
    let first = true;
    await using server = await startCannedServer(() => {
      const answer = first ? login : refused(400, 'ERR006', told);
      first = false;
      return answer;
    });
    const { client } = await loggedIn(server.url);
    const call = client.login.standard({
      username: 'mlind',
      password: 'correct',
      newPassword: 'correct horse battery',
    });
    await expect(call).rejects.toThrow('cookie [redacted], passwords [redacted] and [redacted]');
  });

  it('do not come out of an argument that no header can carry', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1/Lib' });
    const error = await client.identityTokens.info(`${identityToken}\n`).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TypeError);
    expectNoSecret(error);
  });

  it('do not come out of a cookie that no header can carry', async () => {
    const cookies: CookieStorage = {
      cookieHeader: () => `JSESSIONID=${cookie}\n`,
      store: () => undefined,
      forget: () => undefined,
    };
    const client = createClient({ baseUrl: 'http://127.0.0.1:1/Lib', cookies });
    const error = await client.sessions.get().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TypeError);
    expectNoSecret(error);
  });

  it('do not come out of the client itself, nor of its parts', async () => {
    await using server = await startCannedServer(routes({ 'POST /auth/login': login }));
    const { client } = await loggedIn(server.url);
    expect(client.loggedIn).toBe(true);
    for (const part of [
      client,
      client.login,
      client.sessions,
      client.identityTokens,
      client.apiTokens,
      client.projects,
    ]) {
      expectNoSecret(part);
    }
  });
});
