/** Login by OpenID Connect in a real browser: over HTTPS, in a window that a page of another origin has opened. */
import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromiumBinary, launchChromium, visitor } from '../../../tools/test-servers/chromium.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openHttpsSites, type HttpsSites } from '../../../tools/test-servers/https-sites.js';
import { openProvider, type OpenProvider } from '../../../tools/test-servers/openid-provider.js';
import { openDialog, serveAppPage, toldTo, type AppPage } from './app-page.js';
import { openServer, type TestServer } from './open-server.js';
import { RunningClock } from './running-clock.js';

(existsSync(chromiumBinary) ? describe : describe.skip)('login by OpenID Connect in Chromium', () => {
  const complaints: string[] = [];
  let provider: OpenProvider;
  let sites: HttpsSites;
  let app: AppPage;
  let test: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let server: string;
  let appOrigin: string;

  beforeAll(async () => {
    app = await serveAppPage();
    const [serverPort = 0] = await freePorts(1);
    // Of the same site: the app needs no cookies of third parties.
    sites = await openHttpsSites({ 'bi.example.com': serverPort, 'app.example.com': app.port });
    appOrigin = sites.origin('app.example.com');
    const publicUrl = sites.origin('bi.example.com');
    server = `${publicUrl}/MicroStrategyLibrary`;
    provider = await openProvider([
      {
        client_id: 'auth-server',
        redirect_uris: [`${server}/auth/oidc/login`],
        post_logout_redirect_uris: [`${server}/auth/oidc/logout`],
        token_endpoint_auth_method: 'none',
      },
    ]);
    const config = {
      server: { port: serverPort, drainMs: 0, publicUrl },
      auth: {
        modes: { available: [1, 4194304] },
        cors: { origins: [appOrigin] },
        oidc: {
          providers: [{ issuer: provider.issuer, clientId: 'auth-server', logout: 'global' }],
          linkByLoginName: true,
        },
      },
    };
    test = await openServer(config, { clock: new RunningClock() });
    await test.server.listen();
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await test.close();
    await provider.close();
    app.close();
    await sites.close();
  });

  beforeEach(async () => {
    complaints.length = 0;
    context = await browser.newContext(visitor);
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page = await context.newPage();
  });
  afterEach(() => context.close());

  async function prove(at: Page): Promise<void> {
    await at.fill('[name=login]', 'ann');
    await at.click('text=Log in');
  }

  it('tells the page that opened the dialog, which then gets the token', async () => {
    const query = `loginMode=4194304&callback-origin=${appOrigin}`;
    const opened = await openDialog(page, appOrigin, server, query);
    await opened.waitForURL(`${provider.issuer}/interaction/**`);
    const closed = opened.waitForEvent('close');
    await prove(opened);
    await closed;
    expect(await toldTo(page)).toMatch(/^https:\/\/bi\.example\.com:\d+ mstr-auth-signed-in 204 [0-9a-v]{26}$/);
    expect(complaints).toEqual([]);
  });

  it('brings the browser back to the page that sent it, in the same window', async () => {
    await page.goto(`${server}/auth/login-dialog.jsp?loginMode=4194304&redirectURL=${appOrigin}/welcome`);
    await prove(page);
    await page.waitForURL(`${appOrigin}/welcome`);
    const cookies = await context.cookies(server);
    expect(cookies).toContainEqual(expect.objectContaining({ name: 'JSESSIONID', httpOnly: true, secure: true }));
    // What was kept of the login on its way is gone.
    expect(cookies.filter(({ name }) => name.startsWith('mstr-login-'))).toEqual([]);
  });

  it('logs out here and at the provider, and no policy of ours stands in the way', async () => {
    await page.goto(`${server}/auth/login?loginMode=4194304`);
    await prove(page);
    await page.waitForURL(`${server}/auth/signed-in`);
    await page.click('text=Log out');
    await page.waitForURL(`${provider.issuer}/session/end?**`);
    await page.click('text=Sign out');
    await page.waitForURL(`${server}/auth/oidc/logout`);
    expect(await page.textContent('main')).toContain('You are signed out.');
    expect((await context.cookies(provider.issuer)).filter(({ name }) => name === '_session')).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
