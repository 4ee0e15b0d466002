/** The pages in a real browser: over HTTPS, behind a proxy that ends TLS, with a page of another site. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createAuthority, createServerCertificate } from '../../../tools/test-servers/certificates.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openHttpsFront, type HttpsFront } from '../../../tools/test-servers/https-front.js';
import { ann, openServer, type TestServer } from './open-server.js';

const executablePath = '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * 127.0.0.1'];

/** A page of somebody else, who lets people log in at our server in a window of its own. */
const appPage = `<!doctype html><title>app</title><button id="open">log in</button><p id="told"></p><script>
document.getElementById('open').onclick = () => window.open(location.hash.slice(1));
window.addEventListener('message', ({ data, origin }) => {
  document.getElementById('told').textContent = origin + ' ' + data.type;
});
</script>`;

(existsSync(executablePath) ? describe : describe.skip)('in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const complaints: string[] = [];
  let fronts: HttpsFront[];
  let app: Server;
  let test: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let server: string;
  let appOrigin: string;

  beforeAll(async () => {
    const authority = await createAuthority(folder, 'authority');
    const names = 'DNS:bi.example.com,DNS:app.example.org,DNS:evil.example.net';
    const certificate = await createServerCertificate(folder, 'server', names, authority);
    app = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(appPage));
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const portOf = (one: Server) => (one.address() as AddressInfo).port; // it listens on TCP
    let serverPort = 0;
    fronts = [
      await openHttpsFront(certificate, () => serverPort),
      await openHttpsFront(certificate, () => portOf(app)),
    ];
    const [atServer, atApp] = fronts.map(({ port }) => port);
    appOrigin = `https://app.example.org:${atApp}`;
    const publicUrl = `https://bi.example.com:${atServer}`;
    [serverPort = 0] = await freePorts(1);
    test = await openServer({
      server: { port: serverPort, drainMs: 0, publicUrl },
      session: { cookie: { sameSite: 'None' } },
      auth: { modes: { available: [1, 8] }, cors: { origins: [appOrigin] } },
      users: [
        { loginName: 'ann', fullName: 'Ann Analyst', password: ann.password },
        { loginName: 'bea', fullName: 'Bea', password: 'bea has a long password', requireNewPassword: true },
      ],
    });
    await test.server.listen();
    server = test.server.url;
    browser = await chromium.launch({ executablePath, args });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await test.close();
    app.closeAllConnections();
    app.close();
    for (const front of fronts) await front.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    complaints.length = 0;
    context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 360, height: 740 },
      locale: 'en',
    });
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
    await page.goto(appOrigin.replace('app.example.org', 'evil.example.net'));
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
      // A profile of its own: in the private windows of the other tests they are blocked.
      const profile = mkdtempSync(join(folder, 'profile-'));
      mkdirSync(join(profile, 'Default'));
      const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
      writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
      context = await chromium.launchPersistentContext(profile, { executablePath, args, ignoreHTTPSErrors: true });
      page = await context.newPage();
    });

    it('says that embedding works', async () => {
      await page.goto(appOrigin);
      expect(await embeddingWorks(page)).toBe('true');
    });

    it('a page of another site opens the dialog, is told, and gets the token by the cookie', async () => {
      const dialog = `${server}/auth/login-dialog.jsp?callback-origin=${encodeURIComponent(appOrigin)}`;
      await page.goto(`${appOrigin}/#${dialog}`);
      const [popup] = await Promise.all([context.waitForEvent('page'), page.click('#open')]);
      await popup.fill('#username', ann.username);
      await popup.fill('#password', ann.password);
      await popup.keyboard.press('Enter');
      await page.waitForFunction("document.getElementById('told').textContent !== ''");
      expect(await page.textContent('#told')).toBe(`${new URL(server).origin} mstr-auth-signed-in`);
      const token = await page.evaluate(
        async (url) => (await fetch(url, { credentials: 'include' })).headers.get('x-mstr-authtoken'),
        `${server}/api/auth/token`,
      );
      expect(token).toMatch(/^[0-9a-v]{26}$/);
    });
  });

  const embeddingWorks = (from: Page) =>
    from.evaluate(`
      document.body.append(Object.assign(document.createElement('div'), { id: 'mstr-embedding-check' }));
      import('${server}/auth/embedding-check/script.js').then(
        () => document.getElementById('mstr-embedding-check').dataset.works,
      )`);
});
