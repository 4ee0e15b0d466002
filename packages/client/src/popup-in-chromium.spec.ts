import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { goodDay, refused, routes, token } from '../test/answers.js';
import { bundleBrowserEntry } from '../test/bundle.js';
import { startCannedServer, type CannedAnswer, type CannedServer, type Play } from '../test/canned-server.js';
import type * as entry from './browser.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Skipped, and reported as that, where there is no Chromium. */
const describeInChromium = existsSync(executablePath) ? describe : describe.skip;

declare global {
  // What the page below puts there.
  var mstr: typeof entry;
  var outcome: unknown;
}

/** A page that is a login's: what its script does stands for what the person does. */
const dialog = (script: string, headers = {}): CannedAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'text/html', ...headers },
  body: `<!doctype html><script>const told = { type: 'mstr-auth-signed-in' }; ${script}</script>`,
});
const signsIn = "document.cookie = 'signed=in; path=/';";

describeInChromium('in Chromium, login.popup()', () => {
  let browser: Browser;
  let pages: CannedServer;
  let server: CannedServer;
  let page: Page;
  let shown: CannedAnswer;

  const api = routes({
    ...goodDay,
    'GET /auth/token': ({ headers }) =>
      headers.cookie?.includes('signed=in')
        ? { status: 204, headers: { 'X-MSTR-AuthToken': token } }
        : refused(401, 'ERR009', 'over'),
  });
  const play: Play = async (request, response) => {
    if (request.path.startsWith('/Lib/auth/login-dialog.jsp')) return shown;
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Expose-Headers', 'X-MSTR-AuthToken');
    return api(request, response);
  };

  beforeAll(async () => {
    const { code } = await bundleBrowserEntry();
    const html = `<script type="module">import * as mstr from "/client.js"; globalThis.mstr = mstr;</script>
      <button>log in</button>`;
    pages = await startCannedServer(({ path }) =>
      path === '/client.js'
        ? { status: 200, headers: { 'Content-Type': 'text/javascript' }, body: code }
        : { status: 200, headers: { 'Content-Type': 'text/html' }, body: html },
    );
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser.close();
    await pages[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    server = await startCannedServer(play);
    page = await (await browser.newContext()).newPage();
    await page.goto(pages.url);
    await page.waitForFunction(() => 'mstr' in globalThis);
  });
  afterEach(async () => {
    await page.context().close();
    await server[Symbol.asyncDispose]();
  });

  const asked = () => server.requests.map(({ path }) => path.replace('/Lib/', ''));
  const windows = () => page.context().pages().length;

  /** Clicks, and returns how the login ends. */
  const logIn = async (options: entry.PopupLogin = {}) => {
    await page.evaluate(
      ([baseUrl, given]) => {
        const client = mstr.createClient({ baseUrl });
        const logIn = () =>
          client.login.popup(given).then(
            () => (globalThis.outcome = client.loggedIn ? 'logged in' : 'no token'),
            (error: unknown) =>
              (globalThis.outcome = error instanceof mstr.BrowserLoginError ? error.reason : (error as Error).name),
          );
        document.querySelector('button')?.addEventListener('click', () => void logIn(), { once: true });
      },
      [server.url, options] as const,
    );
    await page.click('button');
    await page.waitForFunction(() => globalThis.outcome !== undefined);
    return page.evaluate(() => globalThis.outcome);
  };

  it('takes over the session that is there, and opens no window', async () => {
    await page.evaluate(signsIn);
    expect(await logIn()).toBe('logged in');
    expect([asked(), windows()]).toEqual([['api/auth/token'], 1]);
  });

  it('opens the dialog for this origin and mode, is told, takes the session over, and leaves no window', async () => {
    shown = dialog(`${signsIn} opener.postMessage(told, '${new URL(pages.url).origin}'); window.close();`);
    expect(await logIn({ loginMode: 1048576, source: 'main' })).toBe('logged in');
    const [first, opened, last] = asked();
    expect([first, last]).toEqual(['api/auth/token', 'api/auth/token']);
    const { pathname, searchParams } = new URL(opened ?? '', server.url);
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      '/auth/login-dialog.jsp',
      { loginMode: '1048576', source: 'main', 'callback-origin': new URL(pages.url).origin },
    ]);
    expect(windows()).toBe(1);
  });

  it('opens the dialog at once where a fresh login is asked for', async () => {
    await page.evaluate(signsIn);
    shown = dialog("opener.postMessage(told, '*'); window.close();");
    expect(await logIn({ fresh: true })).toBe('logged in');
    expect(asked()[0]).toMatch(/^auth\/login-dialog\.jsp\?callback-origin=/);
  });

  it('believes a window that was closed only where there is a session afterwards', async () => {
    shown = dialog('window.close()');
    expect(await logIn()).toBe('popupClosed');
    shown = dialog(`${signsIn} window.close()`);
    await page.evaluate(() => (globalThis.outcome = undefined));
    expect(await logIn()).toBe('logged in');
    await page.evaluate(() => (globalThis.outcome = undefined));
    expect(await logIn({ fresh: true })).toBe('popupClosed');
  });

  it('believes no other window, and no other message', async () => {
    shown = dialog("opener.postMessage({ type: 'something else' }, '*'); opener.postMessage(null, '*');");
    await page.evaluate((origin) => {
      const post = () => {
        window.postMessage({ type: 'mstr-auth-signed-in' }, '*');
        dispatchEvent(new MessageEvent('message', { origin, data: { type: 'mstr-auth-signed-in' } }));
      };
      setInterval(post, 50);
    }, new URL(server.url).origin);
    expect(await logIn({ fresh: true, timeoutMs: 1500 })).toBe('TimeoutError');
    expect(asked().filter((path) => path === 'api/auth/token')).toEqual([]);
  });

  it('believes no page of another origin in the window', async () => {
    await using elsewhere = await startCannedServer(() => dialog("opener.postMessage(told, '*')"));
    shown = { status: 302, headers: { Location: elsewhere.url } };
    expect(await logIn({ fresh: true, timeoutMs: 1500 })).toBe('TimeoutError');
    expect(elsewhere.requests.length).toBeGreaterThan(0);
  });

  it('closes the window at its deadline', async () => {
    shown = dialog('');
    expect(await logIn({ timeoutMs: 1500 })).toBe('TimeoutError');
    if (windows() > 1) await page.context().pages()[1]?.waitForEvent('close', { timeout: 5000 });
    expect(windows()).toBe(1);
  });

  it('says so where the browser opens no window', async () => {
    await page.evaluate(() => (window.open = () => null));
    expect(await logIn()).toBe('popupBlocked');
  });

  it('does not take an unreachable server for one without a session', async () => {
    await server[Symbol.asyncDispose]();
    expect(await logIn()).toBe('ConnectionError');
    expect(windows()).toBe(1);
  });
});
