/** The operator, who shows a credential of the configuration by HTTP Basic. Source: docs/protocol section 9: Q24; RFC 7617. */
import { ConfigError, type ConfigInput } from '../src/index.js';
import { openServer, type TestServer } from './open-server.js';

const credential = { username: 'olga', password: 'olga: likes long passwörds' };
const config: ConfigInput = { auth: { modes: { available: [1, 8] } }, admin: { basic: credential } };
const address = '/admin/restServerSettings/auth';
const basic = (username: string, password: string) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
const right = basic(credential.username, credential.password);

const get = (test: TestServer, authorization?: string) =>
  test.call('GET', address, authorization === undefined ? {} : { headers: { authorization } });
const put = (test: TestServer, body: unknown, authorization = right) =>
  test.call('PUT', address, {
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the operator', () => {
  let test: TestServer;
  beforeEach(async () => {
    test = await openServer(config);
  });
  afterEach(() => test.close());

  const events = async (event: 'operatorRefused' | 'operatorAdmitted' | 'loginModesChanged') =>
    (await test.server.audit.find({ event })).map(({ details, reason, ip }) => ({ ...details, reason, ip }));

  it('sees and switches login modes without a session, and opens none', async () => {
    const seen = await get(test, right);
    expect(seen.status).toBe(200);
    expect(await seen.json()).toEqual({ availableModes: [1, 8], defaultMode: 1 });
    const put204 = await put(test, { availableModes: [8], defaultMode: 8 });
    expect([put204.status, await put204.text()]).toEqual([204, '']);
    for (const answer of [seen, put204]) {
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('x-mstr-authtoken')).toBeNull();
    }
    expect(await (await test.call('GET', '/config/authModes')).json()).toEqual({ modes: [8] });
  });

  it('may switch off any mode, since he needs none to come back', async () => {
    expect((await put(test, { availableModes: [4096] })).status).toBe(204);
    expect((await put(test, { availableModes: [1] })).status).toBe(204);
  });

  it('may name the scheme in any case', async () => {
    expect((await get(test, right.replace('Basic ', 'bASIC  '))).status).toBe(200);
  });

  const { password } = credential;
  const wrong: readonly (readonly [what: string, authorization: string | undefined])[] = [
    ['nothing', undefined],
    ['the scheme alone', 'Basic'],
    ['what is no base64', 'Basic !'],
    ['no password', basic('olga', '')],
    ['a long password', basic('olga', 'x'.repeat(5000))],
    ['his name in another case', basic('OLGA', password)],
    ['no name', basic('', password)],
    ['the password in another Unicode form', basic('olga', password.normalize('NFD'))],
    ['the password and a blank', basic('olga', `${password} `)],
    ['no colon', `Basic ${Buffer.from('no colon').toString('base64')}`],
    ['Latin-1', `Basic ${Buffer.from(`olga:${password}`, 'latin1').toString('base64')}`],
    ['it as a bearer', right.replace('Basic', 'Bearer')],
    ['it for Kerberos', right.replace('Basic', 'Negotiate')],
    ['it twice', `${right}, ${right}`],
  ];

  it.each(wrong)('is not who sends %s', async (_, authorization) => {
    const answer = await get(test, authorization);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="administration", charset="UTF-8"');
    expect(await answer.json()).toMatchObject({
      code: 'ERR003',
      message: "The operator's credential is missing or wrong",
    });
    expect((await put(test, { availableModes: [8] }, authorization ?? '')).status).toBe(401);
    expect(await (await test.call('GET', '/config/authModes')).json()).toEqual({ modes: [1, 8] });
  });

  it('is asked for before anything else is looked at', async () => {
    expect((await test.call('GET', `${address}?fields=a&fields=b`)).status).toBe(401);
    expect((await put(test, {}, basic('olga', 'x'))).status).toBe(401);
    expect((await put(test, {})).status).toBe(400);
  });

  it('is no account: neither can he log in, nor does an administrator have his rights', async () => {
    const body = JSON.stringify({ ...credential, loginMode: 1 });
    const login = await test.call('POST', '/auth/login', { headers: { 'content-type': 'application/json' }, body });
    expect(login.status).toBe(401);
    expect((await get(test, basic('ann', 'ann likes long passwords'))).status).toBe(401);
  });

  it('has to wait after five mistakes, and so has who guesses', async () => {
    for (let n = 0; n < 5; n += 1) expect((await get(test, basic('olga', `guess ${n}`))).status).toBe(401);
    const early = await get(test, right);
    expect([early.status, early.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await early.json()).toMatchObject({ code: 'ERR001' });
    test.clock.advance(1000);
    expect((await get(test, right)).status).toBe(200);
    expect(await events('operatorRefused')).toEqual([
      { operator: 'olga', reason: 'tooManyRequests', retryAfterSeconds: 1, ip: '127.0.0.1' },
      ...Array.from({ length: 5 }, () => ({ operator: 'olga', reason: 'operatorUnknown', ip: '127.0.0.1' })),
    ]);
  });

  it('is not slowed down by requests without a credential', async () => {
    for (let n = 0; n < 20; n += 1) await get(test);
    expect((await get(test, right)).status).toBe(200);
    expect(await events('operatorRefused')).toEqual([]);
  });

  it('is in the audit by name, and what he sent is in no line of the log', async () => {
    await put(test, { availableModes: [1] });
    await get(test, basic('mallory', 'a secret of mallory'));
    expect(await events('operatorAdmitted')).toEqual([{ operator: 'olga', reason: undefined, ip: '127.0.0.1' }]);
    expect(await events('operatorRefused')).toMatchObject([{ operator: 'mallory', reason: 'operatorUnknown' }]);
    expect(await events('loginModesChanged')).toMatchObject([
      { operator: 'olga', before: { available: [1, 8], default: 1 }, after: { available: [1], default: 1 } },
    ]);
    const log = JSON.stringify(test.log);
    for (const secret of [credential.password, right.slice(6), 'a secret of mallory'])
      expect(log).not.toContain(secret);
  });

  it('is refused from pages of strange origins, whose browser may remember his credential', async () => {
    const headers = { authorization: right, origin: 'https://stranger.example' };
    expect((await test.call('GET', address, { headers })).status).toBe(403);
  });
});

