/** API tokens from making to revoking, over HTTP. Source: docs/protocol sections 3.8 and 6.4, Q12, Q13. */
import { MemorySessionStore, type SessionStore } from '../src/index.js';
import { ann, openServer, salesDemo, testConfig, type TestServer } from './open-server.js';

type Credentials = Awaited<ReturnType<TestServer['logIn']>>;
interface NewToken {
  readonly apiToken: string;
  readonly createTime: string;
  readonly expireTime: string;
}

const root = { username: 'root', password: 'root likes long passwords' };
const minuteMs = 60_000;
const config = {
  auth: { modes: { available: [1, 8, 4096] } },
  users: [
    ...(testConfig.users ?? []),
    { loginName: 'root', password: root.password, privileges: ['*' as const], projects: ['*' as const] },
    { loginName: 'dan', password: 'dan likes long passwords', enabled: false },
  ],
};

describe('API tokens', () => {
  let test: TestServer;
  let logged = 0;
  beforeAll(async () => {
    test = await openServer(config);
  });
  beforeEach(async () => {
    for (const who of [ann, root]) await revoke(await test.logIn(who));
    logged = test.log.length;
  });
  afterAll(() => test.close());

  const json = { 'content-type': 'application/json' };
  const make = (credentials: Credentials, body?: object) =>
    test.call('POST', '/auth/apiTokens', {
      headers: { ...credentials, ...json },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const made = async (credentials: Credentials, body?: object) => {
    const answer = await make(credentials, body);
    expect(answer.status).toBe(201);
    return (await answer.json()) as NewToken;
  };
  const listed = async (credentials: Credentials, query = '') =>
    (await test.call('GET', `/auth/apiTokens${query}`, { headers: credentials })).json();
  const revoke = (credentials: Credentials, query = '') =>
    test.call('DELETE', `/auth/apiTokens${query}`, { headers: credentials });
  const logInBy = (apiToken: string, more: object = {}) => test.logIn({ loginMode: 4096, username: apiToken, ...more });
  const refusedLogin = async (apiToken: string) => {
    const body = JSON.stringify({ loginMode: 4096, username: apiToken });
    const answer = await test.call('POST', '/auth/login', { headers: json, body });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const statusOf = async (credentials: Credentials) =>
    (await test.call('GET', '/sessions', { headers: credentials })).status;
  const userIdOf = async (credentials: Credentials) =>
    ((await (await test.call('GET', '/sessions', { headers: credentials })).json()) as { id: string }).id;
  const log = () => test.log.slice(logged);
  const audit = (event: string) => log().filter((line) => line['event'] === event);
  const minutesFromNow = (minutes: number) =>
    new Date(test.clock.now() + minutes * minuteMs).toISOString().replace('Z', '+0000');
  const invalid = { status: 401, code: 'ERR003', iServerCode: -2147213789 };

  it('are made without a body, shown once, and let their user in', async () => {
    const session = await test.logIn();
    const { apiToken, createTime, expireTime } = await made(session);
    expect(apiToken).toMatch(/^[\w-]{43}$/);
    expect(createTime).toBe(minutesFromNow(0));
    expect(expireTime).toBe(minutesFromNow(30 * 24 * 60));
    const opened = await logInBy(apiToken, { applicationType: 76 });
    const user = await test.call('GET', '/sessions/userInfo', { headers: opened });
    expect(await user.json()).toMatchObject({ username: 'ann' });
    expect(JSON.stringify(await listed(session))).not.toContain(apiToken);
  });

  it('are new each time, and the newest is the only one: the sessions of the former end', async () => {
    const session = await test.logIn();
    const first = await made(session);
    const opened = await logInBy(first.apiToken);
    const second = await made(session);
    expect(second.apiToken).not.toBe(first.apiToken);
    expect(await statusOf(opened)).toBe(401);
    expect(await refusedLogin(first.apiToken)).toMatchObject(invalid);
    expect(await statusOf(await logInBy(second.apiToken))).toBe(200);
    expect(await statusOf(session)).toBe(200);
    expect(await listed(session)).toHaveLength(1);
  });

  it('show when they were made, when they expire and when they were last used', async () => {
    const session = await test.logIn();
    expect(await listed(session)).toEqual([]);
    const { apiToken, createTime, expireTime } = await made(session, { lifeTimeInMinutes: 60 });
    expect(await listed(session)).toEqual([{ createTime, expireTime }]);
    test.clock.advance(5000);
    await logInBy(apiToken);
    const used = { createTime, expireTime, lastUsedTime: minutesFromNow(0) };
    expect(await listed(session)).toEqual([used]);
    test.clock.advance(1000);
    expect(await refusedLogin(`${apiToken}x`)).toMatchObject(invalid);
    expect(await listed(session)).toEqual([used]);
    expect(await listed(session, '?fields=expireTime')).toEqual([{ expireTime }]);
  });

  it('end with the sessions that they opened when they are revoked, also what was delegated from these', async () => {
    const session = await test.logIn();
    const { apiToken } = await made(session);
    const opened = await logInBy(apiToken);
    const identity = await test.call('POST', '/auth/identityToken', { headers: opened });
    const body = JSON.stringify({ identityToken: identity.headers.get('x-mstr-identitytoken') });
    const delegated = await test.call('POST', '/auth/delegate', { headers: json, body });
    const delegate = {
      'x-mstr-authtoken': delegated.headers.get('x-mstr-authtoken') ?? '',
      cookie: delegated.headers.get('set-cookie')?.split(';', 1)[0] ?? '',
    };
    expect(await statusOf(delegate)).toBe(200);
    const revoked = await revoke(session);
    expect([revoked.status, await revoked.text()]).toEqual([204, '']);
    for (const ended of [opened, delegate]) expect(await statusOf(ended)).toBe(401);
    expect(await statusOf(session)).toBe(200);
    expect(await refusedLogin(apiToken)).toMatchObject(invalid);
    expect(await listed(session)).toEqual([]);
    expect((await revoke(session)).status).toBe(204);
  });

  it('may be revoked by the session that they opened, which is its last request', async () => {
    const { apiToken } = await made(await test.logIn());
    const opened = await logInBy(apiToken);
    expect((await revoke(opened)).status).toBe(204);
    expect(await statusOf(opened)).toBe(401);
  });

  it('live as long as was asked, and not beyond the most that the server allows', async () => {
    const session = await test.logIn();
    expect(await made(session, { lifeTimeInMinutes: '90' })).toMatchObject({ expireTime: minutesFromNow(90) });
    expect(await made(session, { lifeTimeInMinutes: 2_000_000 })).toMatchObject({
      expireTime: minutesFromNow(365 * 24 * 60),
    });
  });

  it('expire to the millisecond, also when the clock is set back, and do not come back', async () => {
    const { apiToken } = await made(await test.logIn(), { lifeTimeInMinutes: 1 });
    test.clock.advance(minuteMs - 1);
    const opened = await logInBy(apiToken);
    test.clock.step(-10 * minuteMs);
    test.clock.advance(1);
    expect(await refusedLogin(apiToken)).toMatchObject(invalid);
    test.clock.step(10 * minuteMs);
    expect(audit('loginRefused').at(-1)).toMatchObject({ reason: 'apiTokenExpired', loginMode: 4096 });
    expect(await listed(await test.logIn())).toEqual([]);
    expect(await statusOf(opened)).toBe(200); // a session does not end with the token that opened it
  });

  it.each([0, -1, 1.5, 'soon', true, 3_000_000_000])('are not made for %j minutes', async (lifeTimeInMinutes) => {
    const answer = await make(await test.logIn(), { lifeTimeInMinutes });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'ERR006',
      message: 'lifeTimeInMinutes is not an integer of 1 or more',
    });
  });

  it('are not made by a session that one of them opened', async () => {
    const opened = await logInBy((await made(await test.logIn())).apiToken);
    const answer = await make(opened);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'ERR014' });
    expect(await statusOf(opened)).toBe(200);
  });

  it('are not for guests', async () => {
    const guest = await test.logIn({ loginMode: 8 });
    expect((await make(guest)).status).toBe(403);
    expect(await listed(guest)).toEqual([]);
    expect((await revoke(guest)).status).toBe(204);
    const guestId = await userIdOf(guest);
    expect((await make(await test.logIn(root), { userId: guestId })).status).toBe(403);
  });

  it('of others are for administrators only, who see to them by the id of the user', async () => {
    const [session, administrator] = [await test.logIn(), await test.logIn(root)];
    const userId = await userIdOf(session);
    const { apiToken } = await made(administrator, { userId: userId.toLowerCase() });
    const opened = await logInBy(apiToken);
    expect(await userIdOf(opened)).toBe(userId);
    expect(await listed(administrator)).toEqual([]);
    expect(await listed(administrator, `?userId=${userId.toLowerCase()}`)).toHaveLength(1);
    expect(await listed(session)).toHaveLength(1);
    expect((await revoke(administrator, `?userId=${userId}`)).status).toBe(204);
    expect(await statusOf(opened)).toBe(401);

    const rootId = await userIdOf(administrator);
    await made(administrator);
    const refused = [
      await make(session, { userId: rootId }),
      await make(session, { userId: '0'.repeat(32) }),
      await test.call('GET', `/auth/apiTokens?userId=${rootId}`, { headers: session }),
      await revoke(session, `?userId=${rootId}`),
    ];
    for (const answer of refused) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'ERR014' });
    }
    expect(await listed(administrator)).toHaveLength(1);
    expect(await made(session, { userId })).toMatchObject({ createTime: minutesFromNow(0) });
  });

  it('of nobody are 404 to an administrator', async () => {
    const administrator = await test.logIn(root);
    const nobody = '0'.repeat(32);
    const answers = [
      await make(administrator, { userId: nobody }),
      await test.call('GET', `/auth/apiTokens?userId=${nobody}`, { headers: administrator }),
      await revoke(administrator, `?userId=${nobody}`),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'ERR004', iServerCode: -2147216967 });
    }
  });

  it.each(['?userId=ann', '?userId=', '?userId=A&userId=B'])('are not looked up by the query %s', async (query) => {
    const session = await test.logIn();
    const answer = await test.call('GET', `/auth/apiTokens${query}`, { headers: session });
    expect(answer.status).toBe(400);
    expect((await revoke(session, query)).status).toBe(400);
  });

  it('that are not there let nobody in, whatever they look like', async () => {
    for (const apiToken of ['x', 'A'.repeat(43), `${'a'.repeat(42)}\u0000`, "' or 1=1 --", 'x'.repeat(1024)]) {
      expect(await refusedLogin(apiToken)).toMatchObject(invalid);
    }
    expect(await refusedLogin('')).toMatchObject({ status: 400, code: 'ERR005' });
  });

  it('are in no line of the log, and who made, used and revoked them is', async () => {
    const administrator = await test.logIn(root);
    const session = await test.logIn();
    const [userId, by] = [await userIdOf(session), await userIdOf(administrator)];
    const { apiToken } = await made(administrator, { userId });
    await logInBy(apiToken);
    await revoke(session);
    await revoke(session);
    await refusedLogin(apiToken);
    expect(JSON.stringify(log())).not.toContain(apiToken);
    expect(audit('apiTokenMade')).toEqual([
      expect.objectContaining({ userId, byUserId: by, audit: true, ip: '127.0.0.1' }),
    ]);
    expect(audit('apiTokenRevoked')).toEqual([expect.objectContaining({ userId, byUserId: userId })]);
    expect(audit('login').at(-1)).toMatchObject({ loginMode: 4096, userId });
    expect(audit('loginRefused').at(-1)).toMatchObject({ loginMode: 4096, reason: 'apiTokenInvalid' });
  });

  it('outlive a change of the password, and the sessions that they opened do not', async () => {
    const { apiToken } = await made(await test.logIn());
    const opened = await logInBy(apiToken);
    const changed = 'ann likes longer passwords';
    await test.logIn({ ...ann, changePassword: true, newPassword: changed });
    expect(await statusOf(opened)).toBe(401);
    expect(await statusOf(await logInBy(apiToken))).toBe(200);
    await test.logIn({ ...ann, password: changed, changePassword: true, newPassword: ann.password });
  });

  it('enter a project like any other call of a session', async () => {
    const session = await test.logIn();
    const headers = { ...session, 'x-mstr-projectid': salesDemo };
    expect((await test.call('POST', '/auth/apiTokens', { headers })).status).toBe(201);
  });
});

