import { createHash } from 'node:crypto';
import { request as send } from 'node:http';
import { goodDay, opened, refused, routes, token } from '../test/answers.js';
import { startCannedServer, type CannedServer } from '../test/canned-server.js';
import { BrowserLoginError, createClient, TimeoutError, type BrowserLogin, type Client } from './index.js';

const answers = routes({ ...goodDay, 'POST /auth/delegate': opened(token, 'FEDCBA9876543210FEDCBA9876543210') });

describe('a login by the browser', () => {
  let server: CannedServer;
  let client: Client;
  beforeEach(async () => {
    server = await startCannedServer(answers);
    client = createClient({ baseUrl: server.url });
  });
  afterEach(() => server[Symbol.asyncDispose]());

  const delegated = () => server.requests.map(({ body }) => body);
  const outcome = (asked: URL, fields: Record<string, string> = {}) => {
    const { redirect_uri = '', state = '' } = Object.fromEntries(asked.searchParams);
    const all = { identityToken: 'an.identity.token', state, iss: server.url, ...fields };
    return `${redirect_uri}?${new URLSearchParams(all).toString()}`;
  };
  /** Begins a login whose browser does nothing, and waits for the address. */
  const begin = async (options: BrowserLogin = {}) => {
    let login: Promise<unknown> = Promise.resolve();
    const url = await new Promise<string>((open) => {
      login = client.login.browser({ open, ...options }).then(
        () => 'logged in',
        (error: unknown) => error,
      );
    });
    return { login, asked: new URL(url) };
  };
  const isClosed = async (asked: URL) =>
    fetch(asked.searchParams.get('redirect_uri') ?? '').then(
      () => false,
      () => true,
    );

  it('asks for a token for its challenge, and opens a session with it and the verifier', async () => {
    const { login, asked } = await begin({ loginMode: 1048576, source: 'main' });
    expect(`${asked.origin}${asked.pathname}`).toBe(`${server.url}/auth/handover`);
    const { code_challenge, ...others } = Object.fromEntries(asked.searchParams);
    expect(others).toEqual({
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      loginMode: '1048576',
      source: 'main',
    });
    const page = await fetch(outcome(asked));
    expect(await page.text()).toContain('You may close this window.');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    expect(await login).toBe('logged in');
    expect(client.loggedIn).toBe(true);
    const [body] = delegated() as { codeVerifier: string }[];
    expect(body).toEqual({
      loginMode: -1,
      identityToken: 'an.identity.token',
      codeVerifier: expect.stringMatching(/^[\w-]{43}$/),
    });
    const challenge = createHash('sha256')
      .update(body?.codeVerifier ?? '')
      .digest('base64url');
    expect(code_challenge).toBe(challenge);
    expect(await isClosed(asked)).toBe(true);
  });

  it.each<[string, (asked: URL) => Promise<number>]>([
    ['another state', (asked) => status(outcome(asked, { state: 'x'.repeat(43) }))],
    ['an empty state', (asked) => status(outcome(asked, { state: '' }))],
    ['two states', (asked) => status(`${outcome(asked)}&state=x`)],
    ['another path', (asked) => status(outcome(asked).replace('/callback?', '/favicon.ico?'))],
    ['another method', (asked) => status(outcome(asked), { method: 'POST' })],
    ['a name that was made to lead here', (asked) => status(outcome(asked), { host: 'evil.example.com' })],
    ['an address that is none', (asked) => status(outcome(asked), { path: '//' })],
  ])('takes nothing with %s, and waits on', async (_, come) => {
    const { login, asked } = await begin();
    expect(await come(asked)).toBe(400);
    expect(await status(outcome(asked, { identityToken: 'the.right.one' }))).toBe(200);
    expect(await login).toBe('logged in');
    expect(delegated()).toMatchObject([{ identityToken: 'the.right.one' }]);
  });

  it.each<[string, string, Record<string, string>]>([
    ['the person refuses', 'refused', { identityToken: '', error: 'access_denied' }],
    ['another server answers', 'wrongServer', { iss: 'https://evil.example.com/MicroStrategyLibrary' }],
    ['no server says that it answers', 'wrongServer', { iss: '' }],
  ])('fails when %s, and asks for no session', async (_, reason, fields) => {
    const { login, asked } = await begin();
    const address = new URL(outcome(asked, fields));
    for (const [name, value] of Object.entries(fields)) if (value === '') address.searchParams.delete(name);
    expect(await (await fetch(address)).text()).toContain('was not let in');
    const error = await login;
    expect(error).toBeInstanceOf(BrowserLoginError);
    expect(error).toMatchObject({ name: 'BrowserLoginError', reason });
    expect([client.loggedIn, delegated(), await isClosed(asked)]).toEqual([false, [], true]);
  });

  it('ends at its deadline, and closes the port', async () => {
    const { login, asked } = await begin({ timeoutMs: 200 });
    expect(await login).toBeInstanceOf(TimeoutError);
    expect(await isClosed(asked)).toBe(true);
  });

  it('ends with its signal, and closes the port', async () => {
    const abort = new AbortController();
    const { login, asked } = await begin({ signal: abort.signal });
    const reason = new Error('changed my mind');
    abort.abort(reason);
    expect(await login).toBe(reason);
    expect(await isClosed(asked)).toBe(true);
  });

  it('begins nothing when its signal is aborted already', async () => {
    const reason = new Error('changed my mind before');
    const urls: string[] = [];
    const options = { signal: AbortSignal.abort(reason), onUrl: (url: string) => urls.push(url) };
    await expect(client.login.browser({ ...options, open: () => undefined })).rejects.toBe(reason);
    expect(urls).toEqual([]);
  });

  it('fails when no browser can be opened, unless somebody was told the address', async () => {
    const cause = new Error('no display');
    const open = () => Promise.reject(cause);
    await expect(client.login.browser({ open })).rejects.toMatchObject({ reason: 'notOpened', cause });
    let login: Promise<void> | undefined;
    const url = await new Promise<string>((onUrl) => {
      login = client.login.browser({ open, onUrl });
    });
    expect(await status(outcome(new URL(url)))).toBe(200);
    await login;
    expect(client.loggedIn).toBe(true);
  });

  it('is not finished when the server refuses the token', async () => {
    await using strict = await startCannedServer(
      routes({ 'POST /auth/delegate': refused(401, 'ERR003', 'The identity token is not valid') }),
    );
    client = createClient({ baseUrl: strict.url });
    const { login, asked } = await begin();
    await fetch(outcome(asked, { iss: strict.url }));
    expect(await login).toMatchObject({ name: 'WireError', code: 'ERR003' });
    expect(client.loggedIn).toBe(false);
  });

  it('shows no secret to the hooks', async () => {
    const seen: unknown[] = [];
    client = createClient({ baseUrl: server.url, hooks: { onRequest: (view) => seen.push(view.body) } });
    const { login, asked } = await begin();
    await fetch(outcome(asked));
    await login;
    expect(seen).toEqual([{ loginMode: -1, identityToken: '[redacted]', codeVerifier: '[redacted]' }]);
  });
});

/** Sends a GET, or what the options make of it, and returns the status of the answer. */
function status(url: string, { method = 'GET', host, path }: { method?: string; host?: string; path?: string } = {}) {
  const { hostname, port, pathname, search, host: own } = new URL(url);
  return new Promise<number>((resolve, reject) => {
    const headers = { host: host ?? own };
    const options = { hostname, port, method, path: path ?? pathname + search, headers };
    send(options, (response) => resolve(response.resume().statusCode ?? 0))
      .once('error', reject)
      .end();
  });
}
