/** The server ends TLS itself, with certificates that change while it runs. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import {
  createAuthority,
  createServerCertificate,
  type Certificate,
} from '../../../tools/test-servers/certificates.js';
import { ManualClock, type ConfigInput } from '../src/index.js';
import { ann, openServer, type TestServer } from './open-server.js';
import { rawRequest } from './raw-request.js';

type Tls = NonNullable<NonNullable<ConfigInput['server']>['tls']>;

describe('TLS of the server itself', () => {
  let folder: string;
  let authority: Certificate;
  let first: Certificate;
  let second: Certificate;
  let test: TestServer | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tls-'));
    authority = await createAuthority(folder, 'authority');
    first = await createServerCertificate(folder, 'first', 'IP:127.0.0.1', authority);
    second = await createServerCertificate(folder, 'second', 'IP:127.0.0.1', authority);
  });
  afterEach(async () => {
    await test?.close();
    test = undefined;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const tlsOf = ({ certificateFile, keyFile }: Certificate): Tls => ({ certFile: certificateFile, keyFile });
  const start = async (tls: Tls, config: ConfigInput = {}) => {
    test = await openServer({ ...config, server: { tls, ...config.server } });
    await test.server.listen();
    return test;
  };
  const port = () => Number(new URL(test?.server.url ?? '').port);

  /** Asks over TLS, trusting our authority and nobody else. */
  function ask(path: string, { method = 'GET', headers = {}, body = '', agent = new Agent() } = {}) {
    const ca = readFileSync(authority.certificateFile);
    return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
      const asked = request(`${test?.server.url}${path}`, { method, headers, agent, ca }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
  const logIn = (agent = new Agent()) =>
    ask('/api/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ann),
      agent,
    });
  /** The common name of the certificate that a new connection is shown. */
  const shown = (options = {}) =>
    new Promise<DetailedPeerCertificate>((resolve, reject) => {
      const socket = connect({ port: port(), host: '127.0.0.1', rejectUnauthorized: false, ...options }, () => {
        resolve(socket.getPeerCertificate(true));
        socket.end();
      });
      socket.on('error', reject);
    });
  const nameShown = async () => (await shown()).subject.CN;
  const until = async (condition: () => boolean | Promise<boolean>) => {
    for (let left = 200; !(await condition()); left -= 1) {
      if (left === 0) throw new Error('it did not come to pass');
      await wait(25);
    }
  };

  it('is https in its own address, with Secure cookies and HSTS, and speaks HTTP/1.1', async () => {
    const { server } = await start(tlsOf(first));
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/MicroStrategyLibrary$/);
    const { status, headers } = await logIn();
    expect(status).toBe(204);
    expect(headers['set-cookie']?.[0]).toContain('; Secure');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    const negotiated = await new Promise((resolve, reject) => {
      const options = { port: port(), host: '127.0.0.1', rejectUnauthorized: false, ALPNProtocols: ['h2', 'http/1.1'] };
      const socket = connect(options, () => {
        resolve(socket.alpnProtocol);
        socket.end();
      });
      socket.on('error', reject);
    });
    expect(negotiated).toBe('http/1.1');
  });

  it('speaks no version of TLS that is older than the setting', async () => {
    await start({ ...tlsOf(first), minVersion: 'TLSv1.3' });
    await expect(shown({ maxVersion: 'TLSv1.2' })).rejects.toThrow(/alert protocol version/);
    expect((await shown({ minVersion: 'TLSv1.3' })).subject.CN).toBe('first');
  });

  it('closes a connection that does not speak TLS, and goes on', async () => {
    await start(tlsOf(first));
    const begun = performance.now();
    expect(await rawRequest(port(), 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 5000)).not.toContain('200');
    expect(performance.now() - begun).toBeLessThan(2000);
    expect((await ask('/api/status')).status).toBe(200);
  });

  it('sends intermediate certificates along', async () => {
    const { certFile, keyFile } = tlsOf(first);
    await start({ certFile, keyFile, caFile: authority.certificateFile });
    expect((await shown()).issuerCertificate.subject.CN).toBe('authority');
  });

  it('uses new files for new connections without failing a request, links that are swapped as well', async () => {
    // As Kubernetes mounts secrets: the files are links into a folder, which is a link that is replaced in one step.
    const mounted = mkdtempSync(join(folder, 'mounted-'));
    const publish = ({ certificateFile, keyFile }: Certificate, name: string) => {
      mkdirSync(join(mounted, name));
      copyFileSync(certificateFile, join(mounted, name, 'tls.crt'));
      copyFileSync(keyFile, join(mounted, name, 'tls.key'));
      symlinkSync(name, join(mounted, '..new'));
      renameSync(join(mounted, '..new'), join(mounted, '..data'));
    };
    publish(first, '..1');
    for (const file of ['tls.crt', 'tls.key']) symlinkSync(`..data/${file}`, join(mounted, file));
    const files = { certFile: join(mounted, 'tls.crt'), keyFile: join(mounted, 'tls.key') };
    const { log } = await start(files, { metrics: { enabled: true, port: 0 } });
    let rotated = false;
    const statuses = new Map<number, number>();
    const keptAlive = new Agent({ keepAlive: true, maxSockets: 2 });
    const callers = [keptAlive, keptAlive, undefined, undefined].map(async (agent) => {
      while (!rotated) {
        const { status } = await ask('/api/status', agent === undefined ? {} : { agent });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    publish(second, '..2');
    await until(async () => (await nameShown()) === 'second');
    rotated = true;
    await Promise.all(callers);
    keptAlive.destroy();
    expect([...statuses.keys()]).toEqual([200]);
    expect(log).toContainEqual(expect.objectContaining({ msg: 'a new certificate is in use' }));
    const metrics = await (await fetch(test?.server.metricsUrl ?? '')).text();
    expect(metrics).toContain('mstr_auth_tls_reloads_total{result="used"} 1');
    expect(metrics).toMatch(/mstr_auth_tls_certificate_expiry_timestamp_seconds \d{10}\n/);
  });

  it('keeps the former certificate where the new files do not fit each other, and says so', async () => {
    const own = mkdtempSync(join(folder, 'own-'));
    const files = { certFile: join(own, 'cert.pem'), keyFile: join(own, 'key.pem') };
    copyFileSync(first.certificateFile, files.certFile);
    copyFileSync(first.keyFile, files.keyFile);
    const { log, server } = await start(files, { metrics: { enabled: true, port: 0 } });
    copyFileSync(second.certificateFile, files.certFile);
    await until(() => log.some(({ level }) => level === 'error'));
    expect(log.at(-1)).toMatchObject({
      msg: 'the new certificate cannot be used: the former one stays in use',
      reason: 'server.tls.keyFile: is not the key of the certificate in server.tls.certFile',
    });
    expect(await nameShown()).toBe('first');
    const metrics = await (await fetch(server.metricsUrl ?? '')).text();
    expect(metrics).toContain('mstr_auth_tls_reloads_total{result="refused"} 1');
    copyFileSync(second.keyFile, files.keyFile);
    await until(async () => (await nameShown()) === 'second');
  });

  it('refuses to start with files that cannot be used, naming the setting and never showing the key', async () => {
    const nonsense = join(folder, 'nonsense.pem');
    writeFileSync(nonsense, '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n');
    const { certFile, keyFile } = tlsOf(first);
    const open = (tls: Tls, more = {}) => openServer({ server: { tls, ...more } });
    await expect(open({ certFile: '/nowhere.pem', keyFile })).rejects.toThrow(
      'server.tls.certFile: the file /nowhere.pem cannot be read (ENOENT)',
    );
    await expect(open({ certFile: nonsense, keyFile })).rejects.toThrow('server.tls.certFile: expected a file with');
    await expect(open({ certFile, keyFile: nonsense })).rejects.toThrow(
      /^server\.tls\.keyFile: expected a file with a private key in PEM, without a passphrase$/,
    );
    await expect(open({ certFile, keyFile: second.keyFile })).rejects.toThrow('server.tls.keyFile: is not the key');
    await expect(open({ certFile, keyFile, caFile: keyFile })).rejects.toThrow('server.tls.caFile: expected a file');
    await expect(open({ certFile, keyFile }, { publicUrl: 'http://example.com' })).rejects.toThrow(
      'server.publicUrl: must be https where server.tls is set',
    );
  });

  it('warns of a certificate that has expired by the clock, and starts', async () => {
    const inAYear = new ManualClock(Date.now() + 400 * 86_400_000);
    test = await openServer({ server: { tls: tlsOf(first) } }, { clock: inAYear });
    expect(test.log[0]).toMatchObject({ level: 'warn' });
    expect(test.log[0]?.['msg']).toMatch(/^server\.tls\.certFile: the certificate has expired, on 20/);
  });
});
