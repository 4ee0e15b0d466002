import { cookie, goodDay, opened, refused, routes, session, sessionOver, token } from '../test/answers.js';
import { startCannedServer, type SeenRequest } from '../test/canned-server.js';
import { createClient, toughCookies } from './index.js';

const credentials = { username: 'mlind', password: 'correct horse battery staple' };

function sent({ headers }: SeenRequest | undefined = { method: '', path: '', headers: {}, body: undefined }) {
  return { token: headers['x-mstr-authtoken'], cookie: headers.cookie };
}

describe('token and cookies', () => {
  it('are all sent with every later call, those of a load balancer too', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const client = createClient({ baseUrl: server.url });
    await client.login.standard(credentials);
    await client.sessions.get();
    await client.logout();
    const all = { token, cookie: `JSESSIONID=${cookie}; library-ingress=node-seven` };
    expect(server.requests.map(sent)).toEqual([{ token: undefined, cookie: undefined }, all, all]);
  });

  it('keep a cookie from what another path is for, and from when it has run out', async () => {
    const more = [
      'other=1; Path=/Other',
      'api=1; Path=/Lib/api',
      'gone=1; Path=/Lib; Max-Age=0',
      'sessions=1; Path=/Lib/api/sessions',
    ];
    await using server = await startCannedServer(
      routes({ ...goodDay, 'POST /auth/login': opened(token, cookie, more) }),
    );
    const client = createClient({ baseUrl: server.url });
    await client.login.standard(credentials);
    await client.logout();
    expect(sent(server.requests.at(-1)).cookie).toBe(`api=1; JSESSIONID=${cookie}`);
  });

  it('are taken from answers that are errors', async () => {
    const failure = refused(503, 'ERR0016', 'A part of the service is not available');
    const play = routes({ 'GET /status': { ...failure, headers: { 'Set-Cookie': 'route=b; Path=/' } } });
    await using server = await startCannedServer(play);
    const client = createClient({ baseUrl: server.url });
    await expect(client.status()).rejects.toThrow();
    await expect(client.status()).rejects.toThrow();
    expect(sent(server.requests[1]).cookie).toBe('route=b');
  });

  it('are replaced by those of the next login, even where the old session cookie has the longer path', async () => {
    const stale = `JSESSIONID=${'A'.repeat(32)}; Path=/Lib/api`;
    const logins = [
      { ...opened('first', 'x'), headers: { 'X-MSTR-AuthToken': 'first', 'Set-Cookie': stale } },
      opened(token, cookie),
    ];
    await using server = await startCannedServer(routes({ ...goodDay, 'POST /auth/login': () => logins.shift() }));
    const client = createClient({ baseUrl: server.url });
    await client.login.standard(credentials);
    await client.login.standard(credentials);
    await client.sessions.get();
    expect(sent(server.requests[1]).token).toBeUndefined();
    expect(sent(server.requests[2])).toEqual({ token, cookie: `JSESSIONID=${cookie}` });
  });

  it('stay as they are when a later login fails', async () => {
    const logins = [opened(token, cookie), refused(401, 'ERR003', 'Login failed', { iServerCode: -2147216959 })];
    await using server = await startCannedServer(routes({ ...goodDay, 'POST /auth/login': () => logins.shift() }));
    const client = createClient({ baseUrl: server.url });
    await client.login.standard(credentials);
    await expect(client.login.standard(credentials)).rejects.toThrow('Login failed');
    expect(client.loggedIn).toBe(true);
    await client.sessions.get();
    expect(sent(server.requests.at(-1))).toEqual({ token, cookie: `JSESSIONID=${cookie}` });
  });

  it.each([
    ['a logout', { 'POST /auth/logout': { status: 204 } }],
    ['a logout of a session that was over', { 'POST /auth/logout': sessionOver }],
  ])('are dropped by %s, but for those of the load balancer', async (_, answers) => {
    await using server = await startCannedServer(routes({ ...goodDay, ...answers }));
    const client = createClient({ baseUrl: server.url });
    await client.login.standard(credentials);
    await client.logout().catch(() => undefined);
    expect(client.loggedIn).toBe(false);
    await client.sessions.get();
    expect(sent(server.requests.at(-1))).toEqual({ token: undefined, cookie: 'library-ingress=node-seven' });
  });

  it('are dropped when any call of the session hears ERR009', async () => {
    await using server = await startCannedServer(routes({ ...goodDay, 'GET /sessions': sessionOver }));
    const client = createClient({ baseUrl: server.url });
    await client.login.standard(credentials);
    expect(client.loggedIn).toBe(true);
    await expect(client.sessions.get()).rejects.toMatchObject({ code: 'ERR009' });
    expect(client.loggedIn).toBe(false);
  });

  it('stay when the server fails otherwise, even at logout', async () => {
    const failure = refused(503, 'ERR0016', 'A part of the service is not available');
    const answers = {
      ...goodDay,
      'GET /sessions': failure,
      'POST /auth/logout': failure,
      'GET /auth/identityToken': sessionOver,
    };
    await using server = await startCannedServer(routes(answers));
    const client = createClient({ baseUrl: server.url });
    await client.login.standard(credentials);
    await expect(client.sessions.get()).rejects.toThrow();
    await expect(client.logout()).rejects.toThrow();
    await expect(client.identityTokens.info('of-another-session')).rejects.toThrow();
    expect(client.loggedIn).toBe(true);
  });

  it('are adopted from the cookies by token(), which sends no token', async () => {
    const play = routes({
      'GET /auth/token': { status: 204, headers: { 'X-MSTR-AuthToken': token } },
      'GET /sessions': { status: 200, body: session },
    });
    await using server = await startCannedServer(play);
    const cookies = toughCookies();
    cookies.store(server.url, `JSESSIONID=${cookie}; Path=/Lib`);
    const client = createClient({ baseUrl: server.url, cookies });
    await client.token();
    await client.sessions.get();
    const both = `JSESSIONID=${cookie}`;
    expect(server.requests.map(sent)).toEqual([
      { token: undefined, cookie: both },
      { token, cookie: both },
    ]);
  });
});