describe('a server without an operator', () => {
  it('does not have his path', async () => {
    const test = await openServer();
    for (const answer of [await get(test), await get(test, right), await put(test, { availableModes: [1] })]) {
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'ERR004', message: 'HTTP 404 Not Found' });
    }
    await test.close();
  });
});

describe('a server that keeps its login modes', () => {
  it('keeps them for the operator too', async () => {
    const test = await openServer({ ...config, auth: { modes: { available: [1], changeable: false } } });
    const answer = await put(test, { availableModes: [8] });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'ERR014' });
    await test.close();
  });
});

describe('the credential of the operator', () => {
  const start = (basic: object, more: ConfigInput = { demo: false, users: [] }) =>
    openServer({ ...more, admin: { basic } } as ConfigInput).then(
      (test) => test.close(),
      (error: unknown) => (error instanceof ConfigError ? error.mistakes : error),
    );

  it('has at least 15 characters, save in a demo', async () => {
    expect(await start({ password: 'fourteen chars' })).toEqual([
      'admin.basic.password: must have at least 15 characters',
    ]);
    expect(await start({ password: 'fifteen chars !' })).toBeUndefined();
    expect(await start({ password: 'short' }, {})).toBeUndefined();
  });

  it.each([
    [{}, 'admin.basic.password'],
    [{ password: '' }, 'admin.basic.password'],
    [{ password: 'a password with \u0000 NUL in it' }, 'admin.basic.password'],
    [{ username: 'a:b', password: 'long enough for that' }, 'admin.basic.username'],
    [{ user: 'olga', password: 'long enough for that' }, 'admin.basic'],
  ])('is not %j', async (basic, key) => {
    const mistakes = (await start(basic)) as readonly string[];
    expect(mistakes).toEqual(expect.arrayContaining([expect.stringContaining(`${key}: `)]));
    expect(JSON.stringify(mistakes)).not.toContain('NUL in it');
  });

  it('may come without a name', async () => {
    const test = await openServer({ admin: { basic: { password: 'fifteen chars !' } } });
    expect((await get(test, basic('operator', 'fifteen chars !'))).status).toBe(200);
    await test.close();
  });
});
