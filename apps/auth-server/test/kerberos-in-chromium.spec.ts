/** Login by Kerberos in a real browser: over HTTPS, with a ticket of a real KDC or without one. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chromiumBinary, launchWithProfile } from '../../../tools/test-servers/chromium.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openHttpsSites, type HttpsSites } from '../../../tools/test-servers/https-sites.js';
import { principals, startKdc, type Kdc } from '../../../tools/test-servers/kdc.js';
import { openDialog, serveAppPage, toldTo, type AppPage } from './app-page.js';
import { startKerberosServer, withKerberos, type KerberosServer } from './kerberos-server.js';
import { ann, testConfig } from './open-server.js';

const kerberosMode = 128;

(existsSync(chromiumBinary) ? withKerberos : describe.skip)('login by Kerberos in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerberos-'));
  let kdc: Kdc;
  let running: KerberosServer;
  let sites: HttpsSites;
  let app: AppPage;
  let server: string;
  let appOrigin: string;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    kdc = await startKdc();
    app = await serveAppPage();
    const [port = 0] = await freePorts(1);
    // By the name that Chromium asks a ticket for: other ones it takes for what `--host-resolver-rules` makes of them.
    sites = await openHttpsSites({ localhost: port, 'app.example.org': app.port });
    appOrigin = sites.origin('app.example.org');
    const publicUrl = sites.origin('localhost');
    server = `${publicUrl}/MicroStrategyLibrary`;
    const keytab = await kdc.keytab();
    const auth = { modes: { available: [1, kerberosMode] }, cors: { origins: [appOrigin] }, kerberos: { keytab } };
    const session = { cookie: { sameSite: 'None' } };
    const config = { ...testConfig, server: { port, drainMs: 0, publicUrl }, session, auth };
    running = await startKerberosServer(kdc, {}, { config });
  }, 60_000);
  afterAll(async () => {
    await running?.stop();
    app?.close();
    await sites?.close();
    await kdc?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => context.close());

  /** @param tickets file; undefined: this browser has none */
  async function open(tickets?: string): Promise<void> {
    const env = { ...kdc.env, KRB5CCNAME: tickets ?? 'FILE:/nonexistent/tickets' };
    context = await launchWithProfile(folder, {
      args: ['--auth-server-allowlist=localhost', sites.chromiumArgument],
      env,
    });
    page = await context.newPage();
    // At the first challenge of its life it loads the library of Kerberos, and answers only the next one.
    await page.goto(`${server}/auth/login?loginMode=${kerberosMode}`);
    await context.clearCookies();
  }
  const withTicket = async (name: 'ann' | 'stranger') => open(await kdc.kinit(name, principals[name]));
  const button = () => page.click('text=Log in with Kerberos');

  it('takes a click on the login page, and no password', async () => {
    await withTicket('ann');
    await page.goto(`${server}/auth/login`);
    await button();
    await page.waitForURL(`${server}/auth/signed-in`);
    expect(await page.textContent('main')).toContain('You are signed in as Ann Analyst.');
    await page.click('text=Log out');
    await page.waitForSelector('text=You are signed out.');
  });

  it('takes no click where the address names the mode, and goes on where the page that asked wants it to', async () => {
    await withTicket('ann');
    await page.goto(`${server}/auth/login?loginMode=${kerberosMode}&redirectURL=${appOrigin}/welcome`);
    await page.waitForURL(`${appOrigin}/welcome`);
    const cookies = await context.cookies(server);
    expect(cookies).toMatchObject([{ name: 'JSESSIONID', httpOnly: true, secure: true }]);
  });

  it('tells the page that opened the dialog, which then gets the token', async () => {
    await withTicket('ann');
    const query = `loginMode=${kerberosMode}&callback-origin=${appOrigin}`;
    const opened = await openDialog(page, appOrigin, server, query);
    if (!opened.isClosed()) await opened.waitForEvent('close');
    expect(await toldTo(page)).toMatch(/^https:\/\/localhost:\d+ mstr-auth-signed-in 204 [0-9a-v]{26}$/);
  });

  it.each(['the address', 'the button'])('offers the other ways to a browser without a ticket, by %s', async (by) => {
    await open();
    if (by === 'the button') {
      await page.goto(`${server}/auth/login?redirectURL=${appOrigin}/welcome`);
      await button();
    } else await page.goto(`${server}/auth/login?loginMode=${kerberosMode}&redirectURL=${appOrigin}/welcome`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('This browser has shown no Kerberos ticket that is good here.');
    expect(await context.cookies(server)).toEqual([]);
    await page.fill('#username', ann.username);
    await page.fill('#password', ann.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${appOrigin}/welcome`);
  });

  it('says so where the ticket is of somebody whom nobody knows', async () => {
    await withTicket('stranger');
    const answer = await page.goto(`${server}/auth/login?loginMode=${kerberosMode}`);
    expect(answer?.status()).toBe(401);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#password').count()).toBe(1);
    await running.shows(/"event":"loginRefused".*"reason":"userNotLinked"/);
  });
});
