import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openProvider, type OpenProvider } from '../../../tools/test-servers/openid-provider.js';
import { BrowserOfTests } from '../../../tools/test-servers/browser-of-tests.js';
import { openServer, type TestServer } from './open-server.js';
import { RunningClock } from './running-clock.js';

const clientSecret = 'the secret of the auth server at the provider';

describe('login by OpenID Connect', () => {
  const clock = new RunningClock();
  let first: OpenProvider;
  let second: OpenProvider;
  let test: TestServer;
  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    const base = `http://127.0.0.1:${port}/MicroStrategyLibrary`;
    first = await openProvider([
      {
        client_id: 'auth-server',
        client_secret: clientSecret,
        redirect_uris: [`${base}/auth/oidc/login`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ]);
    second = await openProvider(
      [
        {
          client_id: 'other:client',
          client_secret: clientSecret,
          redirect_uris: [`${base}/auth/oidc/login/second`],
          token_endpoint_auth_method: 'client_secret_basic',
        },
      ],
      { conformIdTokenClaims: true },
    );
    const oidc = {
      providers: [
        { issuer: first.issuer, clientId: 'auth-server', clientSecret },
        {
          name: 'second',
          title: 'The second provider',
          issuer: second.issuer,
          clientId: 'other:client',
          clientSecret,
          clientAuthentication: 'client_secret_basic',
          userInfo: true,
          ownRedirectUri: true,
          maximumAuthenticationAgeSeconds: 600,
        },
      ],
      linkByLoginName: true,
    };
    const config = {
      server: { port, drainMs: 0 },
      auth: { modes: { available: [1, 4194304] }, cors: { origins: ['https://app.example.com'] }, oidc },
    };
    test = await openServer(config, { clock });
    await test.server.listen();
  });
  afterAll(async () => {
    await test.close();
    await first.close();
    await second.close();
  });

  const start = (query = '') => `${test.server.url}/auth/login?loginMode=4194304${query}`;

  it('sends the browser to the provider and lets it in when it comes back', async () => {
    const browser = new BrowserOfTests();
    const atProvider = await browser.get(start());
    expect(atProvider.url).toContain(first.issuer);
    const signedIn = await browser.submit(atProvider, { login: 'ann' });
    expect(signedIn.url).toBe(`${test.server.url}/auth/signed-in`);
    expect(signedIn.text).toContain('You are signed in as Ann of the provider.');
    const cookie = await browser.jar.getCookieString(test.server.url);
    expect((await fetch(`${test.server.url}/api/auth/token`, { headers: { cookie } })).status).toBe(204);
  });

  it('offers each provider on the login page', async () => {
    const { text } = await new BrowserOfTests().get(`${test.server.url}/auth/login`);
    expect(text).toMatch(/loginMode=4194304&source=default[^]*loginMode=4194304&source=second/);
    expect(text).toContain('The second provider');
  });

  it('goes to the provider that was chosen, with its own redirect URI, and asks its UserInfo endpoint', async () => {
    const browser = new BrowserOfTests();
    const signedIn = await browser.submit(await browser.get(start('&source=second')), { login: 'ann' });
    expect(signedIn.text).toContain('You are signed in as Ann of the provider.');
    const [event] = await test.server.audit.find();
    expect(event).toMatchObject({ event: 'login', loginName: 'ann', loginMode: 4194304 });
  });

  it('knows no other provider', async () => {
    const seen = await new BrowserOfTests().get(start('&source=third'));
    expect([seen.status, seen.text]).toEqual([400, expect.stringContaining('There is no such source')]);
  });

  it('follows the provider to new keys, within two seconds', async () => {
    const tryAgain = async () => {
      const browser = new BrowserOfTests();
      return browser.submit(await browser.get(start()), { login: 'ann' });
    };
    const signedIn = 'You are signed in as Ann of the provider.';
    clock.hold();
    clock.aheadMs = 2000;
    await first.rotateKeys();
    expect((await tryAgain()).text).toContain(signedIn);
    await first.rotateKeys();
    // The keys are asked for again at most every two seconds.
    expect((await tryAgain()).status).toBe(401);
    clock.aheadMs += 2000;
    expect((await tryAgain()).text).toContain(signedIn);
    clock.release();
  });

  it('refuses who has no account here', async () => {
    const browser = new BrowserOfTests();
    const seen = await browser.submit(await browser.get(start()), { login: 'bea' });
    expect([seen.status, seen.text]).toEqual([401, expect.stringContaining('has no account here')]);
    const [event] = await test.server.audit.find();
    expect(event).toMatchObject({ event: 'loginRefused', loginName: 'bea', reason: 'userNotLinked' });
  });

  it('says so where somebody changes his mind at the provider', async () => {
    const browser = new BrowserOfTests();
    const seen = await browser.submit(await browser.get(start()), { cancel: 'yes' });
    expect([seen.status, seen.text]).toEqual([401, expect.stringContaining('cancelled or refused')]);
    const [event] = await test.server.audit.find();
    const details = { detail: 'the provider answered access_denied' };
    expect(event).toMatchObject({ event: 'loginRefused', reason: 'providerRefused', details });
  });

  it('brings the browser to where its caller wanted it, if that is allowed', async () => {
    const visit = async (query: string) => {
      const browser = new BrowserOfTests();
      return browser.submit(await browser.get(start(query)), { login: 'ann' }, ['https://app.example.com']);
    };
    expect((await visit('&redirectURL=https://app.example.com/sales?x=1')).url).toBe(
      'https://app.example.com/sales?x=1',
    );
    const told = await visit('&callback-origin=https://app.example.com');
    expect(told.text).toContain('data-origin="https://app.example.com"');
    expect(told.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
    for (const query of ['&redirectURL=https://evil.example.com', '&callback-origin=https://evil.example.com']) {
      expect((await new BrowserOfTests().get(start(query))).status).toBe(400);
    }
  });
});
