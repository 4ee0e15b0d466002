/** Switching login modes while the server runs. Source: docs/protocol section 3.15, docs/decisions/0013-login-modes-at-run-time.md. */
import type { ConfigInput, SettingsStore } from '../src/index.js';
import { ann, openServer, salesDemo, testConfig, type TestServer } from './open-server.js';

type Credentials = Awaited<ReturnType<TestServer['logIn']>>;

const root = { username: 'root', password: 'root likes long passwords' };
const users = [
  ...(testConfig.users ?? []),
  { loginName: 'root', password: root.password, privileges: ['*' as const], projects: ['*' as const] },
];
const config = { users, auth: { modes: { available: [1, 8] } } } satisfies ConfigInput;
const json = { 'content-type': 'application/json' };
const address = '/mstrServices/library/auth';

const put = (test: TestServer, headers: Credentials, body: unknown) =>
  test.call('PUT', address, { headers: { ...headers, ...json }, body: JSON.stringify(body) });
const statusOfLogin = async (test: TestServer, body: object) =>
  (await test.call('POST', '/auth/login', { headers: json, body: JSON.stringify(body) })).status;
const guest = { loginMode: 8 };
const offered = async (test: TestServer) => (await test.call('GET', '/config/authModes')).json();
const statusOf = async (test: TestServer, headers: Credentials) =>
  (await test.call('GET', '/sessions', { headers })).status;

