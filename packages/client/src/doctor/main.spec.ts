import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { goodDay, routes } from '../../test/answers.js';
import { startCannedServer } from '../../test/canned-server.js';

const root = join(__dirname, '../../../..');
const password = 'correct horse battery staple';

/** Runs the command from its sources. */
async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const node = ['--import', 'tsx', '--conditions=@mstr-rest/source', join(__dirname, 'main.ts'), ...args];
  const child = spawn(process.execPath, node, { cwd: root, env: { ...process.env, ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

const version = { status: 200, body: { iServerVersion: '11.5.0600.00000' } };

describe('the command doctor', () => {
  it('says that all is well, logs in with what the environment has, and exits with 0', async () => {
    await using server = await startCannedServer(routes({ ...goodDay, 'GET /status': version }));
    const environment = { MSTR_USERNAME: 'mlind', MSTR_PASSWORD: password };
    expect(await run(['doctor', server.url], environment)).toEqual({ code: 0, output: 'All is well.\n' });
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /Lib/api/status',
      'POST /Lib/api/auth/login',
      'GET /Lib/api/sessions',
      'GET /Lib/api/sessions',
      'POST /Lib/api/auth/logout',
    ]);
  }, 30_000);

  it('says what it found, why that matters and what to do, and exits with 1', async () => {
    await using server = await startCannedServer(routes({ 'GET /status': { status: 200, body: {} } }));
    const { code, output } = await run(['doctor', server.url]);
    expect(code).toBe(1);
    expect(output).toMatch(/^The server does not tell its version.\n {2}Why it matters: .+\n {2}What to do: .+\n$/);
  }, 30_000);

  it.each([
    [['--help'], 0],
    [['doctor'], 2],
    [['doctor', 'http://host/Lib', '--timeout', 'soon'], 2],
    [['doctor', 'http://host/Lib', '--no-such'], 2],
  ])(
    'shows how it is used for %p, and exits with %d',
    async (args, expected) => {
      const { code, output } = await run(args);
      expect([code, output]).toEqual([expected, expect.stringContaining('mstr-rest-client doctor <url> [options]')]);
    },
    30_000,
  );
});