describe('a server that tells why a login failed', () => {
  it('tells an expired API token from one that is not there', async () => {
    const test = await openServer({ ...config, errors: { detailedLogin: true }, apiTokens: { lifetimeMinutes: 1 } });
    const made = await test.call('POST', '/auth/apiTokens', { headers: await test.logIn() });
    const { apiToken } = (await made.json()) as NewToken;
    test.clock.advance(minuteMs);
    const logIn = async (username: string) => {
      const body = JSON.stringify({ loginMode: 4096, username });
      const headers = { 'content-type': 'application/json' };
      return (await test.call('POST', '/auth/login', { headers, body })).json();
    };
    expect(await logIn(apiToken)).toMatchObject({ message: 'Login failed. The API token has expired.' });
    expect(await logIn(apiToken)).toMatchObject({ iServerCode: -2147213789 });
    await test.close();
  });
});

describe('settings of API tokens', () => {
  const refusal = (more: object) => openServer({ ...config, ...more }).then(() => undefined, String);

  it('are refused where the default life is longer than the longest', async () => {
    const text = await refusal({ apiTokens: { lifetimeMinutes: 91, maximumLifetimeMinutes: 90 } });
    expect(text).toContain('apiTokens.lifetimeMinutes: must not be greater than apiTokens.maximumLifetimeMinutes (90)');
  });

  it.each([0, 1.5, 'an hour', 52_560_001])('are refused where a life is %j minutes', async (lifetimeMinutes) => {
    expect(await refusal({ apiTokens: { lifetimeMinutes } })).toContain('apiTokens.lifetimeMinutes: ');
  });

  it('are none of the login mode', async () => {
    const auth = { ...config.auth, 'api-token': { lifetimeMinutes: 5 } };
    expect(await refusal({ auth })).toContain('auth.api-token: this login mode has no settings');
  });
});

