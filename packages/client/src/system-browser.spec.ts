/** The program that the system has for addresses, asked as a published package asks it: compiled, in a Node of its own. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { opened, routes, token } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';

/** How the system names a browser is a matter of the platform: on Linux, by an environment variable too. */
const onLinux = process.platform === 'linux' ? describe : describe.skip;

const program = `
import { createClient } from '@mstr-rest/client';
const client = createClient({ baseUrl: process.argv[2] });
await client.login.browser({ timeoutMs: 15_000 });
console.log('logged in: ' + client.loggedIn);
`;

/** Allows what it is asked for, as a person at the page of the server would. */
const browser = `#!${process.execPath}
const asked = new URL(process.argv[2]);
const { redirect_uri, state } = Object.fromEntries(asked.searchParams);
const iss = asked.origin + asked.pathname.replace('/auth/handover', '');
fetch(redirect_uri + '?' + new URLSearchParams({ identityToken: 'an.identity.token', state, iss }));
`;

onLinux('the browser of the system', () => {
  // Below this package, where its dependencies are found.
  const parent = join(__dirname, '../tmp');
  let folder: string;
  beforeAll(async () => {
    mkdirSync(parent, { recursive: true });
    folder = mkdtempSync(join(parent, 'system-browser-'));
    writeFileSync(join(folder, 'browser.cjs'), browser);
    chmodSync(join(folder, 'browser.cjs'), 0o755);
    await build({
      stdin: { contents: program, resolveDir: __dirname },
      conditions: ['@mstr-rest/source'],
      alias: { '@mstr-rest/client': join(__dirname, 'index.ts') },
      external: ['open', 'tough-cookie'],
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: join(folder, 'program.mjs'),
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is opened at the address, and the program ends when all is done', async () => {
    await using server = await startCannedServer(routes({ 'POST /auth/delegate': opened(token, 'ABCDEF0123456789') }));
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: folder, BROWSER: join(folder, 'browser.cjs') };
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'program.mjs'), server.url], { env });
    expect(stdout).toBe('logged in: true\n');
  });
});