describe('the cookies of the Node entry', () => {
  it('send a Secure cookie by https only', () => {
    const cookies = toughCookies();
    cookies.store('https://host.example/Lib', 'a=1; Secure');
    expect(cookies.cookieHeader('https://host.example/Lib')).toBe('a=1');
    expect(cookies.cookieHeader('http://host.example/Lib')).toBe('');
  });

  it('keep to the host that set them, or to the domain that it named', () => {
    const cookies = toughCookies();
    cookies.store('https://one.host.example/', 'own=1');
    cookies.store('https://one.host.example/', 'shared=1; Domain=host.example');
    cookies.store('https://one.host.example/', 'foreign=1; Domain=other.example');
    expect(cookies.cookieHeader('https://one.host.example/')).toBe('own=1; shared=1');
    expect(cookies.cookieHeader('https://two.host.example/')).toBe('shared=1');
    expect(cookies.cookieHeader('https://other.example/')).toBe('');
  });

  it('ignore what is no cookie', () => {
    const cookies = toughCookies();
    cookies.store('https://host.example/', '');
    cookies.store('https://host.example/', ';;;');
    expect(cookies.cookieHeader('https://host.example/')).toBe('');
  });

  it('forget a cookie by its name on every path that an address sees', () => {
    const cookies = toughCookies();
    for (const setCookie of ['a=1; Path=/', 'a=2; Path=/Lib', 'b=3; Path=/Lib'])
      cookies.store('https://host.example/Lib/x', setCookie);
    cookies.forget('https://host.example/Lib/x', 'a');
    expect(cookies.cookieHeader('https://host.example/Lib/x')).toBe('b=3');
  });
});

describe('the cookies of a client that are looked up again', () => {
  it('are those that there are by then, and without those that have run out', async () => {
    const cookies = toughCookies();
    const url = 'https://host.example/Lib';
    cookies.store(url, 'a=1');
    expect([cookies.cookieHeader(url), cookies.cookieHeader(url)]).toEqual(['a=1', 'a=1']);
    cookies.store(url, 'b=2; Max-Age=1');
    expect(cookies.cookieHeader(url)).toBe('a=1; b=2');
    const over = Date.now() + 2_000;
    const now = jest.spyOn(Date, 'now').mockReturnValue(over);
    try {
      expect(cookies.cookieHeader(url)).toBe('a=1');
    } finally {
      now.mockRestore();
    }
    cookies.forget(url, 'a');
    expect(cookies.cookieHeader(url)).toBe('');
  });
});
