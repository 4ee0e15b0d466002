import { goodDay, opened, refused, routes, token } from '../test/answers.js';
import { startCannedServer, type CannedServer, type Play } from '../test/canned-server.js';
import { createClient, type Client, type Provided, type StandardLogin } from './index.js';

const answers: Play = routes({
  ...goodDay,
  'POST /auth/oidc/token': opened(token, '0123456789ABCDEF0123456789ABCDEF'),
  'POST /auth/delegate': opened(token, 'FEDCBA9876543210FEDCBA9876543210'),
});
const bodies = ({ requests }: CannedServer) => requests.map(({ body }) => body);

describe('a login', () => {
  it.each<[string, (client: Client) => Promise<void>, object]>([
    [
      'by API token',
      (client) => client.login.apiToken({ apiToken: 'a-token', timeZone: 'UTC' }),
      { loginMode: 4096, username: 'a-token', timeZone: 'UTC', applicationType: 76 },
    ],
    [
      'by name and password',
      (client) => client.login.standard({ username: 'mlind', password: '' }),
      { loginMode: 1, username: 'mlind', password: '', applicationType: 76 },
    ],
    [
      'by LDAP',
      (client) => client.login.ldap({ username: 'mlind', password: 'a secret', timeZone: 'UTC' }),
      { loginMode: 16, username: 'mlind', password: 'a secret', timeZone: 'UTC', applicationType: 76 },
    ],
    [
      'of an application type of its own',
      (client) => client.login.apiToken({ apiToken: 'a-token', applicationType: 8 }),
      { loginMode: 4096, username: 'a-token', applicationType: 8 },
    ],
  ])('%s sends what its mode takes', async (_, logIn, body) => {
    await using server = await startCannedServer(answers);
    const client = createClient({ baseUrl: server.url, applicationType: 76 });
    await logIn(client);
    expect(bodies(server)).toEqual([body]);
    expect(client.loggedIn).toBe(true);
  });
});

describe('a login whose proof is a header', () => {
  const sent = ({ requests }: CannedServer, name: string) => requests.map(({ headers }) => headers[name]);

  it('by the header of a proxy sends its number, and in tests that header', async () => {
    await using server = await startCannedServer(answers);
    const client = createClient({ baseUrl: server.url });
    await client.login.trusted();
    await client.login.trusted({ headers: { SM_USER: 'mlind' }, timeZone: 'UTC' });
    expect(bodies(server)).toEqual([{ loginMode: 64 }, { loginMode: 64, timeZone: 'UTC' }]);
    expect(sent(server, 'sm_user')).toEqual([undefined, 'mlind']);
  });

  it('by Kerberos sends a new token each time, and returns what the server has to prove', async () => {
    const login = opened(token, 'FEDCBA9876543210FEDCBA9876543210');
    const proving = { ...login, headers: { ...login.headers, 'WWW-Authenticate': 'Negotiate oRQwEg==' } };
    await using server = await startCannedServer(routes({ 'POST /auth/login': proving }));
    const client = createClient({ baseUrl: server.url });
    const tokens = ['YIIC', 'YIID'];
    const logIn = () => client.login.kerberos(() => Promise.resolve({ token: tokens.shift() }));
    expect([await logIn(), await logIn()]).toEqual(['oRQwEg==', 'oRQwEg==']);
    expect(await client.login.kerberos()).toBe('oRQwEg==');
    expect(sent(server, 'authorization')).toEqual(['Negotiate YIIC', 'Negotiate YIID', undefined]);
    expect(bodies(server)).toEqual([{ loginMode: 128 }, { loginMode: 128 }, { loginMode: 128 }]);
  });

  it('by Kerberos returns nothing where the server proves nothing', async () => {
    await using server = await startCannedServer(answers);
    expect(await createClient({ baseUrl: server.url }).login.kerberos({ token: 'YIIC' })).toBeUndefined();
  });

  it('that no header can carry is not sent, and not shown', async () => {
    await using server = await startCannedServer(answers);
    const { login } = createClient({ baseUrl: server.url });
    for (const attempt of [login.kerberos({ token: 'hush\n' }), login.trusted({ headers: { SM_USER: 'hush\n' } })]) {
      await expect(attempt).rejects.toThrow(/^(?!.*hush)/s);
      await expect(attempt).rejects.toBeInstanceOf(TypeError);
    }
    expect(server.requests).toEqual([]);
  });

  it.each<[string, number, (client: Client) => Promise<unknown>]>([
    ['trustedLoginRefused', -2147212489, (client) => client.login.trusted()],
    ['integratedLoginFailed', -2147212462, (client) => client.login.kerberos({ token: 'YIIC' })],
    ['userNotLinked', -2147212488, (client) => client.login.kerberos({ token: 'YIIC' })],
  ])('and that is refused, is the error %s', async (kind, iServerCode, logIn) => {
    const refusal = refused(401, 'ERR003', 'Login failed, YIIC.', { iServerCode });
    await using server = await startCannedServer(routes({ 'POST /auth/login': refusal }));
    const error = logIn(createClient({ baseUrl: server.url }));
    await expect(error).rejects.toMatchObject({ kind, code: 'ERR003' });
    if (kind !== 'trustedLoginRefused') await expect(error).rejects.not.toThrow('YIIC');
  });
});

