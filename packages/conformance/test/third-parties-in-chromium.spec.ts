/** A page of another site at a real server, where Chromium blocks cookies of third parties and windows that nobody asked for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as browserEntry from '@mstr-rest/client/browser';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromiumBinary, visitor } from '../../../tools/test-servers/chromium.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openHttpsSites, type HttpsSites } from '../../../tools/test-servers/https-sites.js';
import { openTarget, type OpenTarget } from './open-target.js';
import { bundleClient, servePages, type Pages } from './pages.js';
import { describeWith } from './real-parts.js';

const ann = { username: 'ann', password: 'ann likes long passwords' };
const args = ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP *.example.* 127.0.0.1'];

jest.setTimeout(60_000); // browsers start

declare global {
  // What the page puts there.
  var mstr: typeof browserEntry;
  var outcome: unknown;
}

describeWith(chromiumBinary, 'in Chromium that blocks cookies of third parties, a page of another site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'third-parties-'));
  let sites: HttpsSites;
  let pages: Pages;
  let servers: readonly [OpenTarget, OpenTarget];
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    pages = await servePages(await bundleClient());
    const [plainPort = 0, partitionedPort = 0] = await freePorts(2);
    sites = await openHttpsSites({
      'bi.example.com': plainPort,
      'parts.example.net': partitionedPort,
      'app.example.org': Number(new URL(pages.origin).port),
      'stranger.example.org': Number(new URL(pages.origin).port),
    });
    const open = (port: number, name: string, partitioned: boolean) =>
      openTarget({
        server: { port, publicUrl: sites.origin(name) },
        session: { cookie: { sameSite: 'None', partitioned } },
        auth: { modes: { available: [1, 8] }, cors: { origins: [sites.origin('app.example.org')] } },
        users: [{ loginName: ann.username, fullName: 'Ann Analyst', password: ann.password }],
      });
    servers = [await open(plainPort, 'bi.example.com', false), await open(partitionedPort, 'parts.example.net', true)];
    context = await chromium.launchPersistentContext(mkdtempSync(join(folder, 'profile-')), {
      ...visitor,
      executablePath: chromiumBinary,
      args: [...args, '--test-third-party-cookie-phaseout'],
      // Tests usually run without it.
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    });
  });
  afterAll(async () => {
    await context.close();
    for (const server of servers) await server[Symbol.asyncDispose]();
    await pages.close();
    await sites.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await context.clearCookies();
    page = await context.newPage();
    await visit('app.example.org');
  });
  afterEach(async () => {
    for (const one of context.pages()) if (context.pages().length > 1) await one.close();
  });

  async function visit(site: string): Promise<void> {
    await page.goto(sites.origin(site));
    await page.waitForFunction(() => 'mstr' in globalThis);
  }
  const library = (site: string) => `${sites.origin(site)}/MicroStrategyLibrary`;

  /** How the login by a window ends that a click asks for. */
  async function popup(site: string, person: (popup: Page) => Promise<unknown>, options: browserEntry.PopupLogin = {}) {
    await page.evaluate(
      ([baseUrl, given]) => {
        const end = (error: unknown) =>
          (globalThis.outcome = error instanceof mstr.BrowserLoginError ? error.reason : (error as Error).name);
        const begin = () =>
          mstr
            .createClient({ baseUrl })
            .login.popup(given)
            .then(() => (globalThis.outcome = 'logged in'), end);
        addEventListener('click', () => void begin(), { once: true });
      },
      [library(site), options] as const,
    );
    const opened = context.waitForEvent('page', { timeout: 5000 }).then(person, () => undefined);
    await page.click('html');
    await page.waitForFunction(() => globalThis.outcome !== undefined);
    const outcome = await page.evaluate(() => globalThis.outcome);
    if (outcome !== 'ConnectionError') await opened;
    return outcome;
  }
  const byForm = async (at: Page) => {
    await at.fill('#username', ann.username);
    await at.fill('#password', ann.password);
    await at.keyboard.press('Enter');
  };

  it.each(['bi.example.com', 'parts.example.net'])(
    'is told that the session of its window at %s is not for it',
    async (site) => {
      expect(await popup(site, byForm)).toBe('cookiesBlocked');
      // Where the window is, there is a session.
      await page.goto(`${library(site)}/auth/signed-in`);
      expect(await page.textContent('main')).toContain('Ann Analyst');
    },
  );

  it('is told that its window was closed', async () => {
    expect(await popup('bi.example.com', (window) => window.close())).toBe('popupClosed');
  });

  it('is told that a window that nobody clicked for was blocked', async () => {
    // A script of the page itself: what a test asks for counts as a click.
    await page.addInitScript((baseUrl) => {
      addEventListener('load', () => {
        const login = mstr.createClient({ baseUrl }).login.popup({ fresh: true });
        login.catch((error: unknown) => (globalThis.outcome = (error as browserEntry.BrowserLoginError).reason));
      });
    }, library('bi.example.com'));
    await page.reload();
    await page.waitForFunction(() => globalThis.outcome !== undefined);
    expect(await page.evaluate(() => globalThis.outcome)).toBe('popupBlocked');
  });

  it('that is not on the list opens no window, and one that is opened all the same tells it nothing', async () => {
    await visit('stranger.example.org');
    expect(await popup('bi.example.com', () => Promise.resolve())).toBe('ConnectionError');
    expect(context.pages()).toHaveLength(2);
    const refused = async (window: Page) => {
      await window.waitForSelector('[role=alert]');
      await window.close();
    };
    await page.evaluate(() => (globalThis.outcome = undefined));
    expect(await popup('bi.example.com', refused, { fresh: true })).toBe('popupClosed');
  });

  describe('logs in by itself', () => {
    const loggedInAfterwards = async (site: string) => {
      await page.evaluate(async ([baseUrl, who]) => mstr.createClient({ baseUrl }).login.standard(who), [
        library(site),
        ann,
      ] as const);
      await page.reload();
      await page.waitForFunction(() => 'mstr' in globalThis);
      return page.evaluate(async (baseUrl) => {
        const client = mstr.createClient({ baseUrl });
        return client.token().then(
          async () => (await client.sessions.userInfo()).username,
          (error: unknown) => (error as Error).name,
        );
      }, library(site));
    };

    it('and has its session again by GET /auth/token where cookies are partitioned, which is only its own', async () => {
      expect(await loggedInAfterwards('parts.example.net')).toBe('ann');
      await page.goto(`${library('parts.example.net')}/auth/signed-in`);
      expect(await page.getByRole('alert').textContent()).toContain('session');
    });

    it('and has lost it where they are not', async () => {
      expect(await loggedInAfterwards('bi.example.com')).toBe('WireError');
    });
  });

  it.each([
    ['bi.example.com', 'false'],
    ['parts.example.net', 'true'],
  ])('learns from the embedding check of %s that it works: %s', async (site, works) => {
    const outcome = await page.evaluate(`
      document.body.append(Object.assign(document.createElement('div'), { id: 'mstr-embedding-check' }));
      import('${library(site)}/auth/embedding-check/script.js').then(
        () => document.getElementById('mstr-embedding-check').dataset.works)`);
    expect(outcome).toBe(works);
  });
});
