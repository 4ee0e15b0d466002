import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { cookie, goodDay, opened, refused, routes, session, token } from '../test/answers.js';
import { bundleBrowserEntry } from '../test/bundle.js';
import { startCannedServer, type CannedServer, type Play } from '../test/canned-server.js';
import type * as entry from './browser.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Skipped, and reported as that, where there is no Chromium. */
const describeInChromium = existsSync(executablePath) ? describe : describe.skip;

declare global {
  // What the page below puts there.
  var mstr: typeof entry;
}

/** Allows the page's origin what a browser client needs (docs/protocol section 1.6). */
function withCors(play: Play): Play {
  return async (request, response) => {
    const { origin } = request.headers;
    if (origin !== undefined && !request.path.includes('/status')) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      response.setHeader('Access-Control-Allow-Headers', 'content-type, x-mstr-authtoken, x-mstr-projectid');
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT');
      response.setHeader('Access-Control-Expose-Headers', 'X-MSTR-AuthToken, x-mstr-total-count');
    }
    return request.method === 'OPTIONS' ? { status: 204 } : await play(request, response);
  };
}

const api = withCors(
  routes({
    ...goodDay,
    'POST /auth/login': opened(token, cookie),
    'GET /auth/token': ({ headers }) =>
      headers.cookie?.includes(cookie)
        ? { status: 204, headers: { 'X-MSTR-AuthToken': token } }
        : refused(401, 'ERR009', 'over'),
    'GET /projects': { status: 200, body: [], headers: { 'x-mstr-total-count': '7' } },
    'GET /sessions/userInfo': { status: 302, headers: { Location: '/elsewhere' } },
  }),
);

describeInChromium('in Chromium, from a page of another origin, the client', () => {
  let browser: Browser;
  let pages: CannedServer;
  let server: CannedServer;
  let page: Page;

  beforeAll(async () => {
    const { code } = await bundleBrowserEntry();
    const html = '<script type="module">import * as mstr from "/client.js"; globalThis.mstr = mstr;</script>';
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
    server = await startCannedServer(api);
    page = await (await browser.newContext()).newPage();
    await page.goto(pages.url);
    await page.waitForFunction(() => 'mstr' in globalThis);
  });

  afterEach(async () => {
    await page.context().close();
    await server[Symbol.asyncDispose]();
  });

  it('logs in, sends token and cookie, and logs out', async () => {
    const result = await page.evaluate(async (baseUrl) => {
      const client = mstr.createClient({ baseUrl });
      await client.login.standard({ username: 'mlind', password: 'p' });
      const session = await client.sessions.get({ fields: ['id'] });
      const { totalCount } = await client.projects.list();
      await client[Symbol.asyncDispose]();
      return { session, totalCount, loggedIn: client.loggedIn };
    }, server.url);
    expect(result).toEqual({ session, totalCount: 7, loggedIn: false });
    const calls = server.requests.filter(({ method }) => method !== 'OPTIONS');
    expect(calls.map(({ path }) => path)).toEqual(
      ['auth/login', 'sessions?fields=id', 'projects', 'auth/logout'].map((path) => `/Lib/api/${path}`),
    );
    for (const { headers } of calls.slice(1)) {
      expect(headers).toMatchObject({ 'x-mstr-authtoken': token, cookie: `JSESSIONID=${cookie}` });
    }
  });

  it('takes over the session of a login elsewhere in the browser', async () => {
    const states = await page.evaluate(async (baseUrl) => {
      const client = mstr.createClient({ baseUrl });
      const before = await client.token().catch((error: unknown) => mstr.hasCode(error, 'ERR009') && error.code);
      await mstr.createClient({ baseUrl }).login.anonymous();
      await client.token();
      return [before, client.loggedIn];
    }, server.url);
    expect(states).toEqual(['ERR009', true]);
  });

  it('names its errors, also when minified', async () => {
    const names = await page.evaluate(async (baseUrl) => {
      const client = mstr.createClient({ baseUrl });
      const nameOf = (error: unknown) => String(error);
      return Promise.all([
        client.sessions.privilege('0').catch(nameOf),
        client.sessions.userInfo().catch(nameOf),
        client.status().catch(nameOf),
      ]);
    }, server.url);
    expect(names).toEqual([
      'WireError: HTTP 404 Not Found',
      expect.stringMatching(/^UnexpectedAnswerError: .* status 0 .* a redirect, which is not followed/),
      'ConnectionError: getStatus: no complete answer from the server',
    ]);
  });

  it('makes a pair of verifier and challenge', async () => {
    const pair = await page.evaluate(() => mstr.pkcePair());
    expect(pair).toEqual({
      codeVerifier: expect.stringMatching(/^[\w-]{43}$/),
      codeChallenge: expect.stringMatching(/^[\w-]{43}$/),
    });
  });
});