describe('login modes', () => {
  let test: TestServer;
  let administrator: Credentials;
  beforeEach(async () => {
    test = await openServer(config);
    administrator = await test.logIn(root);
  });
  afterEach(() => test.close());

  const refusal = async (body: unknown) => {
    const answer = await put(test, administrator, body);
    return { status: answer.status, ...((await answer.json()) as object) };
  };

  it('are switched off and on again by an administrator, from the next login on', async () => {
    expect(await statusOfLogin(test, guest)).toBe(204);
    const off = await put(test, administrator, { availableModes: [1], defaultMode: 1 });
    expect([off.status, await off.text()]).toEqual([204, '']);
    expect(await offered(test)).toEqual({ modes: [1] });
    const answer = await test.call('POST', '/auth/login', { headers: json, body: JSON.stringify(guest) });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      code: 'ERR003',
      message: 'Login mode 8 is not enabled (INVALID_AUTH_MODE)',
    });
    await put(test, administrator, { availableModes: ['8', '1'] });
    expect(await offered(test)).toEqual({ modes: [8, 1] });
    expect(await statusOfLogin(test, guest)).toBe(204);
  });

  it('may be some that were not configured, where they need no settings', async () => {
    expect(await statusOfLogin(test, { loginMode: 4096, username: 'x' })).toBe(401);
    await put(test, administrator, { availableModes: [1, 4096] });
    const answer = await test.call('POST', '/auth/apiTokens', { headers: administrator });
    const { apiToken } = (await answer.json()) as { apiToken: string };
    expect(await statusOfLogin(test, { loginMode: 4096, username: apiToken })).toBe(204);
  });

  it('are shown with their default, and by fields', async () => {
    await put(test, administrator, { availableModes: [1, 8], defaultMode: 8 });
    const whole = await test.call('GET', address, { headers: administrator });
    expect(await whole.json()).toEqual({ availableModes: [1, 8], defaultMode: 8 });
    const part = await test.call('GET', `${address}?fields=defaultMode`, { headers: administrator });
    expect(await part.json()).toEqual({ defaultMode: 8 });
  });

  it('have a default for logins that name none, where Standard is off', async () => {
    await put(test, administrator, { availableModes: [1, 8], defaultMode: 8 });
    expect(await statusOfLogin(test, { ...ann })).toBe(204);
    expect(await statusOfLogin(test, {})).toBe(400);
  });

  it('that are switched off leave the sessions that they opened', async () => {
    const opened = await test.logIn(guest);
    await put(test, administrator, { availableModes: [1] });
    expect(await statusOf(test, opened)).toBe(200);
  });

  it('do not touch delegation, which is always on', async () => {
    await put(test, administrator, { availableModes: [1] });
    const made = await test.call('POST', '/auth/identityToken', { headers: administrator });
    const body = JSON.stringify({ identityToken: made.headers.get('x-mstr-identitytoken') });
    expect((await test.call('POST', '/auth/delegate', { headers: json, body })).status).toBe(204);
    expect(await refusal({ availableModes: [1, -1] })).toMatchObject({
      status: 400,
      code: 'ERR006',
      message: 'Login mode -1 is always on: leave it out',
    });
  });

  it('are for administrators only', async () => {
    const session = await test.logIn();
    for (const answer of [
      await put(test, session, { availableModes: [1] }),
      await test.call('GET', address, { headers: session }),
    ]) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'ERR014' });
    }
    expect((await test.call('PUT', address, { headers: json, body: '{"availableModes":[1]}' })).status).toBe(401);
    expect(await offered(test)).toEqual({ modes: [1, 8] });
  });

  it.each([
    [[1, 3], 'The login mode 3 is unknown', -2147207867],
    [[1, 2], 'This server cannot serve login mode 2', undefined],
    [
      [1, 64],
      'Login mode 64 cannot be switched on: its settings, auth.trusted, are missing or wrong. ' +
        'The log of the server says why.',
      undefined,
    ],
    [[], 'availableModes is not a list of 1 to 32 login modes, each once', undefined],
    [[1, 1], 'availableModes is not a list of 1 to 32 login modes, each once', undefined],
    [
      [8],
      'availableModes must hold 1, the login mode of this session: log in by another mode before you switch it off',
      undefined,
    ],
  ])('are not %j', async (availableModes, message, iServerCode) => {
    const answer = await refusal({ availableModes });
    expect(answer).toMatchObject({ status: 400, code: 'ERR006', message });
    expect((answer as { iServerCode?: number }).iServerCode).toBe(iServerCode);
    expect(await offered(test)).toEqual({ modes: [1, 8] });
  });

  it('need a default that is one of them', async () => {
    expect(await refusal({ availableModes: [1], defaultMode: 8 })).toMatchObject({ status: 400, code: 'ERR006' });
    expect(await refusal({ defaultMode: 8 })).toMatchObject({ status: 400, code: 'ERR005' });
  });

  it('are in the audit: who switched them, from where, before and after', async () => {
    const { id } = (await (await test.call('GET', '/sessions/userInfo', { headers: administrator })).json()) as {
      id: string;
    };
    await put(test, administrator, { availableModes: [1] });
    const [event] = await test.server.audit.find({ event: 'loginModesChanged' });
    expect(event).toMatchObject({ byUserId: id, loginName: 'root', ip: '127.0.0.1' });
    expect(event?.sessionId).toMatch(/^[0-9a-f]{32}$/);
    expect(event?.details).toEqual({
      before: { available: [1, 8], default: 1 },
      after: { available: [1], default: 1 },
    });
  });

  it('may be chosen from within a project', async () => {
    const headers = { ...administrator, 'x-mstr-projectid': salesDemo };
    expect((await put(test, headers, { availableModes: [1] })).status).toBe(204);
  });
});

describe('a mode of a configuration that is not on', () => {
  const trusted = { provider: 2, proxies: ['127.0.0.1'] };
  const login = { headers: { ...json, sm_user: 'ann' }, body: '{"loginMode":64}' };

  it('is switched on with the settings that stand there', async () => {
    const test = await openServer({ ...config, auth: { ...config.auth, trusted } });
    const administrator = await test.logIn(root);
    expect((await test.call('POST', '/auth/login', login)).status).toBe(401);
    expect((await put(test, administrator, { availableModes: [1, 64] })).status).toBe(204);
    expect((await test.call('POST', '/auth/login', login)).status).toBe(204);
    await test.close();
  });

  it('does not keep the server from starting where its settings are wrong, and the log says what is', async () => {
    const test = await openServer({ ...config, auth: { ...config.auth, trusted: { provider: 99 } } });
    const administrator = await test.logIn(root);
    expect((await put(test, administrator, { availableModes: [1, 64] })).status).toBe(400);
    const line = test.log.find(({ loginMode }) => loginMode === 64);
    expect(line).toMatchObject({ level: 'warn', msg: 'auth.trusted: the login mode cannot be switched on' });
    expect(line?.['reason']).toContain('auth.trusted.provider');
    await test.close();
  });

  it('must be the only one where the server has to behave like the vendor’s', async () => {
    const test = await openServer({ ...config, profile: 'vendor', auth: { ...config.auth, trusted } });
    const answer = await put(test, await test.logIn(root), { availableModes: [1, 64] });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ message: 'Login mode 64 must be the only one' });
    await test.close();
  });
});

