import { join } from 'node:path';
import { build } from 'esbuild';
import { cookie, goodDay, routes, token } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { createClient } from './worker.js';

describe('the client of a runtime that keeps no cookies', () => {
  it('sends token and all cookies, and logs out at the end', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const client = createClient({ baseUrl: server.url });
    await client.login.standard({ username: 'mlind', password: 'p' });
    await client.sessions.get();
    await client.close();
    const [, asked, ended] = server.requests;
    expect(asked?.headers['x-mstr-authtoken']).toBe(token);
    expect(asked?.headers.cookie?.split('; ').sort()).toEqual([`JSESSIONID=${cookie}`, 'library-ingress=node-seven']);
    expect(ended?.path).toBe('/Lib/api/auth/logout');
  });

  it('needs none of the modules of Node', async () => {
    const { metafile } = await build({
      entryPoints: [join(__dirname, 'worker.ts')],
      conditions: ['@mstr-rest/source'],
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      metafile: true,
      write: false,
      external: ['node:*'],
    });
    const [output] = Object.values(metafile.outputs);
    expect(output?.imports).toEqual([]);
  });
});
