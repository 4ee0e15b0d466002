/** What docs/operations.md tells to write into files, tried with the programs that it is for. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { createAuthority, createServerCertificate } from '../../../tools/test-servers/certificates.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import {
  haproxyBinary,
  nginxBinary,
  startHaproxy,
  startNginx,
  type ReverseProxy,
} from '../../../tools/test-servers/reverse-proxies.js';
import type { ConfigInput } from '../src/index.js';
import { ann, openServer, type TestServer } from './open-server.js';

const guide = readFileSync(join(__dirname, '../../../docs/operations.md'), 'utf8');

/** The block behind this mark, with some of its text replaced: what this machine has elsewhere. All of it must be there. */
function blockOf(mark: string, replaced: Readonly<Record<string, string>> = {}): string {
  const [, block = ''] = new RegExp(`<!-- ${mark} -->\n\`\`\`\\w+\n([^]*?)\`\`\``).exec(guide) ?? [];
  return Object.entries(replaced).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the guide does not say ${from}`);
    return text.replaceAll(from, to);
  }, block);
}

describe('behind the proxies of the guide', () => {
  let folder: string;
  let ca: string;
  let pem: { cert: string; key: string };
  let test: TestServer;
  let proxy: ReverseProxy | undefined;
  let port = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'operations-'));
    const authority = await createAuthority(folder, 'authority');
    const made = await createServerCertificate(folder, 'library', 'DNS:library.example.com', authority);
    ca = readFileSync(authority.certificateFile, 'utf8');
    pem = { cert: made.certificateFile, key: made.keyFile };
    const { server } = parse(blockOf('behind-proxy')) as ConfigInput;
    test = await openServer({ server: { ...server, drainMs: 0 } });
    await test.server.listen();
  });
  beforeEach(async () => {
    [port = 0] = await freePorts(1);
  });
  afterEach(async () => {
    await proxy?.stop();
    proxy = undefined;
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const upstream = () => `127.0.0.1:${serverPort()}`;
  const serverPort = () => {
    const line = test.log.find(({ msg }) => msg === 'listening');
    return String(line?.['port']);
  };
  const logIn = (headers: Record<string, string> = {}, localAddress = '127.0.0.9') =>
    new Promise<{ status: number; cookie: string }>((resolve, reject) => {
      const asked = request(
        {
          ...{ host: '127.0.0.1', port, ca, servername: 'library.example.com', localAddress, method: 'POST' },
          path: '/MicroStrategyLibrary/api/auth/login',
          headers: { host: 'library.example.com', 'content-type': 'application/json', ...headers },
        },
        (answer) => {
          answer.resume();
          resolve({ status: answer.statusCode ?? 0, cookie: answer.headers['set-cookie']?.[0] ?? '' });
        },
      );
      asked.on('error', reject);
      asked.end(JSON.stringify(ann));
    });
  const lastLogin = () => test.log.filter(({ event }) => event === 'login').at(-1);

  const proxies = [
    {
      name: 'nginx',
      binary: nginxBinary,
      start: () =>
        startNginx(
          blockOf('nginx', {
            '127.0.0.1:8080': upstream(),
            'listen 443': `listen 127.0.0.1:${port}`,
            '/etc/ssl/library.pem': pem.cert,
            '/etc/ssl/library.key': pem.key,
          }),
          port,
        ),
    },
    {
      name: 'HAProxy',
      binary: haproxyBinary,
      start: () => {
        const both = join(folder, 'both.pem');
        writeFileSync(both, readFileSync(pem.cert, 'utf8') + readFileSync(pem.key, 'utf8'));
        const replaced = {
          '127.0.0.1:8080': upstream(),
          'bind :443': `bind 127.0.0.1:${port}`,
          '/etc/haproxy/library.pem': both,
        };
        return startHaproxy(blockOf('haproxy', replaced), port);
      },
    },
  ];
  for (const { name, binary, start } of proxies) {
    (existsSync(binary) ? it : it.skip)(`${name}: the audit has the caller's address, whatever he writes`, async () => {
      proxy = await start();
      const { status, cookie } = await logIn();
      expect(status).toBe(204);
      expect(cookie).toContain('; Secure');
      expect(lastLogin()).toMatchObject({ ip: '127.0.0.9' });
      expect((await logIn({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(204);
      expect(lastLogin()).toMatchObject({ ip: '127.0.0.9' });
    });
  }

  it('nobody but a trusted proxy says where a request comes from', async () => {
    const from = async (peer: string, forwarded: string) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded };
      const url = 'https://library.example.com/MicroStrategyLibrary/api/auth/login';
      const init = { method: 'POST', headers, body: JSON.stringify(ann) };
      expect((await test.server.fetch(new Request(url, init), { ip: peer })).status).toBe(204);
      return lastLogin()?.['ip'];
    };
    expect(await from('127.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
    expect(await from('127.0.0.1', '203.0.113.7, 198.51.100.1')).toBe('198.51.100.1');
    expect(await from('127.0.0.1', '198.51.100.1, 127.0.0.1')).toBe('198.51.100.1');
    expect(await from('127.0.0.1', 'unknown<script>')).toBe('127.0.0.1');
    expect(await from('192.0.2.66', '198.51.100.1')).toBe('192.0.2.66');
  });

  it('the headers of a trusted login are believed by the socket alone', async () => {
    const auth = { modes: { available: [64] }, trusted: { provider: 2, proxies: ['198.51.100.1'] } };
    const own = await openServer({ auth, server: { port: 0, trustedProxies: ['127.0.0.1'] } });
    const forged = { SM_USER: 'ann', 'x-forwarded-for': '198.51.100.1' };
    expect((await own.call('POST', '/auth/login', { headers: forged })).status).toBe(401);
    await own.close();
  });

  it('a range that is the whole network is refused at the start', async () => {
    await expect(openServer({ server: { trustedProxies: ['0.0.0.0/0'] } })).rejects.toThrow(
      'server.trustedProxies[0]: expected an IP address or a range such as 10.1.0.0/16',
    );
  });
});

(existsSync('/usr/bin/systemd-analyze') ? describe : describe.skip)('the unit of the guide', () => {
  const run = promisify(execFile);
  let folder: string;
  let unit: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'unit-'));
    unit = join(folder, 'mstr-auth-server.service');
    writeFileSync(unit, blockOf('systemd', { '/usr/bin/mstr-auth-server': process.execPath }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is understood by systemd', async () => {
    const { stderr } = await run('systemd-analyze', ['verify', '--man=no', unit]);
    expect(stderr.split('\n').filter((line) => line.includes('mstr-auth-server'))).toEqual([]);
  });

  it('leaves little exposed', async () => {
    const { stdout } = await run('systemd-analyze', ['security', '--offline=true', '--no-pager', unit]);
    expect(Number(/exposure level for \S+ (\d+\.\d)/.exec(stdout)?.[1])).toBeLessThan(2);
  });
});
