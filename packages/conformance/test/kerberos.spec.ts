/** Exchanges and stories of login by Kerberos, and our client, at the compiled server with a real KDC. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createClient } from '@mstr-rest/client';
import { chromiumBinary, launchWithProfile } from '../../../tools/test-servers/chromium.js';
import { kdcBinary, principals, startKdc, type Kdc } from '../../../tools/test-servers/kdc.js';
import { Coverage, exchanges, runExchange, runStory, stories, type Proof, type Target } from '../src/index.js';
import { buildPackages } from './built-packages.js';
import { accounts, baseConfig } from './open-target.js';
import { withTickets } from './servers.js';

const packages = resolve(__dirname, '../../../tmp/kerberos/node_modules');
const parts = [kdcBinary, `${packages}/kerberos/build/Release/kerberos.node`];
const withKerberos = parts.every((file) => existsSync(file)) ? describe : describe.skip;
const asks = ({ with: wanted }: { with?: { readonly 'auth.modes.available'?: readonly number[] } }) =>
  wanted?.['auth.modes.available']?.includes(128) === true;

withKerberos('a server that takes Kerberos tickets', () => {
  const coverage = new Coverage();
  let folder: string;
  let kdc: Kdc;
  let server: ChildProcess;
  let target: Target;
  let token: (tickets: string) => Promise<string>;
  let user: string;

  beforeAll(async () => {
    folder = buildPackages();
    kdc = await startKdc();
    const keytab = await kdc.keytab();
    const { username, password } = accounts.user;
    await kdc.kadmin('addprinc', '-pw', password, username);
    user = await kdc.kinit(username, password);
    const stranger = await kdc.kinit('stranger', principals.stranger);
    const baseUrl = await start({ ...withTickets.config.auth, kerberos: { keytab } });
    token = async (tickets) => {
      const { code, stdout, stderr } = await kdc.run(process.execPath, ['-e', newToken], tickets);
      if (code !== 0) throw new Error(stderr);
      return stdout;
    };
    const proof =
      (tickets: string): Proof =>
      async () => ({ Authorization: `Negotiate ${await token(tickets)}` });
    const proofs = { 128: { user: proof(user), stranger: proof(stranger) } };
    target = { baseUrl, accounts, proofs, settings: withTickets.settings };
  }, 90_000);

  afterAll(async () => {
    server?.kill();
    await kdc?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(auth: object): Promise<string> {
    const file = join(folder, 'config.json');
    writeFileSync(file, JSON.stringify({ ...baseConfig, auth, dataDirectory: join(folder, 'data') }));
    const main = join(folder, 'node_modules/@mstr-rest/auth-server/dist/main.js');
    const program = spawn(process.execPath, [main, '--config', file], {
      env: { PATH: process.env['PATH'], NODE_PATH: packages, ...kdc.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server = program;
    let said = '';
    return new Promise((listening, failed) => {
      program.on('close', () => failed(new Error(said)));
      program.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const url = /Listening at (\S+)/.exec(said)?.[1];
        if (url !== undefined) listening(url);
      });
    });
  }

  it.each(exchanges.filter(asks))('$title', async (exchange) => {
    expect(await runExchange(exchange, target, coverage)).toMatchObject({ outcome: 'passed', reasons: [] });
  });

  it.each(stories.filter(asks))('$title (story)', async (story) => {
    expect(await runStory(story, target, coverage)).toMatchObject({ outcome: 'passed', reasons: [] });
  });

  it('lets our client in, and tells it why not', async () => {
    await using client = createClient({ baseUrl: target.baseUrl });
    await expect(client.login.kerberos()).rejects.toMatchObject({ kind: 'integratedLoginFailed' });
    const proof = await client.login.kerberos(async () => ({ token: await token(user) }));
    expect(proof).toMatch(/^oYG/);
    expect(await client.sessions.userInfo()).toMatchObject({ username: accounts.user.username });
  });

  (existsSync(chromiumBinary) ? it : it.skip)(
    'hands a login over from a browser with a ticket',
    async () => {
      const profiles = join(folder, 'profiles');
      mkdirSync(profiles);
      // By the name that the ticket is for.
      const baseUrl = target.baseUrl.replace('127.0.0.1', 'localhost');
      const context = await launchWithProfile(profiles, {
        args: ['--auth-server-allowlist=localhost'],
        env: { ...kdc.env, KRB5CCNAME: user },
      });
      const page = await context.newPage();
      // At the first challenge of its life Chromium loads the library of Kerberos, and answers only the next one.
      await page.goto(`${baseUrl}/auth/login?loginMode=128`);
      await context.clearCookies();
      await using client = createClient({ baseUrl });
      await client.login.browser({
        loginMode: 128,
        timeoutMs: 20_000,
        open: async (url) => {
          await page.goto(url);
          await page.getByRole('button', { name: 'Allow' }).click();
        },
      });
      expect(await client.sessions.userInfo()).toMatchObject({ username: accounts.user.username });
      await context.close();
    },
    40_000,
  );

  it('lets nothing out that the document does not allow', () => {
    expect(coverage.violations).toEqual([]);
    expect(coverage.seen.get('postLogin 204')).toBeGreaterThan(3);
  });
});

/** A program that prints a new SPNEGO token. */
const newToken = `
const { initializeClient, GSS_MECH_OID_SPNEGO } = require('${packages}/kerberos');
initializeClient('HTTP@localhost', { mechOID: GSS_MECH_OID_SPNEGO })
  .then((client) => client.step(''))
  .then((token) => process.stdout.write(token));
`;
