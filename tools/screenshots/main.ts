/** Takes the pictures of the pages that docs/login-pages.md shows: `npm run screenshots`. Needs Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthServer } from '@mstr-rest/auth-server';
import { chromium, type Page } from 'playwright-core';

const folder = join(import.meta.dirname, '../../docs/pages');
const password = 'a password for pictures';
const dataDirectory = mkdtempSync(join(tmpdir(), 'screenshots-'));

const server = await createAuthServer({
  demo: true,
  dataDirectory,
  server: { port: 8089, drainMs: 0 },
  log: { level: 'silent' },
  auth: { modes: { available: [1, 8] }, cors: { origins: ['https://app.example.com'] } },
  users: [
    { loginName: 'ann', fullName: 'Ann Analyst', password },
    { loginName: 'bea', fullName: 'Bea', password, requireNewPassword: true },
  ],
});
await server.listen();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});

async function logIn(page: Page, name: string, typed: string): Promise<void> {
  await page.goto(`${server.url}/auth/login`);
  await page.fill('#username', name);
  await page.fill('#password', typed);
  await page.keyboard.press('Enter');
  await page.waitForLoadState();
}

const pictures: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  login: (page) => page.goto(`${server.url}/auth/login`),
  'change-password': (page) => logIn(page, 'bea', password),
  'signed-in': async (page) => {
    await logIn(page, 'ann', password);
    await page.waitForURL('**/signed-in');
  },
  'signed-out': async (page) => {
    await logIn(page, 'ann', password);
    await page.waitForURL('**/signed-in');
    await page.click('button');
    await page.waitForLoadState();
  },
  handover: async (page) => {
    await logIn(page, 'ann', password);
    await page.waitForURL('**/signed-in');
    const query = `redirect_uri=http://127.0.0.1:51004/callback&state=s&code_challenge=${'A'.repeat(43)}`;
    await page.goto(`${server.url}/auth/handover?${query}&code_challenge_method=S256`);
  },
  error: (page) => page.goto(`${server.url}/auth/login?redirectURL=https://evil.example.com/`),
  'embedding-check': async (page) => {
    await page.goto(`${server.url}/auth/embedding-check`);
    await page.waitForSelector('[data-works]');
  },
};
const inGerman: typeof pictures = { problem: (page) => logIn(page, 'ann', 'not her password') };

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [locale, some] of [
    ['en', pictures],
    ['de', inGerman],
  ] as const) {
    for (const [name, walk] of Object.entries(some)) {
      const context = await browser.newContext({ colorScheme, locale, viewport: { width: 400, height: 620 } });
      const page = await context.newPage();
      await walk(page);
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
      await context.close();
      process.stdout.write(`${name}-${colorScheme}.png\n`);
    }
  }
}
await browser.close();
await server.close();
rmSync(dataDirectory, { recursive: true });