describe('a function in the place of credentials', () => {
  const secrets = ['first secret', 'second secret', 'third secret'];

  it.each<[string, (client: Client, secret: () => string) => Promise<void>, string]>([
    [
      'login.standard',
      (client, secret) => client.login.standard(() => ({ username: 'mlind', password: secret() })),
      'password',
    ],
    [
      'login.ldap',
      (client, secret) => client.login.ldap(() => ({ username: 'mlind', password: secret() })),
      'password',
    ],
    ['login.apiToken', (client, secret) => client.login.apiToken(() => ({ apiToken: secret() })), 'username'],
    ['login.anonymous', (client, secret) => client.login.anonymous(() => ({ timeZone: secret() })), 'timeZone'],
    [
      'login.with',
      (client, secret) =>
        client.login.with(() => Promise.resolve({ loginMode: 16, username: 'mlind', password: secret() })),
      'password',
    ],
    [
      'login.delegated',
      (client, secret) => client.login.delegated(() => Promise.resolve({ identityToken: secret() })),
      'identityToken',
    ],
    [
      'login.oidcTokens',
      (client, secret) => client.login.oidcTokens(() => ({ clientId: 'a-client', id_token: secret() })),
      'id_token',
    ],
  ])('is called once at each %s, for the secret of that moment', async (_, logIn, field) => {
    await using server = await startCannedServer(answers);
    const client = createClient({ baseUrl: server.url });
    const left = [...secrets];
    const secret = () => left.shift() ?? 'called too often';
    while (left.length > 0) await logIn(client, secret);
    const sent = bodies(server).map((body) => (body as Record<string, unknown>)[field]);
    expect(sent).toEqual(secrets);
  });

  it('may be kept, and gets the new password where the old one was changed meanwhile', async () => {
    await using server = await startCannedServer(answers);
    const client = createClient({ baseUrl: server.url });
    let password = 'old';
    const credentials: Provided<StandardLogin> = () => ({ username: 'mlind', password });
    await client.login.standard(credentials);
    password = 'new';
    await client.login.standard(credentials);
    expect(bodies(server)).toMatchObject([{ password: 'old' }, { password: 'new' }]);
  });

  it('fails the login with what it throws, and nothing is sent', async () => {
    await using server = await startCannedServer(answers);
    const client = createClient({ baseUrl: server.url });
    const failure = new Error('the vault is closed');
    const throwing = client.login.standard(() => {
      throw failure;
    });
    await expect(throwing).rejects.toBe(failure);
    await expect(client.login.apiToken(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(server.requests).toEqual([]);
    expect(client.loggedIn).toBe(false);
  });

  it('counts for the deadline of the login, after which nothing is sent', async () => {
    await using server = await startCannedServer(answers);
    const client = createClient({ baseUrl: server.url });
    let give: (credentials: { apiToken: string }) => void = () => undefined;
    const slow = client.login.apiToken(() => new Promise((resolve) => (give = resolve)), { timeoutMs: 20 });
    await expect(slow).rejects.toMatchObject({ name: 'TimeoutError', operation: 'postLogin', setBy: 'call' });
    give({ apiToken: 'too late' });
    await client.login.anonymous();
    expect(bodies(server)).toEqual([{ loginMode: 8 }]);
  });

  it('is left alone when the signal of the login is aborted', async () => {
    await using server = await startCannedServer(answers);
    const reason = new Error('not any more');
    const abort = new AbortController();
    const waiting = createClient({ baseUrl: server.url }).login.standard(() => new Promise(() => undefined), {
      signal: abort.signal,
    });
    abort.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(server.requests).toEqual([]);
  });
});

describe('a login by API token that is refused', () => {
  it('is a wire error whose kind says so', async () => {
    const invalid = refused(401, 'ERR003', 'Login failed.', { iServerCode: -2147213789 });
    await using server = await startCannedServer(routes({ 'POST /auth/login': invalid }));
    const login = createClient({ baseUrl: server.url }).login.apiToken({ apiToken: 'of-long-ago' });
    await expect(login).rejects.toMatchObject({ kind: 'apiTokenInvalid', retry: 'after-correction' });
  });
});
