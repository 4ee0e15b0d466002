import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openProvider, type OpenProvider } from '../../../tools/test-servers/openid-provider.js';
import { BrowserOfTests, type Seen } from './browser-of-tests.js';
import { openServer, type TestServer } from './open-server.js';

async function logInAt(browser: BrowserOfTests, page: Seen, login: string): Promise<Seen> {
  const consent = await browser.submit(page, { login, password: 'any' });
  return browser.submit(consent);
}

describe('login by OpenID Connect', () => {
  let provider: OpenProvider;
  let test: TestServer;
  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    provider = await openProvider(`http://127.0.0.1:${port}/MicroStrategyLibrary/auth/oidc/login`);
    const oidc = {
      providers: [
        {
          issuer: provider.issuer,
          clientId: 'auth-server',
          clientSecret: 'the secret of the auth server at the provider',
        },
      ],
      linkByLoginName: true,
    };
    test = await openServer({ server: { port, drainMs: 0 }, auth: { modes: { available: [1, 4194304] }, oidc } });
    await test.server.listen();
  });
  afterAll(async () => {
    await test.close();
    await provider.close();
  });

  it('sends the browser to the provider and lets it in when it comes back', async () => {
    const browser = new BrowserOfTests();
    const atProvider = await browser.get(`${test.server.url}/auth/login?loginMode=4194304`);
    expect(atProvider.url).toContain(provider.issuer);
    const signedIn = await logInAt(browser, atProvider, 'ann');
    expect(signedIn.url).toBe(`${test.server.url}/auth/signed-in`);
    expect(signedIn.text).toContain('You are signed in as Ann of the provider.');
    const cookie = await browser.jar.getCookieString(test.server.url);
    expect((await fetch(`${test.server.url}/api/auth/token`, { headers: { cookie } })).status).toBe(204);
  });
});
