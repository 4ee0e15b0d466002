/** Login by SAML in a real browser: over HTTPS, with the identity provider and the embedding page at sites of their own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromiumBinary, launchChromium, launchWithProfile, visitor } from '../../../tools/test-servers/chromium.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openHttpsSites, type HttpsSites } from '../../../tools/test-servers/https-sites.js';
import {
  samlPassword,
  simpleSamlPhpFolder,
  startSimpleSamlPhp,
  type SimpleSamlPhp,
} from '../../../tools/test-servers/simplesamlphp.js';
import { systemClock } from '../src/index.js';
import { openDialog, serveAppPage, toldTo, type AppPage } from './app-page.js';
import { openServer, type TestServer } from './open-server.js';
import { newKeys } from './saml-keys.js';

const samlMode = 1_048_576;
const inChromium = [chromiumBinary, simpleSamlPhpFolder].every((file) => existsSync(file)) ? describe : describe.skip;

/** Both bindings of requests, and both of single logout; the cookie as it is by default, and as embedding needs it. */
inChromium.each([
  { requestBinding: 'redirect', logoutBinding: 'HTTP-Redirect', sameSite: 'Lax' },
  { requestBinding: 'post', logoutBinding: 'HTTP-POST', sameSite: 'None' },
] as const)('login by SAML in Chromium: $requestBinding, $logoutBinding, $sameSite', (how) => {
  const folder = mkdtempSync(join(tmpdir(), 'saml-'));
  const complaints: string[] = [];
  let sites: HttpsSites;
  let app: AppPage;
  let idp: SimpleSamlPhp;
  let test: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let server: string;
  let appOrigin: string;

  beforeAll(async () => {
    app = await serveAppPage();
    const [serverPort = 0, port = 0] = await freePorts(2);
    // With Lax cookies only a page of the same site can ask for the token.
    const appName = how.sameSite === 'Lax' ? 'app.example.com' : 'app.example.org';
    sites = await openHttpsSites({ 'bi.example.com': serverPort, [appName]: app.port, 'idp.example.net': port });
    appOrigin = sites.origin(appName);
    const publicUrl = sites.origin('bi.example.com');
    server = `${publicUrl}/MicroStrategyLibrary`;
    const signing = newKeys('our requests');
    idp = await startSimpleSamlPhp(
      {
        entityId: `${server}/saml/metadata`,
        ssoUrl: `${server}/saml/SSO`,
        logoutUrl: `${server}/saml/SingleLogout`,
        signedBy: signing.certificate,
        logoutBinding: how.logoutBinding,
      },
      { port, origin: sites.origin('idp.example.net') },
    );
    const saml = {
      signingKey: signing,
      logoutMode: 'global',
      linkByLoginName: true,
      identityProviders: [{ metadata: idp.metadataUrl, requestBinding: how.requestBinding }],
    };
    const config = {
      server: { port: serverPort, drainMs: 0, publicUrl },
      session: { cookie: { sameSite: how.sameSite } },
      auth: { modes: { available: [1, samlMode] }, cors: { origins: [appOrigin] }, saml },
    };
    test = await openServer(config, { clock: systemClock });
    await test.server.listen();
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await test.close();
    await idp.stop();
    app.close();
    await sites.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    complaints.length = 0;
    context = how.sameSite === 'None' ? await launchWithProfile(folder) : await browser.newContext(visitor);
    context.on('console', (message) => {
      // Its pages have no icon, and no browser likes that.
      const isIcon = message.location().url === `${idp.origin}/favicon.ico`;
      if (message.type() === 'error' && !isIcon) complaints.push(message.text());
    });
    page = await context.newPage();
  });
  afterEach(() => context.close());

  async function prove(at: Page, username = 'ann'): Promise<void> {
    await at.waitForURL(`${idp.origin}/**`);
    await at.fill('[name=username]', username);
    await at.fill('[name=password]', samlPassword);
    await at.click('#submit_button');
  }
  const sessionCookie = async () => (await context.cookies(server)).find(({ name }) => name === 'JSESSIONID');

  async function logIn(): Promise<void> {
    await page.goto(`${server}/auth/login`);
    await page.click('nav .button');
    await prove(page);
    await page.waitForURL(`${server}/auth/signed-in`);
  }

  it('leads from our page to the provider, and by its form of another site into a session', async () => {
    await logIn();
    expect(await page.textContent('main')).toContain('You are signed in as Ann of SimpleSAMLphp.');
    expect(await sessionCookie()).toMatchObject({ httpOnly: true, secure: true, sameSite: how.sameSite });
    // What was kept of the login on its way is gone.
    expect((await context.cookies(server)).filter(({ name }) => name.startsWith('mstr-login-'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('tells the page that opened the dialog, which then gets the token', async () => {
    const query = `loginMode=${samlMode}&callback-origin=${appOrigin}`;
    const opened = await openDialog(page, appOrigin, server, query);
    const closed = opened.waitForEvent('close');
    await prove(opened);
    await closed;
    expect(await toldTo(page)).toMatch(/^https:\/\/bi\.example\.com:\d+ mstr-auth-signed-in 204 [0-9a-v]{26}$/);
    expect(complaints).toEqual([]);
  });

  it('brings the browser back to the page that sent it, in the same window', async () => {
    await page.goto(`${server}/auth/login-dialog.jsp?loginMode=${samlMode}&redirectURL=${appOrigin}/welcome`);
    await prove(page);
    await page.waitForURL(`${appOrigin}/welcome`);
    expect(await sessionCookie()).toMatchObject({ httpOnly: true, secure: true });
  });

  it('logs out here and at the provider', async () => {
    await logIn();
    await page.click('text=Log out');
    await page.waitForURL((url) => url.pathname.endsWith('/saml/SingleLogout'));
    expect(await page.textContent('main')).toContain('You are signed out.');
    await page.goto(`${server}/auth/login?loginMode=${samlMode}`);
    await page.waitForSelector('[name=password]'); // it asks anew
    expect(complaints).toEqual([]);
  });

  it('ends the session here when somebody logs out at the provider, and goes back there', async () => {
    await logIn();
    await page.goto(idp.logoutUrl);
    await page.waitForURL(`${idp.origin}/logout.php**`);
    const answer = await page.goto(`${server}/auth/signed-in`);
    expect(answer?.status()).toBe(401);
    expect(test.log.filter(({ event }) => event === 'logout').at(-1)).toMatchObject({ sessionsEnded: 1 });
  });

  it('shows a page with a ticket where the answer of the provider is wrong, and a way back', async () => {
    await page.route(`${server}/saml/SSO`, async (route) => {
      const form = new URLSearchParams(route.request().postData() ?? '');
      const xml = Buffer.from(form.get('SAMLResponse') ?? '', 'base64')
        .toString()
        .replace('>ann<', '>bob<');
      form.set('SAMLResponse', Buffer.from(xml).toString('base64'));
      await route.continue({ postData: String(form) });
    });
    await page.goto(`${server}/auth/login?loginMode=${samlMode}`);
    await prove(page);
    await page.waitForURL(`${server}/saml/SSO`);
    const said = (await page.getByRole('alert').textContent()) ?? '';
    const [, ticket] = /Ticket ([0-9a-f-]{32,36})/.exec(said.replace(/\s+/g, ' ')) ?? [];
    expect(said).toContain('The answer of the identity provider was refused');
    expect(test.log).toContainEqual(expect.objectContaining({ ticketId: ticket, status: 401 }));
    expect(test.log.filter(({ event }) => event === 'loginRefused').at(-1)).toMatchObject({
      detail: 'no key of the identity provider made the signature',
    });
    expect(await sessionCookie()).toBeUndefined();
    await page.click('text=Back to the login');
    await page.waitForURL(`${server}/auth/login`);
  });
});
