/** Every page of ours as axe-core sees it (WCAG 2.2, A and AA), and as it is laid out where there is little room. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromiumBinary, launchChromium } from '../../../tools/test-servers/chromium.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { ann, openServer, type TestServer } from './open-server.js';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const bea = { username: 'bea', password: 'bea has a long password' };
const challenge = 'A'.repeat(43);

(existsSync(chromiumBinary) ? describe : describe.skip)('every page, in Chromium,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accessibility-'));
  let test: TestServer;
  let browser: Browser;
  let server: string;

  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    const signOn = 'http://127.0.0.1:1';
    test = await openServer({
      server: { port, drainMs: 0 },
      auth: {
        modes: { available: [1, 8, 16, 4194304] },
        cors: { origins: ['https://a-long-name-of-an-application.department.example.com'] },
        ldap: {
          name: 'directory',
          servers: ['ldap://127.0.0.1:1'],
          search: { base: 'dc=example,dc=org', filter: '(uid={{loginName}})' },
        },
        oidc: { providers: [{ title: 'Sign on with the company', issuer: signOn, clientId: 'c', logout: 'global' }] },
      },
      users: [
        { loginName: 'ann', fullName: 'Ann Analyst', password: ann.password },
        { loginName: 'bea', fullName: 'Bea', password: bea.password, requireNewPassword: true },
      ],
    });
    await test.server.listen();
    server = `${test.server.url}/auth`;
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function logIn(page: Page, { username, password }: typeof ann, shown: string): Promise<void> {
    await page.goto(`${server}/login`);
    await page.locator('#username').fill(username);
    await page.locator('#password').fill(password);
    await page.keyboard.press('Enter');
    await page.locator(shown).waitFor();
  }
  const walks: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    login: (page) => page.goto(`${server}/login`),
    'login with a problem': (page) => logIn(page, { ...ann, password: 'not her password at all' }, '[role=alert]'),
    'change of a password': (page) => logIn(page, bea, '#newPassword'),
    error: (page) => page.goto(`${server}/login?redirectURL=https://evil.example.com/`),
    'signed in': (page) => logIn(page, ann, 'form[action$=logout]'),
    'signed out': async (page) => {
      await logIn(page, ann, 'form[action$=logout]');
      await page.getByRole('button').click();
      await page.locator('nav').waitFor();
    },
    'hand-over': async (page) => {
      await logIn(page, ann, 'form[action$=logout]');
      const query = `redirect_uri=http://127.0.0.1:51004/callback&state=s&code_challenge=${challenge}`;
      await page.goto(`${server}/handover?${query}&code_challenge_method=S256`);
      await page.getByRole('button').first().waitFor();
    },
    'embedding check': async (page) => {
      await page.goto(`${server}/embedding-check`);
      await page.locator('[data-works]').waitFor();
    },
  };
  /** Where people look at it: a phone, a desk, in the dark, in German, with the colours of the system, at twice the size. */
  const places: Readonly<Record<string, BrowserContextOptions>> = {
    'on a phone': { viewport: { width: 360, height: 740 } },
    'on a desk, in the dark, in German': {
      viewport: { width: 1280, height: 800 },
      colorScheme: 'dark',
      reducedMotion: 'reduce',
      locale: 'de',
    },
    'on a narrow one, with the colours of the system': {
      viewport: { width: 320, height: 256 },
      forcedColors: 'active',
    },
    // What a window of 640 pixels is at 400 %, and one of 360 at 200 %: less than WCAG asks for.
    'at twice the size': { viewport: { width: 180, height: 370 }, deviceScaleFactor: 2 },
  };

  describe.each(Object.entries(places))('%s', (_place, options) => {
    it.each(Object.entries(walks))('can be used by anybody: %s', async (_name, walk) => {
      const context = await browser.newContext({ locale: 'en', ...options });
      const page = await context.newPage();
      await walk(page);
      for (const direction of ['ltr', 'rtl']) {
        await page.evaluate(`document.documentElement.dir = '${direction}'`);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(options.viewport?.width);
      }
      expect(await hiddenFocus(page)).toEqual([]);
      // What it judges depends on colours alone, beside the document.
      if (options.deviceScaleFactor === undefined) expect(await violations(page)).toEqual([]);
      await context.close();
    });
  });

  it('moves nothing by itself', async () => {
    const page = await browser.newPage();
    await page.goto(`${server}/login`);
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    const moving = `[...document.querySelectorAll('*')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length`;
    expect(await page.evaluate(moving)).toBe(0);
    await page.close();
  });
});

async function violations(page: Page): Promise<readonly unknown[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<axe.AxeResults>(
    `axe.run({ runOnly: ${JSON.stringify(standards)}, rules: { 'target-size': { enabled: true } } })`,
  );
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])]);
}

/** What the keyboard does not reach, or reaches without showing where it is. */
async function hiddenFocus(page: Page): Promise<readonly string[]> {
  const all = "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), pre[tabindex]')]";
  const names = await page.evaluate<string[]>(`${all}.map(({ outerHTML }) => outerHTML.slice(0, 80))`);
  const shown = new Set<number>();
  // One more on each side: where the page begins, and where the browser itself has the focus.
  for (let pressed = 0; pressed < names.length + 2; pressed += 1) {
    await page.keyboard.press('Tab');
    const [at, style, width] = await page.evaluate<[number, string, number]>(
      `(({ outlineStyle, outlineWidth }) => [${all}.indexOf(document.activeElement), outlineStyle, parseFloat(outlineWidth)])(
        getComputedStyle(document.activeElement))`,
    );
    if (style !== 'none' && width >= 2) shown.add(at);
  }
  return names.filter((_name, at) => !shown.has(at));
}
