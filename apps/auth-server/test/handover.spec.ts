import { createHash, randomBytes } from 'node:crypto';
import { BrowserOfTests, type Seen } from '../../../tools/test-servers/browser-of-tests.js';
import { ann, openServer, type TestServer } from './open-server.js';

const app = 'https://app.example.com';
const asBrowser = { accept: 'text/html', 'accept-language': 'en' };
const codeVerifier = randomBytes(32).toString('base64url');
const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
const request = {
  redirect_uri: 'http://127.0.0.1:51004/callback',
  state: 'a-state_of.the~program',
  code_challenge: codeChallenge,
  code_challenge_method: 'S256',
};
const bea = { username: 'bea', password: 'bea has a long password' };

describe('the hand-over page', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openServer({
      auth: { modes: { available: [1, 8] }, cors: { origins: [app] } },
      users: [
        { loginName: 'ann', fullName: 'Ann <b>Analyst', password: ann.password },
        { loginName: 'bea', fullName: 'Bea', password: bea.password },
      ],
    });
    await test.server.listen();
  });
  afterAll(() => test.close());

  const ownOrigin = () => new URL(test.server.url).origin;
  const addressOf = (fields: Record<string, string>) =>
    `${test.server.url}/auth/handover?${new URLSearchParams(fields).toString()}`;
  const ask = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(addressOf(fields), { headers: { ...asBrowser, ...headers }, redirect: 'manual' });
  const answer = (fields: Record<string, string>, headers: Record<string, string>) =>
    fetch(`${test.server.url}/auth/handover`, {
      method: 'POST',
      headers: { ...asBrowser, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: String(new URLSearchParams(fields)),
      redirect: 'manual',
    });
  const cookieOf = async (who: object = ann) => (await test.logIn({ loginMode: 1, ...who })).cookie;
  const sessionIn = (text: string) => /name="session" value="([^"]+)"/.exec(text)?.[1] ?? '';
  /** The fields of the form that this browser is shown. */
  const formFor = async (cookie: string, fields = request) => ({
    ...fields,
    session: sessionIn(await (await ask(fields, { cookie })).text()),
  });
  const outcomeOf = (response: Response) => new URL(response.headers.get('location') ?? 'none:');
  const delegate = (body: object) =>
    test.call('POST', '/auth/delegate', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ loginMode: -1, ...body }),
    });

  it.each<[string, Record<string, string>]>([
    ['another host', { redirect_uri: 'http://evil.example.com:51004/callback' }],
    ['a name, which could be made to lead elsewhere', { redirect_uri: 'http://localhost:51004/callback' }],
    ['another address of loopback', { redirect_uri: 'http://127.0.0.2:51004/callback' }],
    ['a short spelling of it', { redirect_uri: 'http://127.1:51004/callback' }],
    ['a number for it', { redirect_uri: 'http://2130706433:51004/callback' }],
    ['a host that only begins like it', { redirect_uri: 'http://127.0.0.1.evil.example.com:51004/' }],
    ['no port', { redirect_uri: 'http://127.0.0.1/callback' }],
    ['port 0', { redirect_uri: 'http://127.0.0.1:0/callback' }],
    ['a port that is none', { redirect_uri: 'http://127.0.0.1:65536/callback' }],
    ['a port that is the name before a host', { redirect_uri: 'http://127.0.0.1:51004@evil.example.com/' }],
    ['a backslash', { redirect_uri: 'http://127.0.0.1:51004\\@evil.example.com/' }],
    ['credentials', { redirect_uri: 'http://ann:secret@127.0.0.1:51004/callback' }],
    ['a fragment', { redirect_uri: 'http://127.0.0.1:51004/callback#x' }],
    ['a query', { redirect_uri: 'http://127.0.0.1:51004/callback?state=x' }],
    ['https', { redirect_uri: 'https://127.0.0.1:51004/callback' }],
    ['a scheme of a program', { redirect_uri: 'com.example.app:/callback' }],
    ['a script', { redirect_uri: 'javascript:alert(1)//http://127.0.0.1:51004/' }],
    ['no scheme', { redirect_uri: '//127.0.0.1:51004/callback' }],
    ['a line break', { redirect_uri: 'http://127.0.0.1:51004/callback\r\nset-cookie: a=b' }],
    ['blanks around it', { redirect_uri: ' http://127.0.0.1:51004/callback' }],
    ['an empty state', { state: '' }],
    ['a state that is too long', { state: 'a'.repeat(201) }],
    ['a state with other characters', { state: 'a b' }],
    ['a short challenge', { code_challenge: codeChallenge.slice(1) }],
    ['a challenge with padding', { code_challenge: `${codeChallenge.slice(1)}=` }],
    ['the method plain', { code_challenge_method: 'plain' }],
    ['the method in small letters', { code_challenge_method: 's256' }],
  ])('refuses %s, and sends the browser nowhere', async (_, wrong) => {
    const cookie = await cookieOf();
    const form = { ...(await formFor(cookie)), decision: 'allow', ...wrong };
    for (const response of [
      await ask({ ...request, ...wrong }, { cookie }),
      await ask({ ...request, ...wrong }),
      await answer(form, { cookie, origin: ownOrigin() }),
      await answer({ ...form, decision: 'refuse' }, { cookie, origin: ownOrigin() }),
    ]) {
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
      expect(await response.text()).toContain(`${Object.keys(wrong)[0]} has to be`);
    }
  });

  it.each(Object.keys(request))('needs %s', async (name) => {
    const others = Object.fromEntries(Object.entries(request).filter(([key]) => key !== name));
    const response = await ask(others);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(`${name} is required`)]);
  });

  it('takes no parameter twice', async () => {
    const twice = `${addressOf(request)}&redirect_uri=http://127.0.0.1:1/`;
    expect((await fetch(twice, { headers: asBrowser, redirect: 'manual' })).status).toBe(400);
  });

  it('sends who is not logged in to the login, in the mode that was asked for, and back without it', async () => {
    const response = await ask({ ...request, loginMode: '8', source: 'guests' });
    const location = new URL(response.headers.get('location') ?? '', test.server.url);
    expect([response.status, location.pathname]).toEqual([303, '/MicroStrategyLibrary/auth/login']);
    expect(Object.fromEntries(location.searchParams)).toEqual({
      loginMode: '8',
      source: 'guests',
      redirectURL: addressOf(request),
    });
  });

  it('comes back to the name that the browser calls the server by, and to no other name', async () => {
    const port = new URL(test.server.url).port;
    const inject = (host: string) =>
      test.server.fetch(new Request(addressOf(request), { headers: { ...asBrowser, host } }));
    for (const [host, back] of [
      [`localhost:${port}`, `http://localhost:${port}`],
      ['evil.example.com', ownOrigin()],
      [`evil.example.com:${port}`, ownOrigin()],
    ] as const) {
      const location = new URL((await inject(host)).headers.get('location') ?? '', ownOrigin());
      expect(new URL(location.searchParams.get('redirectURL') ?? 'none:').origin).toBe(back);
    }
  });

  it('asks, names the person and the address, and can be held in no frame', async () => {
    const response = await ask(request, { cookie: await cookieOf() });
    const text = await response.text();
    expect(text).toContain('asks to act as Ann &lt;b&gt;Analyst.');
    expect(text).toContain('<bdi>127.0.0.1:51004</bdi>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(["form-action 'self' http://127.0.0.1:51004", "frame-ancestors 'none'"]),
    );
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('location')).toBeNull();
  });

  it('asks in German too, and on IPv6', async () => {
    const fields = { ...request, redirect_uri: 'http://[::1]:51004/' };
    const response = await ask(fields, { cookie: await cookieOf(), 'accept-language': 'de' });
    expect(await response.text()).toMatch(/möchte als .* handeln[^]*<bdi>\[::1\]:51004<\/bdi>/);
  });

  it('hands over a token that only the program can use, once, for a session beside the browser', async () => {
    const cookie = await cookieOf();
    const form = { ...(await formFor(cookie)), decision: 'allow' };
    const response = await answer(form, { cookie, origin: ownOrigin() });
    expect(response.status).toBe(303);
    const outcome = outcomeOf(response);
    expect(`${outcome.origin}${outcome.pathname}`).toBe(request.redirect_uri);
    const { identityToken, ...others } = Object.fromEntries(outcome.searchParams);
    expect(others).toEqual({ state: request.state, iss: test.server.url });
    expect((await delegate({ identityToken })).status).toBe(401);
    expect((await delegate({ identityToken, codeVerifier: randomBytes(32).toString('base64url') })).status).toBe(401);
    expect((await delegate({ identityToken, codeVerifier })).status).toBe(204);
    expect((await delegate({ identityToken, codeVerifier })).status).toBe(401);
    const [event] = await test.server.audit.find({ event: 'identityTokenMade', limit: 1 });
    expect(event).toMatchObject({ details: { handover: true }, sessionId: form.session, ip: '127.0.0.1' });
    expect(JSON.stringify(test.log)).not.toContain(identityToken);
  });

  it('tells the program that it was refused, and nothing else', async () => {
    const cookie = await cookieOf();
    const form = { ...(await formFor(cookie)), decision: 'refuse' };
    const outcome = outcomeOf(await answer(form, { cookie, origin: ownOrigin() }));
    expect(Object.fromEntries(outcome.searchParams)).toEqual({
      error: 'access_denied',
      state: request.state,
      iss: test.server.url,
    });
  });

  it.each([
    ['an origin that may call', app],
    ['a stranger', 'https://evil.example.com'],
    ['no origin that it would tell', 'null'],
    ['another port of this host', 'http://127.0.0.1:51004'],
    ['no browser at all', undefined],
  ])('takes no answer from %s', async (_, origin) => {
    const cookie = await cookieOf();
    const form = { ...(await formFor(cookie)), decision: 'allow' };
    const response = await answer(form, { cookie, ...(origin === undefined ? {} : { origin }) });
    expect([response.status, response.headers.get('location')]).toEqual([403, null]);
  });

  it('takes no answer but allow and refuse', async () => {
    const cookie = await cookieOf();
    for (const decision of ['', 'Allow', 'yes']) {
      const form = { ...(await formFor(cookie)), decision };
      expect((await answer(form, { cookie, origin: ownOrigin() })).status).toBe(400);
    }
  });

  it('asks again where the session is over, or another person is there by now', async () => {
    const form = { ...(await formFor(await cookieOf())), decision: 'allow' };
    const { session: _none, ...withoutSession } = form;
    const origin = ownOrigin();
    for (const response of [
      await answer(form, { cookie: await cookieOf(bea), origin }),
      await answer(form, { origin }),
      await answer(withoutSession, { origin }),
      await answer(withoutSession, { cookie: await cookieOf(), origin }),
    ]) {
      expect([response.status, response.headers.get('location')]).toEqual([303, addressOf(request)]);
    }
  });

  it('leads a browser through the login to the question', async () => {
    const browser = new BrowserOfTests();
    const login = await browser.get(addressOf(request));
    expect(new URL(login.url).pathname).toBe('/MicroStrategyLibrary/auth/login');
    const consent: Seen = await browser.submit(login, { loginMode: '1', ...ann });
    expect([consent.status, consent.url]).toEqual([200, addressOf(request)]);
    expect(consent.text).toContain('asks to act as Ann');
  });
});
