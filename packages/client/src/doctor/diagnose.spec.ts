import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createAuthority,
  createServerCertificate,
  createSigningKey,
  type Certificate,
} from '../../../../tools/test-servers/certificates.js';
import { cookie, goodDay, opened, refused, routes, sessionOver, token } from '../../test/answers.js';
import { startCannedServer, type CannedAnswer, type Play } from '../../test/canned-server.js';
import { systemClock } from '../clock.js';
import { diagnose, type DiagnoseOptions } from './diagnose.js';
import type { FindingId } from './findings.js';

const credentials = { username: 'mlind', password: 'correct horse battery staple' };
const origin = 'https://app.example.com';
const status = { status: 200, body: { webVersion: '11.5.0600.00000', iServerVersion: '11.5.0600.00000' } };
const letIn = {
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Expose-Headers': 'X-MSTR-AuthToken, x-mstr-total-count',
};
const forAll = `JSESSIONID=${cookie}; Path=/Lib; SameSite=None`;
const login = (setCookie: string): CannedAnswer => ({
  status: 204,
  headers: { 'X-MSTR-AuthToken': token, 'Set-Cookie': setCookie },
});
const healthy: Record<string, CannedAnswer | Play> = {
  ...goodDay,
  'GET /status': { ...status, headers: letIn },
  'GET /config/authModes': { status: 200, body: { availableModes: [1, 16] } },
  'OPTIONS /auth/login': { status: 204, headers: letIn },
  'POST /auth/login': login(forAll),
};

const ids = async (options: DiagnoseOptions): Promise<readonly FindingId[]> => {
  const findings = await diagnose(options);
  for (const { what, why, advice } of findings) {
    expect(Math.min(what.length, why.length, advice.length)).toBeGreaterThan(5);
    expect(`${what} ${why} ${advice}`).not.toMatch(/correct horse|secret|nllmm5|0123456789ABCDEF/);
  }
  return findings.map(({ id }) => id);
};

describe('a server with which all is well', () => {
  it('gives no finding, however much is asked, and is logged out of', async () => {
    await using server = await startCannedServer(routes(healthy));
    expect(await ids({ url: server.url, origin, loginMode: 16, credentials })).toEqual([]);
    expect(server.requests.at(-1)?.path).toBe('/Lib/api/auth/logout');
  });
});

describe('an address', () => {
  it.each<[FindingId, string]>([
    ['addressInvalid', 'host/MicroStrategyLibrary'],
    ['addressInvalid', 'ftp://host/MicroStrategyLibrary'],
    ['addressInvalid', 'https://user:secret@host/MicroStrategyLibrary'],
    ['contextMissing', 'https://host/'],
    ['contextMissing', 'https://host/api'],
  ])('is found to be wrong: %s, %s', async (id, url) => {
    expect(await ids({ url })).toEqual([id]);
  });

  it('that goes on below /api is found, and what is before it is looked at', async () => {
    await using server = await startCannedServer(routes(healthy));
    expect(await ids({ url: `${server.url}/api/api` })).toEqual(['apiDoubled']);
    expect(await ids({ url: `${server.url}/api/` })).toEqual([]);
  });

  it('of a name that nobody knows, and of a port at which nobody is', async () => {
    expect(await ids({ url: 'http://nobody.invalid/Lib' })).toEqual(['nameUnknown']);
    expect(await ids({ url: 'http://127.0.0.1:1/Lib' })).toEqual(['notReachable']);
  });
});

