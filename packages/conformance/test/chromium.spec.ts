/** The client in a real browser, at a page of another origin, with the real server. */
import type * as browserEntry from '@mstr-rest/client/browser';
import { chromium, type Browser, type Page } from 'playwright-core';
import { accounts, openTarget, project, type OpenTarget } from './open-target.js';
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

describeWith(executablePath, 'in Chromium, across origins, the client', () => {
  const input = { account: accounts.user, project };
  let browser: Browser;
  let allowed: Pages;
  let strange: Pages;
  let open: OpenTarget;
  let page: Page;

  beforeAll(async () => {
    const client = await bundleClient();
    [allowed, strange] = await Promise.all([servePages(client), servePages(client)]);
    open = await openTarget({ auth: { modes: { available: [1, 8] }, cors: { origins: [allowed.origin] } } });
    browser = await chromium.launch({ executablePath, args });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await Promise.all([allowed.close(), strange.close(), open[Symbol.asyncDispose]()]);
  });

  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
  });
  afterEach(() => page.context().close());

  const visit = async ({ origin }: Pages) => {
    await page.goto(origin);
    await page.waitForFunction(() => 'mstr' in globalThis);
  };
  const sessionCookies = async () => (await page.context().cookies()).filter(({ name }) => name === 'JSESSIONID');

  it('logs in, reads session, user and projects, and logs out', async () => {
    await visit(allowed);
    const seen = await page.evaluate(
      async ({ baseUrl, account, project: { id } }) => {
        const client = mstr.createClient({ baseUrl });
        await client.login.standard(account);
        const { timeout } = await client.sessions.get();
        const { username } = await client.sessions.userInfo();
        const { items, totalCount } = await client.projects.list({ fields: ['id'] });
        await client.sessions.project(id);
        await client.sessions.renew();
        await client.logout();
        const after = await client.sessions.get().catch((error: unknown) => mstr.hasCode(error, 'ERR009'));
        return { timeout, username, items, totalCount, after, loggedIn: client.loggedIn };
      },
      { ...input, baseUrl: open.target.baseUrl },
    );
    expect(seen).toEqual({
      timeout: 600,
      username: accounts.user.username,
      items: [{ id: project.id }],
      totalCount: 1,
      after: true,
      loggedIn: false,
    });
  });

  it('takes over the session of another page by its cookie, and reads an identity token', async () => {
    await visit(allowed);
    const seen = await page.evaluate(
      async ({ baseUrl, account }) => {
        const first = mstr.createClient({ baseUrl });
        const second = mstr.createClient({ baseUrl });
        const before = await second.token().catch((error: unknown) => mstr.hasCode(error, 'ERR009'));
        await first.login.standard(account);
        await second.token();
        const { username } = await second.sessions.userInfo();
        const { identityToken } = await second.identityTokens.create();
        const { userId } = await second.identityTokens.info(identityToken);
        const { id } = await second.sessions.get();
        await second.logout();
        return { before, username, sameUser: userId === id };
      },
      { ...input, baseUrl: open.target.baseUrl },
    );
    expect(seen).toEqual({ before: true, username: accounts.user.username, sameUser: true });
  });

  it('is refused at a page whose origin is not listed', async () => {
    await visit(strange);
    const name = await page.evaluate(
      async ({ baseUrl, account }) => {
        const client = mstr.createClient({ baseUrl });
        return client.login.standard(account).then(
          () => 'logged in',
          (error: unknown) => (error instanceof Error ? error.name : 'something else'),
        );
      },
      { ...input, baseUrl: open.target.baseUrl },
    );
    expect(name).toBe('ConnectionError');
    expect(await sessionCookies()).toEqual([]);
  });

  it('cannot be tricked into a session by a form of such a page, which needs no preflight', async () => {
    const post = async (baseUrl: string) =>
      page.evaluate(
        async ([url = '', username = '', password = '']) => {
          const body = new URLSearchParams({ loginMode: '1', username, password });
          await fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body });
        },
        [`${baseUrl}/api/auth/login`, accounts.user.username, accounts.user.password],
      );
    await visit(strange);
    await post(open.target.baseUrl);
    expect(await sessionCookies()).toEqual([]);
    await visit(allowed);
    await post(open.target.baseUrl);
    expect(await sessionCookies()).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/MicroStrategyLibrary' }]);
  });
});
