import { createHmac, randomUUID } from 'node:crypto';
import { decodeJwt, type JWTPayload } from 'jose';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openProvider, type OpenProvider } from '../../../tools/test-servers/openid-provider.js';
import { BrowserOfTests } from '../../../tools/test-servers/browser-of-tests.js';
import { MemorySessionStore } from '../src/index.js';
import { clientId, openHostileProvider, type HostileProvider, type Misbehaviour } from './hostile-provider.js';
import { openServer, type TestServer } from './open-server.js';
import { RunningClock } from './running-clock.js';

const clientSecret = 'the secret of the auth server at the provider';
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
const now = () => Math.floor(Date.now() / 1000);

describe('logging out where an OpenID provider keeps a session too', () => {
  const clock = new RunningClock();

  const lifetime = { httpIdleMs: 1_800_000, engineIdleMs: 600_000, absoluteMs: 86_400_000, sweepEveryMs: 0 };
  const store = new MemorySessionStore(lifetime);
  let real: OpenProvider;
  let hostile: HostileProvider;
  let test: TestServer;
  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    const base = `http://127.0.0.1:${port}/MicroStrategyLibrary`;
    real = await openProvider([
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${base}/auth/oidc/login`],
        post_logout_redirect_uris: [`${base}/auth/oidc/logout`],
        backchannel_logout_uri: `${base}/auth/oidc/backchannel-logout`,
        backchannel_logout_session_required: true,
        token_endpoint_auth_method: 'client_secret_post',
      },
    ]);
    hostile = await openHostileProvider();
    const oidc = {
      providers: [
        { name: 'real', issuer: real.issuer, clientId, clientSecret, logout: 'global' },
        { name: 'hostile', issuer: hostile.issuer, clientId, clientSecret },
        { name: 'told', issuer: hostile.issuer, clientId, clientSecret, logout: 'global' },
        { name: 'bare', issuer: hostile.issuer, clientId, clientSecret, logout: 'global' },
        { name: 'gone', issuer: 'http://127.0.0.1:1', clientId: 'gone', logout: 'global' },
      ],
      linkByLoginName: true,
    };
    test = await openServer(
      { server: { port }, auth: { modes: { available: [1, 4194304] }, oidc } },
      { clock, sessionStore: store },
    );
    await test.server.listen();
  });
  afterAll(async () => {
    await test.close();
    await real.close();
    await hostile.close();
  });

  const start = (source: string) => `${test.server.url}/auth/login?loginMode=4194304&source=${source}`;
  const lives = async (browser: BrowserOfTests) => {
    const cookie = await browser.jar.getCookieString(test.server.url);
    return (await fetch(`${test.server.url}/api/auth/token`, { headers: { cookie } })).status === 204;
  };
  async function atReal(): Promise<BrowserOfTests> {
    const browser = new BrowserOfTests();
    await browser.submit(await browser.get(start('real')), { login: 'ann' });
    return browser;
  }
  const notify = (body: URLSearchParams | undefined, headers: Record<string, string> = {}) =>
    fetch(`${test.server.url}/auth/oidc/backchannel-logout`, {
      method: 'POST',
      headers,
      ...(body === undefined ? {} : { body }),
    });
  const events = async (event: 'logout' | 'logoutRefused') => test.server.audit.find({ event });

  it('logs the browser out here, sends it to the provider, and shows that it is over when it is back', async () => {
    const browser = await atReal();
    const atProvider = await browser.submit(await browser.get(`${test.server.url}/auth/signed-in`));
    expect(atProvider.url).toContain(`${real.issuer}/session/end?`);
    const { id_token_hint: hint = '', ...asked } = Object.fromEntries(new URL(atProvider.url).searchParams);
    expect(asked).toEqual({
      client_id: clientId,
      post_logout_redirect_uri: `${test.server.url}/auth/oidc/logout`,
    });
    expect(decodeJwt(hint)).toMatchObject({ iss: real.issuer, aud: clientId, sub: 'ann' });
    expect(JSON.stringify([test.log, await test.server.audit.find()])).not.toContain(hint.split('.')[1]);
    expect(await lives(browser)).toBe(false);
    const [logout] = await events('logout');
    expect(logout).toMatchObject({ userId: expect.any(String), sessionId: expect.any(String) });
    const signedOut = await browser.submit(atProvider);
    expect([signedOut.url, signedOut.text]).toEqual([
      `${test.server.url}/auth/oidc/logout`,
      expect.stringContaining('You are signed out.'),
    ]);
    // The provider has forgotten it too.
    expect((await browser.get(start('real'))).url).toContain(`${real.issuer}/interaction/`);
  });

  it.each<[string, string, Misbehaviour]>([
    ['is not to be told', 'hostile', {}],
    ['has no place for it', 'bare', { discovery: ({ end_session_endpoint: _none, ...document }) => document }],
  ])('ends here, and says so, where the provider %s', async (_what, source, misbehaviour) => {
    const browser = new BrowserOfTests();
    hostile.misbehaviour = misbehaviour;
    const signedOut = await browser.submit(await browser.get(start(source)));
    expect(signedOut.url).toBe(`${test.server.url}/auth/logout`);
    expect(signedOut.text).not.toContain('http-equiv="refresh"');
    expect(signedOut.text).toContain('You are signed out.');
    expect(signedOut.text).toContain('The identity provider may still know you');
    expect(await lives(browser)).toBe(false);
  });

  it('keeps no ID token that is longer than an address can be, and asks without', async () => {
    const browser = new BrowserOfTests();
    hostile.misbehaviour = { claims: (all) => ({ ...all, groups: Array(1000).fill('group') }) };
    const onward = await browser.submit(await browser.get(start('told')));
    expect(onward.url).toContain(`${hostile.issuer}/logout?`);
    expect(new URL(onward.url).searchParams.has('id_token_hint')).toBe(false);
  });

  it('keeps an ID token only where it is going to be sent', async () => {
    const notes = () => JSON.stringify(store.list(clock.monotonic()).map(({ source }) => source));
    const [hostileOne, told] = [new BrowserOfTests(), new BrowserOfTests()];
    hostile.misbehaviour = {};
    await hostileOne.get(start('hostile'));
    expect(notes()).not.toContain('"note":"ey');
    await told.get(start('told'));
    expect(notes()).toContain('"note":"ey');
    for (const browser of [hostileOne, told]) {
      await browser.submit(await browser.get(`${test.server.url}/auth/signed-in`));
    }
    expect(notes()).not.toContain('"note":"ey');
  });

  it('says nobody is signed out who is not', async () => {
    const browser = new BrowserOfTests();
    await browser.get(start('hostile'));
    expect((await browser.get(`${test.server.url}/auth/oidc/logout`)).url).toBe(`${test.server.url}/auth/signed-in`);
  });

  it('ends the sessions that the provider says it has ended, and no other', async () => {
    const [one, two, elsewhere] = [await atReal(), await atReal(), new BrowserOfTests()];
    await elsewhere.get(start('hostile'));
    // The button of the provider's own page.
    await one.submit(await one.get(`${real.issuer}/session/end`));
    expect([await lives(one), await lives(two), await lives(elsewhere)]).toEqual([false, true, true]);
    const [logout] = await events('logout');
    expect(logout?.details).toMatchObject({ bySource: `oidc ${real.issuer}`, sessionsEnded: 1 });
  });

  describe('by a notice', () => {
    const right = (): JWTPayload => ({
      iss: hostile.issuer,
      aud: clientId,
      sub: 'ann',
      iat: now(),
      exp: now() + 120,
      jti: randomUUID(),
      events: { [logoutEvent]: {} },
    });
    const form = (token: string) => new URLSearchParams({ logout_token: token });
    const typ = 'logout+jwt';
    let browser: BrowserOfTests;
    beforeEach(async () => {
      hostile.misbehaviour = { claims: (all) => ({ ...all, sid: 'its session' }) };
      browser = new BrowserOfTests();
      await browser.get(start('hostile'));
    });

    async function expectRefused(body: URLSearchParams | undefined, detail: RegExp): Promise<void> {
      const answer = await notify(body);
      expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code: 'ERR006' })]);
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(await lives(browser)).toBe(true);
      const [event] = await events('logoutRefused');
      expect(event?.details['detail']).toMatch(detail);
    }

    it.each<[string, object]>([
      ['the name of somebody', {}],
      ['the session of somebody', { sid: 'its session' }],
      ['a session alone', { sid: 'its session', sub: undefined }],
    ])('with %s ends the session', async (_what, changes) => {
      const answer = await notify(form(await hostile.signed({ ...right(), ...changes }, { typ })));
      expect([answer.status, await answer.text()]).toEqual([200, '']);
      expect(await lives(browser)).toBe(false);
    });

    it.each<[string, object]>([
      ['another session', { sid: 'another one' }],
      ['another session alone', { sid: 'another one', sub: undefined }],
      ['somebody else', { sub: 'bea' }],
    ])('about %s ends nothing', async (_what, changes) => {
      expect((await notify(form(await hostile.signed({ ...right(), ...changes }, { typ })))).status).toBe(200);
      expect(await lives(browser)).toBe(true);
    });

    it('may come from anywhere: no page and no cookie plays a part', async () => {
      const token = await hostile.signed(right(), { typ });
      expect((await notify(form(token), { origin: 'https://idp.example.com' })).status).toBe(200);
    });

    it('counts once', async () => {
      const token = await hostile.signed(right(), { typ });
      expect((await notify(form(token))).status).toBe(200);
      await browser.get(start('hostile'));
      await expectRefused(form(token), /sent before/);
    });

    it.each<[string, object, RegExp]>([
      ['of another issuer', { iss: 'https://another.example.com' }, /no provider/],
      ['for another audience', { aud: 'another client' }, /no provider/],
      ['that is over', { exp: now() - 60 }, /ERR_JWT_EXPIRED exp/],
      ['without an end', { exp: undefined }, /CLAIM_VALIDATION_FAILED exp/],
      ['from long ago', { iat: now() - 1000 }, /ERR_JWT_EXPIRED iat/],
      ['without a moment', { iat: undefined }, /CLAIM_VALIDATION_FAILED iat/],
      ['without an id', { jti: undefined }, /CLAIM_VALIDATION_FAILED jti/],
      ['without events', { events: undefined }, /CLAIM_VALIDATION_FAILED events/],
      ['of another event', { events: { 'https://example.com/event': {} } }, /no logout/],
      ['of an event that is a text', { events: { [logoutEvent]: 'yes' } }, /no logout/],
      ['with a nonce, as an ID token has', { nonce: 'n' }, /nonce/],
      ['about nobody', { sub: undefined }, /names nobody/],
      ['about a number', { sub: 7 }, /names nobody|sub/],
    ])('%s is refused', async (_what, changes, detail) => {
      await expectRefused(form(await hostile.signed({ ...right(), ...changes }, { typ })), detail);
    });

    it('is refused where it is an ID token, an access token, unsigned, or signed by whoever', async () => {
      const { events: _none, ...idToken } = right();
      await expectRefused(form(await hostile.signed(idToken)), /events/);
      await expectRefused(form(await hostile.signed(right(), { typ: 'at+jwt' })), /another type/);
      const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      await expectRefused(form(`${encoded({ alg: 'none', typ })}.${encoded(right())}.`), /ALG_NOT_ALLOWED|JWS|ERR_J/);
      const text = `${encoded({ alg: 'HS256', typ })}.${encoded(right())}`;
      const mac = createHmac('sha256', clientSecret).update(text).digest('base64url');
      await expectRefused(form(`${text}.${mac}`), /ALG_NOT_ALLOWED/);
      const forger = await openHostileProvider();
      const forged = await forger.signed(right(), { typ });
      await forger.close();
      await expectRefused(form(forged), /NO_MATCHING_KEY/);
    });

    it('is refused where there is none', async () => {
      await expectRefused(undefined, /there is no logout_token/);
      await expectRefused(form('x'), /JWT/);
    });
  });
});
