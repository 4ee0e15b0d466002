import { opened, refused, routes, token } from '../test/answers.js';
import { startCannedProvider, type CannedProvider, type Lies } from '../test/canned-provider.js';
import { startCannedServer, type CannedServer } from '../test/canned-server.js';
import { logInAtProvider } from '../test/readme-native-login.js';
import { BrowserLoginError, createClient, TimeoutError, type Client, type NativeOidcLogin } from './index.js';

describe('a login at an OpenID provider', () => {
  let lies: Lies;
  let provider: CannedProvider;
  let server: CannedServer;
  let client: Client;
  let iams: readonly object[];
  let over: AbortController;
  const iam = (changes: object = {}) => ({
    id: 'main',
    issuer: provider.issuer,
    mstrIam: false,
    blockAutoProvisioning: true,
    nativeClientId: 'a-program',
    clientId: 'a-server',
    redirectUri: 'https://bi.example.com/Lib/auth/oidc/login',
    scopes: ['openid', 'profile', 'offline_access'],
    vendor: { name: 'Main', version: '' },
    default: true,
    metadata_endpoint: `${provider.issuer}/.well-known/openid-configuration`,
    ...changes,
  });
  beforeEach(async () => {
    lies = {};
    over = new AbortController();
    provider = await startCannedProvider(() => lies);
    iams = [iam()];
    server = await startCannedServer(
      routes({
        'GET /config/oidc/native': () => ({ status: 200, body: { iams } }),
        'POST /auth/oidc/token': opened(token, 'FEDCBA9876543210FEDCBA9876543210'),
      }),
    );
    client = createClient({ baseUrl: server.url });
  });
  afterEach(async () => {
    over.abort();
    await server[Symbol.asyncDispose]();
    await provider.server[Symbol.asyncDispose]();
  });

  const handedIn = () => server.requests.filter(({ method }) => method === 'POST');
  /** Begins a login whose browser does nothing, and waits for the address or the end. */
  const begin = async (options: NativeOidcLogin = {}) => {
    let login: Promise<unknown> = Promise.resolve();
    const url = await new Promise<string>((open) => {
      login = client.login.oidcNative({ open, signal: over.signal, ...options }).then(
        () => 'logged in',
        (error: unknown) => (open('about:blank'), error),
      );
    });
    return { login, asked: new URL(url) };
  };
  const failure = async (options: NativeOidcLogin = {}, changes: Readonly<Record<string, string | undefined>> = {}) => {
    const { login, asked } = await begin(options);
    const page = asked.protocol === 'about:' ? '' : await (await fetch(provider.answerTo(asked, changes))).text();
    const error = await login;
    expect(error).toBeInstanceOf(BrowserLoginError);
    expect([client.loggedIn, handedIn()]).toEqual([false, []]);
    return { page, ...(error as BrowserLoginError), text: String(error) };
  };

  it('asks the provider with state, nonce and challenge, and hands its tokens to the server', async () => {
    const { login, asked } = await begin({ loginHint: 'ann@example.com', prompt: 'login' });
    expect(`${asked.origin}${asked.pathname}`).toBe(`${new URL(provider.issuer).origin}/Lib/authorize`);
    const random = expect.stringMatching(/^[\w-]{43}$/) as unknown;
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      tenant: '7',
      client_id: 'a-program',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
      response_type: 'code',
      scope: 'openid profile',
      state: random,
      nonce: random,
      code_challenge: random,
      code_challenge_method: 'S256',
      login_hint: 'ann@example.com',
      prompt: 'login',
    });
    const page = await fetch(provider.answerTo(asked));
    expect(await page.text()).toContain('The program goes on. You may close this window.');
    expect(await login).toBe('logged in');
    expect(client.loggedIn).toBe(true);
    expect(provider.grants).toEqual([
      {
        client_id: 'a-program',
        code: 'a-code',
        code_verifier: random,
        grant_type: 'authorization_code',
        redirect_uri: asked.searchParams.get('redirect_uri'),
      },
    ]);
    const [request] = handedIn();
    expect(request?.path).toBe('/Lib/api/auth/oidc/token?clientId=a-program');
    expect(request?.body).toMatchObject({ access_token: 'an.access.token', id_token: expect.stringMatching(/^ey/) });
    await expect(fetch(asked.searchParams.get('redirect_uri') ?? '')).rejects.toThrow();
  });

  it('is the example of the README, which takes a refusal for an answer', async () => {
    const walk = (changes?: Readonly<Record<string, string | undefined>>) => ({
      open: (url: string) => fetch(provider.answerTo(new URL(url), changes)),
    });
    expect((await logInAtProvider(server.url, walk()))?.loggedIn).toBe(true);
    expect(await logInAtProvider(server.url, walk({ code: undefined, error: 'access_denied' }))).toBeUndefined();
    const lost = logInAtProvider(server.url, { ...walk(), provider: 'none' });
    await expect(lost).rejects.toMatchObject({ reason: 'providerUnknown' });
  });

  it('makes state, nonce and verifier anew each time', async () => {
    const texts: (string | null)[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const { login, asked } = await begin();
      await fetch(provider.answerTo(asked));
      await login;
      texts.push(...['state', 'nonce', 'code_challenge'].map((name) => asked.searchParams.get(name)));
    }
    expect(new Set(texts).size).toBe(6);
  });

  it('takes the provider that is asked for, or the default one, or says which there are', async () => {
    iams = [iam({ id: 'other', default: false, nativeClientId: 'other' }), iam()];
    expect((await begin()).asked.searchParams.get('client_id')).toBe('a-program');
    expect((await begin({ provider: 'other' })).asked.searchParams.get('client_id')).toBe('other');
    expect(await failure({ provider: 'none' })).toMatchObject({
      reason: 'providerUnknown',
      text: expect.stringContaining('other, main'),
    });
  });

  it('comes back to the address that is registered', async () => {
    const { login, asked } = await begin({ redirectUri: 'http://localhost/program/done' });
    const redirectUri = asked.searchParams.get('redirect_uri') ?? '';
    expect(redirectUri).toMatch(/^http:\/\/localhost:\d+\/program\/done$/);
    expect((await fetch(provider.answerTo(asked))).status).toBe(200);
    expect(await login).toBe('logged in');
    expect(provider.grants[0]?.['redirect_uri']).toBe(redirectUri);
  });

  it.each(['https://127.0.0.1/', 'http://bi.example.com/', 'http://127.0.0.1/?x=1', 'http://127.0.0.1/#x', 'x'])(
    'does not listen for %s',
    async (redirectUri) => {
      await expect(client.login.oidcNative({ redirectUri, open: () => undefined })).rejects.toThrow(TypeError);
    },
  );

  it('takes no answer with another state, and waits on', async () => {
    const { login, asked } = await begin();
    expect((await fetch(provider.answerTo(asked, { state: 'x'.repeat(43) }))).status).toBe(400);
    expect((await fetch(provider.answerTo(asked, { state: undefined }))).status).toBe(400);
    expect((await fetch(provider.answerTo(asked))).status).toBe(200);
    expect(await login).toBe('logged in');
  });

  it.each<[string, string, Readonly<Record<string, string | undefined>>, string]>([
    ['the person refuses', 'refused', { code: undefined, error: 'access_denied' }, 'refused'],
    [
      'it reports an error',
      'providerRefused',
      { code: undefined, error: 'invalid_scope', error_description: 'No\u001b[31m such' },
      'invalid_scope: No?[31m such',
    ],
    ['another issuer answers', 'providerRefused', { iss: 'https://evil.example.com' }, '"iss"'],
    ['the issuer is not named', 'providerRefused', { iss: undefined }, '"iss"'],
    ['tokens come by the browser', 'providerRefused', { id_token: 'x' }, 'implicit'],
  ])('fails when %s', async (_, reason, changes, text) => {
    const failed = await failure({}, changes);
    expect(failed).toMatchObject({ reason, text: expect.stringContaining(text) });
    expect(failed.page).toContain('The program was not let in.');
    expect(provider.grants).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['for another login', { nonce: 'another' }, 'nonce'],
    ['for no login', { nonce: undefined }, 'nonce'],
    ['for another program', { aud: 'another' }, 'aud'],
    ['of another issuer', { iss: 'https://evil.example.com' }, 'iss'],
    ['that is over', { exp: 1 }, 'exp'],
    ['of another party', { aud: ['a-program', 'another'], azp: 'another' }, 'azp'],
  ])('hands in no ID token %s', async (_, claims, text) => {
    lies = { claims: { ...claims } };
    expect(await failure()).toMatchObject({ reason: 'providerRefused', text: expect.stringContaining(text) });
  });

  it.each<[string, Lies, string, string]>([
    [
      'without an ID token',
      { tokens: { body: { access_token: 'x', token_type: 'Bearer' } } },
      'providerRefused',
      'id_token',
    ],
    [
      'that refuses the code',
      { tokens: { status: 400, body: { error: 'invalid_grant', error_description: 'too late' } } },
      'providerRefused',
      'invalid_grant: too late',
    ],
    ['that is down', { tokens: { status: 503, body: {} } }, 'providerUnreachable', '/token: it has status 503'],
    ['that is another', { document: { issuer: 'https://evil.example.com' } }, 'providerRefused', 'issuer'],
    ['without S256', { document: { code_challenge_methods_supported: ['plain'] } }, 'providerRefused', 'S256'],
    [
      'that has passwords typed in the open',
      { document: { authorization_endpoint: 'http://idp.example.com/' } },
      'providerRefused',
      'safe',
    ],
    ['without an address', { document: { authorization_endpoint: undefined } }, 'providerRefused', 'safe'],
  ])('fails at a provider %s', async (_, told, reason, text) => {
    lies = told;
    expect(await failure()).toMatchObject({ reason, text: expect.stringContaining(text) });
  });

  it('takes a document only of the very issuer', async () => {
    iams = [iam({ issuer: `${new URL(provider.issuer).origin}/` })];
    lies = { document: { issuer: new URL(provider.issuer).origin } };
    expect(await failure()).toMatchObject({
      reason: 'providerRefused',
      text: expect.stringContaining('another issuer'),
    });
  });

  it('fails at a provider that is not there, or on plain http elsewhere', async () => {
    iams = [iam({ issuer: 'http://127.0.0.1:1' })];
    expect(await failure()).toMatchObject({ reason: 'providerUnreachable' });
    iams = [iam({ issuer: 'http://idp.example.com' })];
    expect(await failure()).toMatchObject({ reason: 'providerRefused', text: expect.stringContaining('HTTP') });
  });

  it('shows no token in its error, whatever is wrong with the tokens', async () => {
    lies = { tokens: { body: { access_token: 'very-secret', token_type: 'Bearer', id_token: 'very-secret' } } };
    const { login, asked } = await begin();
    await fetch(provider.answerTo(asked));
    const error = await login;
    expect(error).toMatchObject({ reason: 'providerRefused' });
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('very-secret');
  });

  it('shows no secret to the hooks', async () => {
    const seen: unknown[] = [];
    client = createClient({ baseUrl: server.url, hooks: { onRequest: (view) => seen.push(view.body) } });
    const { login, asked } = await begin();
    await fetch(provider.answerTo(asked));
    await login;
    expect(seen).toEqual([
      undefined,
      expect.objectContaining({ id_token: '[redacted]', access_token: '[redacted]', token_type: 'bearer' }),
    ]);
  });

  it('asks the provider by the fetch that was given', async () => {
    const urls: string[] = [];
    const counting = (request: Request) => (urls.push(new URL(request.url).pathname), fetch(request));
    client = createClient({ baseUrl: server.url, fetch: counting });
    const { login, asked } = await begin();
    await fetch(provider.answerTo(asked));
    expect(await login).toBe('logged in');
    expect(urls).toContain('/Lib/token');
    expect(urls).toHaveLength(4);
  });

  it('ends at its deadline and with its signal, and closes the port', async () => {
    const late = await begin({ timeoutMs: 300 });
    expect(await late.login).toBeInstanceOf(TimeoutError);
    const abort = new AbortController();
    const { login, asked } = await begin({ signal: abort.signal });
    const reason = new Error('changed my mind');
    abort.abort(reason);
    expect(await login).toBe(reason);
    for (const one of [late.asked, asked]) {
      await expect(fetch(one.searchParams.get('redirect_uri') ?? '')).rejects.toThrow();
    }
  });

  it('says what the server says: that it has no provider, or does not believe the tokens', async () => {
    await using strict = await startCannedServer(
      routes({
        'GET /config/oidc/native': () => ({ status: 200, body: { iams } }),
        'POST /auth/oidc/token': refused(401, 'ERR003', 'The login was refused'),
      }),
    );
    client = createClient({ baseUrl: strict.url });
    const { login, asked } = await begin();
    await fetch(provider.answerTo(asked));
    expect(await login).toMatchObject({ name: 'WireError', code: 'ERR003' });
    await using bare = await startCannedServer(
      routes({ 'GET /config/oidc/native': refused(404, 'ERR001', 'OIDC not available') }),
    );
    client = createClient({ baseUrl: bare.url });
    await expect(client.login.oidcNative()).rejects.toMatchObject({ code: 'ERR001', status: 404 });
  });

  it('fails when no browser can be opened', async () => {
    const cause = new Error('no display');
    const login = client.login.oidcNative({ open: () => Promise.reject(cause) });
    await expect(login).rejects.toMatchObject({ reason: 'notOpened', cause });
  });
});
