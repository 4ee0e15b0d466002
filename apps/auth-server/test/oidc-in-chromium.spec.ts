/** Login by OpenID Connect in a real browser: over HTTPS, in a window that a page of another origin has opened. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createAuthority, createServerCertificate } from '../../../tools/test-servers/certificates.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openHttpsFront, type HttpsFront } from '../../../tools/test-servers/https-front.js';
import { openProvider, type OpenProvider } from '../../../tools/test-servers/openid-provider.js';
import { openServer, type TestServer } from './open-server.js';
import { RunningClock } from './running-clock.js';

const executablePath = '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * 127.0.0.1'];

/** A page of another origin of the same site: it opens the dialog, is told, and asks for the token. */
const appPage = `<!doctype html><title>app</title><button id="open">log in</button><p id="told"></p><script>
const [dialog, server] = decodeURIComponent(location.hash.slice(1)).split(' ');
document.getElementById('open').onclick = () => window.open(dialog);
window.addEventListener('message', async ({ data, origin }) => {
  const answer = await fetch(server + '/api/auth/token', { credentials: 'include' });
  const token = answer.headers.get('x-mstr-authtoken');
  document.getElementById('told').textContent = [origin, data.type, answer.status, token].join(' ');
});
</script>`;

(existsSync(executablePath) ? describe : describe.skip)('login by OpenID Connect in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
  const complaints: string[] = [];
  let provider: OpenProvider;
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
    const names = 'DNS:bi.example.com,DNS:app.example.com';
    const certificate = await createServerCertificate(folder, 'server', names, authority);
    app = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(appPage));
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const { port: appPort } = app.address() as AddressInfo; // it listens on TCP
    const [serverPort = 0] = await freePorts(1);
    const atServer = await openHttpsFront(certificate, () => serverPort);
    const atApp = await openHttpsFront(certificate, () => appPort);
    fronts = [atServer, atApp];
    appOrigin = `https://app.example.com:${atApp.port}`;
    const publicUrl = `https://bi.example.com:${atServer.port}`;
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
    browser = await chromium.launch({ executablePath, args });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await test.close();
    await provider.close();
    app.closeAllConnections();
    app.close();
    for (const front of fronts) await front.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    complaints.length = 0;
    context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en' });
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page = await context.newPage();
  });
  afterEach(() => context.close());

  async function prove(at: Page): Promise<void> {
    await at.fill('[name=login]', 'ann');
    await at.click('text=Log in');
  }

  it('tells the page that opened the dialog, which then gets the token', async () => {
    const dialog = `${server}/auth/login-dialog.jsp?loginMode=4194304&callback-origin=${appOrigin}`;
    await page.goto(`${appOrigin}/#${encodeURIComponent(`${dialog} ${server}`)}`);
    const [opened] = await Promise.all([context.waitForEvent('page'), page.click('#open')]);
    await opened.waitForURL(`${provider.issuer}/interaction/**`);
    const closed = opened.waitForEvent('close');
    await prove(opened);
    await closed;
    await page.waitForSelector('#told:not(:empty)');
    const told = (await page.textContent('#told')) ?? '';
    expect(told).toMatch(/^https:\/\/bi\.example\.com:\d+ mstr-auth-signed-in 204 [0-9a-v]{26}$/);
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
