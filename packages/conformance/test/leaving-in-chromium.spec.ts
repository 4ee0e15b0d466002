/** What a page leaves behind at the real server, at another origin, when it goes away. */
import { createClient, type Client } from '@mstr-rest/client';
import type * as browserEntry from '@mstr-rest/client/browser';
import { chromium, type Browser } from 'playwright-core';
import { accounts, openTarget, type OpenTarget } from './open-target.js';
import { bundleClient, servePages, type Pages } from './pages.js';
import { describeWith } from './real-parts.js';

const executablePath = '/usr/bin/chromium';
const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

declare global {
  // What the page puts there.
  var mstr: typeof browserEntry;
}

describeWith(executablePath, 'a page in Chromium that goes away', () => {
  let browser: Browser;
  let pages: Pages;
  let open: OpenTarget;
  let admin: Client;

  beforeAll(async () => {
    pages = await servePages(await bundleClient());
    open = await openTarget({ auth: { modes: { available: [1, 8] }, cors: { origins: [pages.origin] } } });
    browser = await chromium.launch({ executablePath, args });
    admin = createClient({ baseUrl: open.target.baseUrl });
    await admin.login.standard(accounts.administrator);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await admin.close();
    await Promise.all([pages.close(), open[Symbol.asyncDispose]()]);
  });

  const sessions = async () =>
    (await admin.connections.list()).items.filter(({ username }) => username === accounts.user.username).length;

  /** Logs in at a page, which then leads elsewhere. */
  async function goAway(logOutOnExit: boolean): Promise<void> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(pages.origin);
    await page.waitForFunction(() => 'mstr' in globalThis);
    await page.evaluate(
      async ({ baseUrl, account, session }) => {
        await mstr.createClient({ baseUrl, session }).login.standard(account);
      },
      { baseUrl: open.target.baseUrl, account: accounts.user, session: { logOutOnExit } },
    );
    expect(await sessions()).toBe(1);
    await page.goto('about:blank');
    await page.context().close();
  }

  it('leaves its session for the next one', async () => {
    await goAway(false);
    expect(await sessions()).toBe(1);
    const { items } = await admin.connections.list();
    await admin.connections.endAll(items.filter(({ current }) => !current).map(({ id }) => id));
  });

  it('logs out where it was asked to', async () => {
    await goAway(true);
    // The logout travels by itself.
    for (let looks = 0; looks < 50 && (await sessions()) > 0; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await sessions()).toBe(0);
  });
});
