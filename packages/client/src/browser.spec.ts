import { gzipSync } from 'node:zlib';
import { bundleBrowserEntry } from '../test/bundle.js';
import { goodDay, routes } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { createClient, type Fetch } from './browser.js';

describe('the browser entry', () => {
  it('needs nothing of Node, no cookie jar, and nothing of others', async () => {
    const { inputs, imports } = await bundleBrowserEntry();
    expect(imports).toEqual([]);
    expect(inputs.length).toBeGreaterThan(20);
    expect(inputs.filter((input) => input.includes('node_modules'))).toEqual([]);
  });

  it('weighs no more than 13.2 kB, minified and compressed, without what comes with the first error', async () => {
    const { code } = await bundleBrowserEntry({ splitting: true });
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(13_200);
    expect(code).not.toContain('Log in again.');
  });

  it('leaves the cookies to the browser, and asks it to send them across origins', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const sent: Request[] = [];
    const fetch: Fetch = (request) => {
      sent.push(request);
      return globalThis.fetch(request);
    };
    const client = createClient({ baseUrl: server.url, fetch });
    await client.login.anonymous();
    await client.sessions.get();
    expect(sent.map(({ credentials, redirect }) => [credentials, redirect])).toEqual([
      ['include', 'manual'],
      ['include', 'manual'],
    ]);
    expect(server.requests[1]?.headers.cookie).toBeUndefined();
  });
});