describe('a server that lets API tokens renew themselves', () => {
  it('makes one in a session that the former opened, and ends that session', async () => {
    const test = await openServer({ ...config, apiTokens: { selfRenewal: true } });
    const make = async (headers: Credentials) =>
      (await (await test.call('POST', '/auth/apiTokens', { headers })).json()) as NewToken;
    const first = await make(await test.logIn());
    const opened = await test.logIn({ loginMode: 4096, username: first.apiToken });
    const second = await make(opened);
    expect((await test.call('GET', '/sessions', { headers: opened })).status).toBe(401);
    const again = await test.logIn({ loginMode: 4096, username: second.apiToken });
    expect((await test.call('GET', '/sessions', { headers: again })).status).toBe(200);
    await test.close();
  });
});

describe('an API token that is revoked while it opens a session', () => {
  it('opens none', async () => {
    const lifetime = { httpIdleMs: 1_800_000, engineIdleMs: 600_000, absoluteMs: 86_400_000, sweepEveryMs: 0 };
    const store = new MemorySessionStore(lifetime);
    let beforeOpening: () => Promise<unknown> = () => Promise.resolve();
    const slow = new Proxy<SessionStore>(store, {
      get(target, name) {
        const method = Reflect.get(target, name) as (...call: unknown[]) => unknown; // the store has methods only
        return (...call: unknown[]) =>
          name === 'open' ? beforeOpening().then(() => method.apply(target, call)) : method.apply(target, call);
      },
    });
    const test = await openServer(config, { sessionStore: slow });
    const session = await test.logIn(ann);
    const answer = await test.call('POST', '/auth/apiTokens', { headers: session });
    const { apiToken } = (await answer.json()) as NewToken;
    const open = store.count(test.clock.monotonic());
    beforeOpening = () => test.call('DELETE', '/auth/apiTokens', { headers: session });
    const refused = await test.call('POST', '/auth/login', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ loginMode: 4096, username: apiToken }),
    });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('x-mstr-authtoken')).toBeNull();
    expect(store.count(test.clock.monotonic())).toBe(open);
    await test.close();
  });
});