describe('a server', () => {
  const page = { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' };
  it.each<[FindingId, Record<string, CannedAnswer>, Partial<DiagnoseOptions>]>([
    [
      'redirected',
      { 'GET /status': { status: 302, headers: { Location: 'https://other/Lib/api/status?t=secret' } } },
      {},
    ],
    ['pageInsteadOfApi', { 'GET /status': page }, {}],
    ['notThisApi', { 'GET /status': refused(404, 'ERR004', 'HTTP 404 Not Found') }, {}],
    ['serverFailing', { 'GET /status': refused(503, 'ERR0016', 'busy') }, {}],
    ['versionUnknown', { 'GET /status': { status: 200, body: {} } }, {}],
    ['versionOld', { 'GET /status': { status: 200, body: { iServerVersion: '10.4.0' } } }, {}],
    ['loginModeNotOffered', {}, { loginMode: 64 }],
    ['corsOriginRefused', { 'OPTIONS /auth/login': { status: 204 } }, { origin }],
    [
      'corsOriginRefused',
      { 'OPTIONS /auth/login': { status: 204, headers: { ...letIn, 'Access-Control-Allow-Origin': '*' } } },
      { origin },
    ],
    [
      'corsWithoutCredentials',
      { 'OPTIONS /auth/login': { status: 204, headers: { 'Access-Control-Allow-Origin': origin } } },
      { origin },
    ],
    ['corsTokenHidden', { 'GET /status': status }, { origin }],
    [
      'loginFailed',
      { 'POST /auth/login': refused(401, 'ERR003', 'Login failed', { iServerCode: -2147216959 }) },
      { credentials },
    ],
    [
      'sessionCookieMissing',
      { 'POST /auth/login': { status: 204, headers: { 'X-MSTR-AuthToken': token } }, 'GET /sessions': sessionOver },
      { credentials },
    ],
    [
      'cookieSecureOverHttp',
      { 'POST /auth/login': login(`${forAll}; Secure`), 'GET /sessions': sessionOver },
      { credentials },
    ],
    ['cookieNotForOtherSites', { 'POST /auth/login': opened(token, cookie) }, { credentials, origin }],
    ['sessionNotKept', { 'GET /sessions': sessionOver }, { credentials }],
    ['logoutFailed', { 'POST /auth/logout': refused(500, 'ERR001', 'An unexpected error occurred') }, { credentials }],
  ])('is found to be wrong: %s', async (id, answers, options) => {
    await using server = await startCannedServer(routes({ ...healthy, ...answers }));
    expect(await ids({ url: server.url, ...options })).toEqual([id]);
  });

  it('whose clock is another is found by its Date', async () => {
    await using server = await startCannedServer(routes(healthy));
    const clock = { ...systemClock, now: () => Date.now() - 3_600_000 };
    expect(await ids({ url: server.url, clock })).toEqual(['clockDiffers']);
  });

  it('that says nothing is not waited for without end', async () => {
    await using server = await startCannedServer(() => undefined);
    expect(await ids({ url: server.url, timeoutMs: 50 })).toEqual(['noAnswerInTime']);
  });
});

describe('TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let authority: Certificate;
  beforeAll(async () => {
    authority = await createAuthority(folder, 'authority');
  });

  async function listening(server: Server) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on TCP
    return { url: `https://127.0.0.1:${port}/Lib`, [Symbol.asyncDispose]: async () => void server.close() };
  }

  function startTls({ certificateFile, keyFile }: Certificate) {
    const pems = { cert: readFileSync(certificateFile), key: readFileSync(keyFile) };
    return listening(
      createTlsServer(pems, (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(status.body));
      }),
    );
  }

  const believed = () => ({ ca: readFileSync(authority.certificateFile) });
  const right = () => createServerCertificate(folder, 'right', 'IP:127.0.0.1', authority);

  it('is right with a certificate that is believed', async () => {
    await using server = await startTls(await right());
    expect(await ids({ url: server.url, tls: believed() })).toEqual([]);
    expect(await ids({ url: server.url })).toEqual(['certificateAuthorityUnknown']);
    expect(await ids({ url: server.url.replace('https:', 'http:') })).toEqual(['httpsInsteadOfHttp']);
  });

  it('is wrong with a certificate for another name, with one that is over, and with one that signed itself', async () => {
    await using other = await startTls(
      await createServerCertificate(folder, 'other', 'DNS:other.example.com', authority),
    );
    expect(await ids({ url: other.url, tls: believed() })).toEqual(['certificateWrongName']);
    await using own = await startTls(await createSigningKey(folder, 'own'));
    expect(await ids({ url: own.url })).toEqual(['certificateSelfSigned']);
    await using over = await startTls(expired());
    expect(await ids({ url: over.url, tls: believed() })).toEqual(['certificateExpired']);
  });

  it('is missed at a port that speaks plain HTTP', async () => {
    await using server = await startCannedServer(routes(healthy));
    expect(await ids({ url: server.url.replace('http:', 'https:') })).toEqual(['httpInsteadOfHttps']);
  });

  it('that comes to an end while it begins is no connection', async () => {
    await using server = await listening(createServer((socket) => socket.end()));
    expect(await ids({ url: server.url })).toEqual(['notReachable']);
  });

  /** A certificate of the authority that was good for a day of last year. */
  function expired(): Certificate {
    const [certificateFile, keyFile, request] = ['over.pem', 'over.key', 'over.csr'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
    openssl(
      'req',
      '-new',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      keyFile,
      '-subj',
      '/CN=127.0.0.1',
      '-addext',
      'subjectAltName=IP:127.0.0.1',
      '-out',
      request,
    );
    openssl(
      'x509',
      '-req',
      '-in',
      request,
      '-CA',
      authority.certificateFile,
      '-CAkey',
      authority.keyFile,
      '-copy_extensions',
      'copyall',
      '-days',
      '-1',
      '-out',
      certificateFile,
    );
    return { certificateFile, keyFile };
  }
});
