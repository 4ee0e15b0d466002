import type { ConfigInput } from '../src/index.js';
import { openServer, type TestServer } from './open-server.js';
import { bodyOf, rawRequest } from './raw-request.js';

const secret = { header: 'X-Proxy-Secret', value: 'a secret of the proxy and of this server' };
const siteMinder = { provider: 2, proxies: ['127.0.0.1'] };
const json = { 'content-type': 'application/json' };

function withTrusted(trusted: object, available = [64], more: ConfigInput = {}): ConfigInput {
  return { ...more, auth: { modes: { available }, trusted } };
}

describe('a login by trusted header', () => {
  let test: TestServer | undefined;
  const opened = async (...config: Parameters<typeof withTrusted>) => (test = await openServer(withTrusted(...config)));
  afterEach(async () => {
    await test?.close();
    test = undefined;
  });
  const events = (name: string) => (test?.log ?? []).filter(({ event }) => event === name);

  it('needs nothing but the header, where it is the default', async () => {
    const server = await opened(siteMinder);
    const answer = await server.call('POST', '/auth/login', { headers: { SM_USER: 'ann' } });
    expect(answer.status).toBe(204);
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const session = { 'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '', cookie };
    const user = (await (await server.call('GET', '/sessions/userInfo', { headers: session })).json()) as object;
    expect(user).toMatchObject({ fullName: 'Ann Analyst' });
    expect(events('login')).toMatchObject([{ loginMode: 64, ip: '127.0.0.1' }]);
  });

  it('may be asked for by number, and then knows only the header', async () => {
    const server = await opened(siteMinder, [1, 64]);
    const body = JSON.stringify({ loginMode: 64, username: 'bob', password: 'whatever' });
    expect((await server.call('POST', '/auth/login', { body, headers: { ...json, SM_USER: 'ANN' } })).status).toBe(204);
    const refused = await server.call('POST', '/auth/login', { body, headers: json });
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: 'ERR003', iServerCode: -2147212489 });
    expect(events('trustedHeaderRefused')).toEqual([]);
  });

  it('is refused to anybody else, who leaves a trace', async () => {
    const server = await opened({ ...siteMinder, proxies: ['192.0.2.0/24'] });
    const headers = { SM_USER: 'ann', 'X-Forwarded-For': '192.0.2.1' };
    const answer = await server.call('POST', '/auth/login', { headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'ERR003', iServerCode: -2147212489 });
    expect(events('trustedHeaderRefused')).toMatchObject([
      { headers: ['sm_user'], reason: 'not a trusted proxy', ip: '127.0.0.1' },
    ]);
    expect(events('loginRefused')).toMatchObject([{ reason: 'trustedLoginRefused' }]);
  });

  it('leaves a trace also where another mode was asked for, or none that there is', async () => {
    const server = await opened({ ...siteMinder, proxies: ['192.0.2.0/24'] }, [8, 64]);
    for (const [loginMode, status] of [
      [8, 204],
      [3, 400],
    ]) {
      const body = JSON.stringify({ loginMode });
      const answer = await server.call('POST', '/auth/login', { body, headers: { ...json, SM_UNIVERSALID: '4711' } });
      expect(answer.status).toBe(status);
    }
    expect(events('trustedHeaderRefused')).toHaveLength(2);
  });

  it('needs the secret, where there is one', async () => {
    const server = await opened({ ...siteMinder, secret });
    const logIn = (headers: Record<string, string>) =>
      server.call('POST', '/auth/login', { headers: { SM_USER: 'ann', ...headers } });
    expect((await logIn({ [secret.header]: secret.value })).status).toBe(204);
    expect((await logIn({})).status).toBe(401);
    expect((await logIn({ [secret.header]: secret.value.toUpperCase() })).status).toBe(401);
    expect(events('trustedHeaderRefused')).toMatchObject([
      { headers: ['sm_user'], reason: 'the secret is missing or wrong' },
      { headers: ['sm_user', 'x-proxy-secret'], reason: 'the secret is missing or wrong' },
    ]);
    expect(JSON.stringify(server.log).toLowerCase()).not.toContain(secret.value);
  });

  it('is refused where the request says twice who it is, or not in UTF-8', async () => {
    const { server } = await opened(siteMinder);
    await server.listen();
    const { port } = new URL(server.url);
    const send = (headers: string) =>
      rawRequest(
        Number(port),
        Buffer.from(
          `POST /MicroStrategyLibrary/api/auth/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n\r\n`,
          'latin1',
        ),
      );
    expect(await send('SM_USER: ann')).toMatch(/^HTTP\/1.1 204 /);
    for (const headers of ['SM_USER: ann\r\nSM_USER: ann', 'SM_USER: ann\r\nsm_user: bob', 'SM_USER: \u00E4nn']) {
      const answer = await send(headers);
      expect(answer).toMatch(/^HTTP\/1.1 401 /);
      expect(bodyOf(answer)).toMatchObject({ iServerCode: -2147212489 });
    }
  });

  it('makes nobody the administrator, and nobody an account who has none', async () => {
    const server = await opened(siteMinder);
    for (const user of ['Administrator', 'nobody in particular']) {
      const answer = await server.call('POST', '/auth/login', { headers: { SM_USER: user } });
      expect(await answer.json()).toMatchObject({ code: 'ERR003', iServerCode: -2147212488 });
    }
  });

  it('imports a person with groups, where that is wanted', async () => {
    const server = await opened({ proxies: ['127.0.0.1'], importUsers: true, groups: 'existing' }, [64], {
      groups: [{ name: 'Analysts', privileges: ['316'] }],
      privileges: [{ id: '316', name: 'Use Mosaic Studio' }],
    });
    const sent = { 'mstr-user-id': 'ada', 'mstr-user-fullname': 'Ada Lovelace', 'mstr-user-groups': 'Poets,Analysts' };
    const answer = await server.call('POST', '/auth/login', { headers: sent });
    expect(answer.status).toBe(204);
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const headers = { 'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '', cookie };
    expect(await (await server.call('GET', '/sessions/userInfo', { headers })).json()).toMatchObject({
      fullName: 'Ada Lovelace',
      initials: 'AL',
    });
    expect((await server.call('GET', '/sessions/privileges/316', { headers })).status).toBe(200);
  });

  it.each([
    [undefined, 'auth.trusted.proxies: '],
    [{ proxies: [] }, 'auth.trusted.proxies: expected at least one address'],
    [{ proxies: ['proxy.example.com'] }, 'auth.trusted.proxies.0: expected an IP address'],
    [{ proxies: ['0.0.0.0/0'] }, 'that is not the whole network'],
    [{ ...siteMinder, provider: 5 }, 'auth.trusted.provider: expected 1 (Tivoli)'],
    [{ ...siteMinder, secret: { header: 'x', value: 'short' } }, 'auth.trusted.secret.value: expected at least 32'],
    [{ ...siteMinder, secret: { ...secret, header: 'SM_USER' } }, 'each header must have a name of its own'],
    [{ ...siteMinder, custom: {} }, 'auth.trusted.custom: is for provider 3 only'],
    [{ ...siteMinder, trustEverybody: true }, 'auth.trusted: there is no key trustEverybody'],
    [
      { proxies: ['10.0.0.1'], custom: { GroupFormat: 'distinguishedName' } },
      'auth.trusted.custom.GroupSeparator: must not be a comma',
    ],
  ])('checks its settings before the server starts: %j', async (settings, message) => {
    const auth = { modes: { available: [64] }, ...(settings === undefined ? {} : { trusted: settings }) };
    await expect(openServer({ auth })).rejects.toThrow(message);
  });

  it('goes together with other modes, save where the server has to behave like the vendor’s', async () => {
    await opened(siteMinder, [1, 64]);
    const start = openServer(withTrusted(siteMinder, [1, 64], { profile: 'vendor' }));
    await expect(start).rejects.toThrow('auth.modes.available: with profile: vendor, 64 (Trusted) must be the only');
  });
});