describe('a configuration that keeps its login modes', () => {
  const kept = { ...config, auth: { modes: { available: [1, 8], changeable: false } } };

  it('lets nobody switch them', async () => {
    const test = await openServer(kept);
    const administrator = await test.logIn(root);
    for (const availableModes of [[1], [3]]) {
      const answer = await put(test, administrator, { availableModes });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({
        code: 'ERR014',
        message: 'The configuration of this server keeps the login modes as they are',
      });
    }
    expect((await test.call('GET', address, { headers: administrator })).status).toBe(200);
    expect(await test.server.audit.find({ event: 'loginModesChanged' })).toEqual([]);
    await test.close();
  });
});

describe('a store of settings', () => {
  /** What is stored can be put by hand here, and the store switched off. */
  class OpenStore implements SettingsStore {
    value: string | undefined;
    version = 0;
    reachable = true;
    async find() {
      await Promise.resolve();
      if (!this.reachable) throw new Error('down');
      return this.value === undefined ? undefined : { value: this.value, version: this.version };
    }
    async put(_name: string, value: string) {
      const former = await this.find();
      this.value = value;
      this.version += 1;
      return former;
    }
  }
  let store: OpenStore;
  let test: TestServer;
  const open = async () => {
    test = await openServer(config, { settings: store });
  };
  beforeEach(() => {
    store = new OpenStore();
  });
  afterEach(() => test.close());

  it('counts more than the configuration, also at the next start, and the log says so', async () => {
    await store.put('', '{"available":[1],"default":1}');
    await open();
    expect(await offered(test)).toEqual({ modes: [1] });
    expect(test.log).toContainEqual(
      expect.objectContaining({ available: [1], msg: 'login modes are on as chosen at run time, not as configured' }),
    );
  });

  it('that names modes which this server cannot serve is heeded for the others, and they are in the log', async () => {
    await store.put('', '{"available":[999,64,8],"default":999}');
    await open();
    expect(await offered(test)).toEqual({ modes: [8] });
    expect(await statusOfLogin(test, {})).toBe(204);
    expect(test.log).toContainEqual(expect.objectContaining({ level: 'warn', ignored: [999, 64], available: [8] }));
  });

  it('that names none which this server can serve lets nobody in, and is no reason not to start', async () => {
    await store.put('', '{"available":[64],"default":64}');
    await open();
    expect(await offered(test)).toEqual({ modes: [] });
    expect(await statusOfLogin(test, root)).toBe(400);
    expect(await statusOfLogin(test, { ...root, loginMode: 1 })).toBe(401);
    expect(test.log.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('that cannot be reached lets nobody in and changes nothing, and sessions go on', async () => {
    await open();
    const administrator = await test.logIn(root);
    store.reachable = false;
    for (const answer of [
      await test.call('POST', '/auth/login', { headers: json, body: JSON.stringify(root) }),
      await test.call('GET', '/config/authModes'),
      await test.call('GET', address, { headers: administrator }),
      await put(test, administrator, { availableModes: [1] }),
    ]) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await answer.json()).toMatchObject({ code: 'ERR0016' });
    }
    expect(await statusOf(test, administrator)).toBe(200);
    store.reachable = true;
    expect(await offered(test)).toEqual({ modes: [1, 8] });
  });

  it.each(['', '[]', '{"available":"1","default":1}'])(
    'that holds %j lets nobody in until another one is put',
    async (value) => {
      await open();
      const administrator = await test.logIn(root);
      await store.put('', value);
      expect(await statusOfLogin(test, root)).toBe(503);
      expect((await test.call('GET', '/config/authModes')).status).toBe(503);
      expect((await put(test, administrator, { availableModes: [1] })).status).toBe(204);
      expect(await statusOfLogin(test, root)).toBe(204);
      const [event] = await test.server.audit.find({ event: 'loginModesChanged' });
      expect(event?.details).toEqual({ after: { available: [1], default: 1 } });
    },
  );
});
