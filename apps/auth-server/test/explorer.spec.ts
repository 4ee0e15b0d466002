/** The explorer page in a real browser. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { openServer, type TestServer } from './open-server.js';

const executablePath = '/usr/bin/chromium';

(existsSync(executablePath) ? describe : describe.skip)('the explorer page, on a phone', () => {
  let test: TestServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    test = await openServer();
    await test.server.listen();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${test.server.url}/api-docs`);
    await page.waitForSelector('.opblock');
  });
  afterAll(async () => {
    await browser.close();
    await test.close();
  });

  it('does not scroll sideways', async () => {
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('sends a request of the reader, and shows the answer', async () => {
    await page.click('#operations-Configuration-getStatus button.opblock-summary-control');
    await page.click('.try-out__btn');
    // The document knows no port of ours: say where this server is.
    await page.fill('.servers input[type=text]', new URL(test.server.url).host);
    await page.click('.execute');
    const status = page.locator('.live-responses-table tbody .response-col_status').first();
    await status.waitFor();
    expect((await status.textContent())?.trim()).toBe('200');
  });

  it('runs without a complaint of the browser, under its content security policy', () => {
    expect(complaints).toEqual([]);
  });
});
