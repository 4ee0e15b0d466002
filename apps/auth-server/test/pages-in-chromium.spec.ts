/** The pages in a real browser: over HTTPS, behind a proxy that ends TLS, with a page of another site. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromiumBinary, launchChromium, launchWithProfile, visitor } from '../../../tools/test-servers/chromium.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openHttpsSites, type HttpsSites } from '../../../tools/test-servers/https-sites.js';
import { openDialog, serveAppPage, toldTo, type AppPage } from './app-page.js';
import { ann, openServer, type TestServer } from './open-server.js';

(existsSync(chromiumBinary) ? describe : describe.skip)('in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const complaints: string[] = [];
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
    const ofStrangers = { 'app.example.org': app.port, 'evil.example.net': app.port };
    sites = await openHttpsSites({ 'bi.example.com': serverPort, ...ofStrangers });
    appOrigin = sites.origin('app.example.org');
    const publicUrl = sites.origin('bi.example.com');
    test = await openServer({
      server: { port: serverPort, drainMs: 0, publicUrl },
      session: { cookie: { sameSite: 'None' } },
      auth: { modes: { available: [1, 8] }, cors: { origins: [appOrigin] } },
      users: [
        { loginName: 'ann', fullName: 'Ann Analyst', password: ann.password },
        { loginName: 'bea', fullName: 'Bea', password: 'bea has a long password', requireNewPassword: true },
        { loginName: 'cleo', fullName: 'Cleo', password: 'cleo has a long password', requireNewPassword: true },
      ],
    });
    await test.server.listen();
    server = test.server.url;
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await test.close();
    app.close();
    await sites.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    complaints.length = 0;
    context = await browser.newContext({ ...visitor, viewport: { width: 360, height: 740 } });
    page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  });
  afterEach(() => context.close());

  const sessionCookie = async () => (await context.cookies()).find(({ name }) => name === 'JSESSIONID');

  it('a person logs in with the keyboard alone, on a phone, and out again', async () => {
    await page.goto(`${server}/auth/login`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ann.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ann.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server}/auth/signed-in`);
    expect(await page.textContent('main')).toContain('You are signed in as Ann Analyst.');
    expect(await sessionCookie()).toMatchObject({ httpOnly: true, secure: true, sameSite: 'None' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=You are signed out.');
    expect(complaints).toEqual([]);
  });

  it('the layout holds for a language that is written from right to left', async () => {
    await page.goto(`${server}/auth/login`);
    await page.evaluate("document.documentElement.dir = 'rtl'");
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.fill('#username', 'ann');
    await page.fill('#password', 'not her password at all');
    await page.click('form >> text=Log in');
    await page.evaluate("document.documentElement.dir = 'rtl'");
    // The mark of a problem stands where the text begins.
    const border = "getComputedStyle(document.querySelector('.problem')).borderRightWidth";
    expect([await page.evaluate('document.documentElement.scrollWidth'), await page.evaluate(border)]).toEqual([
      360,
      '4px',
    ]);
  });

  it('a wrong password is said at once to who cannot see', async () => {
    await page.goto(`${server}/auth/login`);
    await page.fill('#username', 'ann');
    await page.fill('#password', 'not her password at all');
    await page.click('form >> text=Log in');
    expect(await page.getByRole('alert').textContent()).toContain('The user name or the password is wrong.');
    expect(await page.inputValue('#password')).toBe('');
    expect(await page.inputValue('#username')).toBe('ann');
  });

  it('a password that has to be changed is changed in the page', async () => {
    await page.goto(`${server}/auth/login`);
    await page.fill('#username', 'bea');
    await page.fill('#password', 'bea has a long password');
    await page.keyboard.press('Enter');
    await page.getByLabel('Present password').fill('bea has a long password');
    await page.getByLabel('New password', { exact: true }).fill('a newer one, as long as that');
    await page.getByLabel('New password, again').fill('a newer one, as long as that');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server}/auth/signed-in`);
  });

  it.each([
    ['ann', ann.password],
    ['cleo', 'cleo has a long password'],
  ])('the form of %s leads to the page of another site that asked for it', async (name, password) => {
    await page.goto(`${server}/auth/login?redirectURL=${appOrigin}/welcome`);
    await page.fill('#username', name);
    await page.fill('#password', password);
    await page.keyboard.press('Enter');
    if (name === 'cleo') {
      await page.getByLabel('Present password').fill(password);
      await page.getByLabel('New password', { exact: true }).fill('a newer one, as long as that');
      await page.getByLabel('New password, again').fill('a newer one, as long as that');
      await page.keyboard.press('Enter');
    }
    await page.waitForURL(`${appOrigin}/welcome`);
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
  });

  it('the dialog refuses to speak to a site that is not on the list', async () => {
    const answer = await page.goto(`${server}/auth/login-dialog.jsp?callback-origin=https://evil.example.net`);
    expect(answer?.status()).toBe(400);
    expect(await page.getByRole('alert').textContent()).toContain('is not allowed');
  });

  it('the pages cannot be held in a frame of another site', async () => {
    await page.goto(appOrigin);
    const frame = `Object.assign(document.createElement('iframe'), { src: '${server}/auth/login' })`;
    await Promise.all([
      page.waitForEvent('console', (message) => message.text().includes('frame-ancestors')),
      page.evaluate(`document.body.append(${frame})`),
    ]);
  });

  it('a form of a site that is not on the list logs nobody in', async () => {
    await page.goto(sites.origin('evil.example.net'));
    const fields = [
      ['loginMode', '1'],
      ['username', ann.username],
      ['password', ann.password],
    ].map(([name, value]) => `<input name="${name}" value="${value}">`);
    await page.setContent(
      `<form method="post" action="${server}/auth/login">${fields.join('')}<button>go</button></form>`,
    );
    await page.click('button');
    await page.waitForURL(`${server}/auth/login`);
    expect(await page.getByRole('alert').textContent()).toContain('not allowed');
    expect(await sessionCookie()).toBeUndefined();
  });

  it('says that embedding does not work where the browser blocks cookies of third parties', async () => {
    await page.goto(`${server}/auth/embedding-check`);
    await page.waitForSelector('[data-works=true]');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.goto(appOrigin);
    expect(await embeddingWorks(page)).toBe('false');
  });

  describe('that lets cookies of third parties through', () => {
    beforeEach(async () => {
      context = await launchWithProfile(folder);
      page = await context.newPage();
    });

    it('says that embedding works', async () => {
      await page.goto(appOrigin);
      expect(await embeddingWorks(page)).toBe('true');
    });

    it('a page of another site opens the dialog, is told, and gets the token by the cookie', async () => {
      const popup = await openDialog(page, appOrigin, server, `callback-origin=${encodeURIComponent(appOrigin)}`);
      await popup.fill('#username', ann.username);
      await popup.fill('#password', ann.password);
      await popup.keyboard.press('Enter');
      const [origin, ...more] = (await toldTo(page)).split(' ');
      expect(origin).toBe(new URL(server).origin);
      expect(more).toEqual(['mstr-auth-signed-in', '204', expect.stringMatching(/^[0-9a-v]{26}$/)]);
    });
  });

  const embeddingWorks = (from: Page) =>
    from.evaluate(`
      document.body.append(Object.assign(document.createElement('div'), { id: 'mstr-embedding-check' }));
      import('${server}/auth/embedding-check/script.js').then(
        () => document.getElementById('mstr-embedding-check').dataset.works,
      )`);
});
