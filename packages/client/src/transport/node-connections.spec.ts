import { createServer as createHttpServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createAuthority,
  createClientCertificate,
  createServerCertificate,
  type Certificate,
} from '../../../../tools/test-servers/certificates.js';
import { cookie, goodDay, routes, token } from '../../test/answers.js';
import { startCannedServer } from '../../test/canned-server.js';
import { codesOf } from './may-repeat.js';
import { ConnectionError, createClient, TimeoutError, type NodeClientOptions } from '../index.js';

const folder = mkdtempSync(join(tmpdir(), 'connections-'));
let authority: Certificate;
let certificate: Certificate;
let ofClient: Certificate;

const pem = ({ certificateFile, keyFile }: Certificate) => ({
  cert: readFileSync(certificateFile),
  key: readFileSync(keyFile),
});

beforeAll(async () => {
  authority = await createAuthority(folder, 'authority');
  certificate = await createServerCertificate(folder, 'server', 'DNS:bi.example.com', authority);
  ofClient = await createClientCertificate(folder, 'client', authority);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A Library behind TLS, which asks for a client certificate if it is told to. */
async function startTls({ requestCert = false } = {}) {
  const ca = readFileSync(authority.certificateFile);
  const requests: string[] = [];
  const server = createTlsServer({ ...pem(certificate), ca, requestCert, rejectUnauthorized: requestCert });
  server.on('request', (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response
      .writeHead(204, { 'X-MSTR-AuthToken': token, 'Set-Cookie': `JSESSIONID=${cookie}; Path=/Lib; Secure` })
      .end();
  });
  return { ...(await listening(server)), requests };
}

async function listening(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { port, [Symbol.asyncDispose]: close };
}

/** A proxy that tunnels, and notes where to; to any name there is one server: that of the port. */
async function startProxy() {
  const tunnels: string[] = [];
  const proxy = createHttpServer();
  proxy.on('connect', ({ url = '' }, socket, head) => {
    tunnels.push(url);
    const onward = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [socket, onward]) end.on('error', () => end.destroy());
    socket.on('close', () => onward.destroy());
  });
  const { port } = await listening(proxy);
  return { url: `http://127.0.0.1:${port}`, tunnels, [Symbol.asyncDispose]: async () => void proxy.close() };
}

function clientOf(port: number, options: Partial<NodeClientOptions>) {
  return createClient({ baseUrl: `https://127.0.0.1:${port}/Lib`, retry: false, ...options });
}

const believed = () => ({ ca: readFileSync(authority.certificateFile), serverName: 'bi.example.com' });

describe('TLS', () => {
  it('believes a private authority, for the name that it is told', async () => {
    await using server = await startTls();
    const client = clientOf(server.port, { tls: believed() });
    await client.login.anonymous();
    expect(client.loggedIn).toBe(true);
  });

  it.each([
    ['an unknown authority', () => ({ serverName: 'bi.example.com' }), /^UNABLE_TO_|^SELF_SIGNED/],
    ['another name', () => ({ ...believed(), serverName: 'other.example.com' }), /^ERR_TLS_CERT_ALTNAME_INVALID$/],
  ])('refuses %s, whatever else it is told, and asks once', async (_, tls, code) => {
    await using server = await startTls();
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const retried: unknown[] = [];
      const options = {
        tls: { ...tls(), rejectUnauthorized: false },
        retry: {},
        hooks: { onRetry: (view: unknown) => retried.push(view) },
      };
      const error = await clientOf(server.port, options)
        .status()
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ConnectionError);
      expect(codesOf(error)).toContainEqual(expect.stringMatching(code));
      expect([server.requests, retried]).toEqual([[], []]);
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  it.each(['PEM', 'PFX'])('shows a client certificate, as %s', async (form) => {
    await using server = await startTls({ requestCert: true });
    await expect(clientOf(server.port, { tls: believed() }).login.anonymous()).rejects.toBeInstanceOf(ConnectionError);
    const file = join(folder, 'client.pfx');
    const { certificateFile, keyFile } = ofClient;
    execFileSync('openssl', [
      'pkcs12',
      '-export',
      '-in',
      certificateFile,
      '-inkey',
      keyFile,
      '-out',
      file,
      '-passout',
      'pass:secret',
    ]);
    const own = form === 'PEM' ? pem(ofClient) : { pfx: readFileSync(file), passphrase: 'secret' };
    const client = clientOf(server.port, { tls: { ...believed(), ...own } });
    await client.login.anonymous();
    expect(client.loggedIn).toBe(true);
  });
});

describe('a proxy', () => {
  it('tunnels to the server, which is still checked', async () => {
    await using server = await startTls();
    await using proxy = await startProxy();
    const client = clientOf(server.port, { tls: believed(), proxy: proxy.url });
    await client.login.anonymous();
    expect(proxy.tunnels).toEqual([`127.0.0.1:${server.port}`]);
    const wrong = clientOf(server.port, { proxy: proxy.url });
    const error = await wrong.status().catch((caught: unknown) => caught);
    expect(codesOf(error)).toContainEqual(expect.stringMatching(/^UNABLE_TO_|^SELF_SIGNED|^ERR_TLS_CERT/));
  });

  it('of the environment counts only when it is asked for, and not for names in NO_PROXY', async () => {
    await using server = await startTls();
    await using proxy = await startProxy();
    process.env['HTTPS_PROXY'] = proxy.url;
    try {
      await clientOf(server.port, { tls: believed() }).login.anonymous();
      expect(proxy.tunnels).toEqual([]);
      await clientOf(server.port, { tls: believed(), proxy: 'environment' }).login.anonymous();
      expect(proxy.tunnels).toHaveLength(1);
      process.env['NO_PROXY'] = '127.0.0.1';
      await clientOf(server.port, { tls: believed(), proxy: 'environment' }).login.anonymous();
      expect(proxy.tunnels).toHaveLength(1);
    } finally {
      delete process.env['HTTPS_PROXY'];
      delete process.env['NO_PROXY'];
    }
  });
});

describe('the connect deadline', () => {
  it('ends a call to a server that accepts and then says nothing', async () => {
    await using mute = await listening(createServer((socket) => socket.on('error', () => socket.destroy()).resume()));
    const error = await clientOf(mute.port, { connectTimeoutMs: 50 })
      .status()
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'connect', setBy: 'client', timeoutMs: 50 });
  });
});

describe('options of connections', () => {
  const baseUrl = 'https://bi.example.com/Lib';
  it.each<[string, Partial<NodeClientOptions>]>([
    ['a certificate without its key', { tls: { cert: 'PEM' } }],
    ['two client certificates', { tls: { cert: 'PEM', key: 'PEM', pfx: new Uint8Array(1) } }],
    ['a proxy that is no address', { proxy: 'ftp://user:secret@proxy' }],
    ['connections beside a fetch that has its own', { proxy: 'http://proxy', fetch: globalThis.fetch }],
  ])('are refused: %s', (_, options) => {
    expect(() => createClient({ baseUrl, ...options })).toThrow(TypeError);
    expect(() => createClient({ baseUrl, ...options })).not.toThrow(/secret/);
  });
});

describe('a fetch that was put in the place of the platform’s', () => {
  it('is asked, unless connections of another kind are wanted', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const platform = globalThis.fetch;
    const asked: unknown[] = [];
    globalThis.fetch = (...args) => {
      asked.push(args[0]);
      return platform(...args);
    };
    try {
      const client = createClient({ baseUrl: server.url });
      await client.login.anonymous();
      expect(asked).toEqual([`${server.url}/api/auth/login`]);
    } finally {
      globalThis.fetch = platform;
    }
  });
});
