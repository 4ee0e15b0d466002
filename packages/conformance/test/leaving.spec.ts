/** What programs leave behind at the real server when they end without close(). */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client, type NodeSessionOptions } from '@mstr-rest/client';
import { buildPackages, compile } from './built-packages.js';
import { accounts, openTarget, type OpenTarget } from './open-target.js';
import type { Given } from './program.js';

const { user: account, administrator } = accounts;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: readonly string[];
  readonly errors: string;
}

describe('a program', () => {
  let folder: string;
  let open: OpenTarget;
  let admin: Client;

  beforeAll(async () => {
    folder = buildPackages();
    const source = join(__dirname, 'program.ts');
    writeFileSync(join(folder, 'program.js'), compile(readFileSync(source, 'utf8'), source));
    open = await openTarget();
    admin = createClient({ baseUrl: open.target.baseUrl });
    await admin.login.standard(administrator);
  }, 120_000);
  afterAll(async () => {
    await admin.close();
    await open[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  const sessions = async () =>
    (await admin.connections.list()).items.filter(({ username }) => username === account.username);
  const endAll = async () => {
    const ids = (await sessions()).map(({ id }) => id);
    if (ids.length > 0) await admin.connections.endAll(ids);
  };
  beforeEach(endAll);

  /** Runs one; when it is ready it gets the signal, if there is one. */
  function run(way: string, more: Partial<Given> = {}, sent?: NodeJS.Signals): Promise<Ended> {
    const given: Given = { baseUrl: open.target.baseUrl, account, ...more };
    const child = spawn(process.execPath, [join(folder, 'program.js'), way, JSON.stringify(given)]);
    let [out, errors] = ['', ''];
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      if (sent && out.includes('ready')) {
        child.kill(sent);
        sent = undefined;
      }
    });
    return new Promise((resolve) => {
      child.on('close', (code, signal) => resolve({ code, signal, said: out.split('\n').filter(Boolean), errors }));
    });
  }

  it('that has nothing more to do is logged out, and ends well', async () => {
    expect(await run('runs-out')).toEqual({ code: 0, signal: null, said: ['ready'], errors: '' });
    expect(await sessions()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('that gets %s is logged out, and ends by it', async (signal) => {
    expect(await run('waits', {}, signal)).toEqual({ code: null, signal, said: ['ready'], errors: '' });
    expect(await sessions()).toEqual([]);
  });

  it.each(['throws', 'rejects'])('that %s is logged out, and fails with its own error', async (way) => {
    const { code, errors } = await run(way);
    expect(code).toBe(1);
    expect(errors).toContain('Error: the program has a mistake');
    expect(await sessions()).toEqual([]);
  });

  it('that calls process.exit() is warned, and leaves its session', async () => {
    const { code, errors } = await run('exits');
    expect(code).toBe(3);
    expect(errors).toMatch(/^\(node:\d+\) Warning: A session was left open at process\.exit\(\)\. Call close\(\)/);
    expect(await sessions()).toHaveLength(1);
  });

  it('that has a listener of its own ends its work first', async () => {
    const { said, code } = await run('has-a-listener', {}, 'SIGTERM');
    expect({ said, code }).toEqual({ said: ['ready', 'finishes-its-work'], code: 0 });
    expect(await sessions()).toEqual([]);
  });

  it('is not kept alive by two listeners that each wait to be alone', async () => {
    const { signal } = await run('has-a-listener-that-ends-only-alone', {}, 'SIGTERM');
    expect(signal).toBe('SIGTERM');
  });

  it('that wants it so leaves its session', async () => {
    await run('runs-out', { session: { logOutOnExit: false } });
    expect(await sessions()).toHaveLength(1);
  });

  it('ends within some seconds when the server does not answer its logout', async () => {
    const server = createServer(({ url }, response) => {
      if (url?.endsWith('/login')) response.writeHead(204, { 'X-MSTR-AuthToken': 'a-token-of-this-test' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/Lib`; // it listens on TCP
    const startMs = performance.now();
    const { signal } = await run('waits', { baseUrl }, 'SIGTERM');
    expect(signal).toBe('SIGTERM');
    expect(performance.now() - startMs).toBeGreaterThan(1_900);
    server.close();
    server.closeAllConnections();
  });

  describe('that shares a session by a file', () => {
    let place: string;
    let session: NodeSessionOptions;
    beforeEach(() => {
      place = mkdtempSync(join(tmpdir(), 'shared-'));
      session = { file: join(place, 'session') };
    });
    afterEach(() => rmSync(place, { recursive: true }));
    const runMany = (count: number) => Promise.all(Array.from({ length: count }, () => run('runs-out', { session })));

    it('logs in once for all of them, and once more when the session has ended', async () => {
      for (const round of [1, 2]) {
        const ended = await runMany(6);
        expect(ended.filter(({ code }) => code !== 0)).toEqual([]);
        expect({ round, logins: ended.filter(({ said }) => said.includes('logs-in')).length }).toEqual({
          round,
          logins: 1,
        });
        expect(await sessions()).toHaveLength(1);
        await endAll();
      }
      expect(readdirSync(place)).toEqual(['session']);
      expect(statSync(join(place, 'session')).mode & 0o777).toBe(0o600);
    }, 60_000);

    it('goes on where another one was killed in the midst of logging in', async () => {
      expect((await run('dies-logging-in', { session })).signal).toBe('SIGKILL');
      const ended = await runMany(4);
      expect(ended.flatMap(({ said }) => said).filter((word) => word === 'logs-in')).toHaveLength(1);
      expect(await sessions()).toHaveLength(1);
      expect(readdirSync(place)).toEqual(['session']);
    }, 60_000);
  });
});
