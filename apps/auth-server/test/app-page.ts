/** A page of somebody else, who lets people log in at our server in a window of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';

/** It is told, and asks for the token; `#told` shows who told it what, and what it got. */
const html = `<!doctype html><title>app</title><link rel="icon" href="data:,">
<button id="open">log in</button><p id="told"></p><script>
const [dialog, server] = decodeURIComponent(location.hash.slice(1)).split(' ');
document.getElementById('open').onclick = () => window.open(dialog);
window.addEventListener('message', async ({ data, origin }) => {
  const answer = await fetch(server + '/api/auth/token', { credentials: 'include' });
  const token = answer.headers.get('x-mstr-authtoken');
  document.getElementById('told').textContent = [origin, data.type, answer.status, token].join(' ');
});
</script>`;

export interface AppPage {
  readonly port: number;
  close(): void;
}

export async function serveAppPage(): Promise<AppPage> {
  const app = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  return {
    port: (app.address() as AddressInfo).port, // it listens on TCP
    close() {
      app.closeAllConnections();
      app.close();
    },
  };
}

/**
 * Visits the page and clicks its button.
 * @param server address of our server, with its context
 * @param query of the login dialog
 * @returns the window that it opens
 */
export async function openDialog(page: Page, appOrigin: string, server: string, query: string): Promise<Page> {
  const dialog = `${server}/auth/login-dialog.jsp?${query}`;
  await page.goto(`${appOrigin}/#${encodeURIComponent(`${dialog} ${server}`)}`);
  const context: BrowserContext = page.context();
  const [opened] = await Promise.all([context.waitForEvent('page'), page.click('#open')]);
  return opened;
}

/** What the page was told: `origin type status token`. */
export async function toldTo(page: Page): Promise<string> {
  await page.waitForSelector('#told:not(:empty)');
  return (await page.textContent('#told')) ?? '';
}
