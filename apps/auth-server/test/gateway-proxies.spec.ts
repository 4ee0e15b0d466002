/** What docs/gateway.md tells to write into files of nginx, tried with it, and the requests that Traefik and Envoy make. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { nginxBinary, startNginx, type ReverseProxy } from '../../../tools/test-servers/reverse-proxies.js';
import { MemorySessionStore } from '../src/index.js';
import { openServer, type TestServer } from './open-server.js';
import { rawRequest } from './raw-request.js';

const guide = readFileSync(join(__dirname, '../../../docs/gateway.md'), 'utf8');
const [, locations = ''] = /<!-- nginx -->\n```nginx\n([^]*?)```/.exec(guide) ?? [];

/** Of everything that a header cannot hold as it is. */
const zoe = { loginName: 'zoë@example.com', fullName: 'Zoë "Ünal", 雪', password: 'zoë likes long passwords' };
const zoesLogin = { username: zoe.loginName, password: zoe.password };
const forged = {
  'x-auth-user-id': '54F3D26011D2896560009A8E67019608',
  'X-AUTH-USERNAME': 'administrator',
  x_auth_username: 'administrator',
  'x-auth-full-name': 'Administrator',
  'x-auth-session-id': '0',
  'x-forwarded-user': 'administrator',
  'x-forwarded-uri': '/public',
};

describe('the question of a gateway', () => {
  let test: TestServer;
  let session: Awaited<ReturnType<TestServer['logIn']>>;
  beforeAll(async () => {
    test = await openServer({ users: [zoe] });
    session = await test.logIn(zoesLogin);
  });
  afterAll(() => test.close());

  const forwarded = {
    'x-forwarded-method': 'POST',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'library.example.com',
    'x-forwarded-uri': '/MicroStrategyLibrary/reports/17?force=true',
    'x-forwarded-for': '203.0.113.7',
  };
  const envoy = { 'content-length': '0', 'x-envoy-internal': 'true', 'x-request-id': '9d7a' };
  it.each([
    ['Traefik', 'GET', '', forwarded],
    ['Traefik with preserveRequestMethod', 'POST', '', forwarded],
    ['Envoy', 'GET', '/MicroStrategyLibrary/reports/17?force=true', envoy],
    [
      'Envoy about a form',
      'POST',
      '/MicroStrategyLibrary/reports/',
      { ...envoy, 'content-type': 'multipart/form-data' },
    ],
    ['Envoy about a removal', 'DELETE', '/MicroStrategyLibrary/reports/17', envoy],
    ['Envoy about a head', 'HEAD', '/', envoy],
  ])('of %s (%s …%s) is answered 200 with who it is, or 401', async (_, method, path, headers) => {
    const address = `/auth/verify${path}`;
    const yes = await test.call(method, address, { headers: { ...headers, ...forged, ...session } });
    expect(yes.status).toBe(200);
    expect(yes.headers.get('x-auth-username')).toBe('zo%C3%AB@example.com');
    expect(decodeURIComponent(yes.headers.get('x-auth-full-name') ?? '')).toBe(zoe.fullName);
    expect(yes.headers.get('x-auth-user-id')).toMatch(/^[0-9A-F]{32}$/);
    expect(yes.headers.get('x-auth-user-id')).not.toBe(forged['x-auth-user-id']);
    expect(yes.headers.get('x-auth-session-id')).toMatch(/^[0-9a-f]{32}$/);
    expect([...yes.headers.values(), await yes.text()].join(' ')).not.toContain(session['x-mstr-authtoken']);
    for (const credentials of [{}, { cookie: session.cookie }]) {
      const no = await test.call(method, address, { headers: { ...headers, ...forged, ...credentials } });
      expect(no.status).toBe(401);
      expect([...no.headers.keys()].filter((name) => name.startsWith('x-auth-'))).toEqual([]);
    }
  });

  it('costs one look-up of the session store', async () => {
    const memory = new MemorySessionStore({ httpIdleMs: 1e6, engineIdleMs: 1e6, absoluteMs: 1e6, sweepEveryMs: 0 });
    const asked: string[] = [];
    const sessionStore = new Proxy(memory, {
      get(target, name) {
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown; // the store has methods only
        return (...args: unknown[]) => {
          asked.push(String(name));
          return method.apply(target, args);
        };
      },
    });
    const own = await openServer({ users: [zoe] }, { sessionStore });
    const headers = await own.logIn(zoesLogin);
    asked.splice(0);
    expect((await own.call('GET', '/auth/verify', { headers })).status).toBe(200);
    expect(asked).toEqual(['use']);
    await own.close();
  });

  it('about a preflight is no yes, though its origin be allowed', async () => {
    const { origin } = new URL(test.server.url);
    const preflight = { origin, 'access-control-request-method': 'POST' };
    for (const path of ['', '/MicroStrategyLibrary/reports/']) {
      expect((await test.call('OPTIONS', `/auth/verify${path}`, { headers: preflight })).status).toBe(401);
    }
    expect((await test.call('OPTIONS', '/sessions', { headers: preflight })).status).toBe(204);
  });

  it('is answered by nobody else, whatever dots are in the path that is put behind it', async () => {
    await test.server.listen();
    const { port, pathname } = new URL(test.server.url);
    for (const path of [
      '/../../status',
      '/..%2f..%2fstatus',
      '//../../status',
      '/%2e%2e/%2e%2e/status',
      '/..\\..\\status',
    ]) {
      const head = `GET ${pathname}/api/auth/verify${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
      const answer = await rawRequest(Number(port), head);
      expect({ path, status: answer.split(' ', 2)[1] }).toEqual({ path, status: '401' });
    }
  });
});

(existsSync(nginxBinary) ? describe : describe.skip)('behind the nginx of the guide, a service', () => {
  let test: TestServer;
  let nginx: ReverseProxy;
  let service: Server;
  let port = 0;
  let seen: { readonly headers: IncomingHttpHeaders; readonly method: string; readonly body: string }[] = [];
  const reports = '/MicroStrategyLibrary/reports/';
  const ask = (headers: Record<string, string>, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${reports}17`, { ...init, headers });
  beforeAll(async () => {
    test = await openServer({ users: [zoe] });
    await test.server.listen();
    service = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ headers: request.headers, method: request.method ?? '', body });
        response.end('reports');
      });
    });
    await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening));
    [port = 0] = await freePorts(1);
    const replaced = locations.replace('127.0.0.1:3000', `127.0.0.1:${(service.address() as AddressInfo).port}`);
    const site = `
      upstream auth-server { server ${new URL(test.server.url).host}; keepalive 4; }
      server { listen 127.0.0.1:${port}; ${replaced} }`;
    nginx = await startNginx(site, port);
  });
  beforeEach(() => {
    seen = [];
  });
  afterAll(async () => {
    await nginx.stop();
    service.closeAllConnections();
    await new Promise((closed) => service.close(closed));
    await test.close();
  });

  it('is told who it is, without token and cookie', async () => {
    const answer = await ask(await test.logIn(zoesLogin));
    expect({ status: answer.status, body: await answer.text() }).toEqual({ status: 200, body: 'reports' });
    const headers = seen[0]?.headers ?? {};
    expect(headers['x-auth-username']).toBe('zo%C3%AB@example.com');
    expect(decodeURIComponent(String(headers['x-auth-full-name']))).toBe(zoe.fullName);
    expect(headers['x-mstr-authtoken']).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
  });

  it('never sees the headers that a caller has written himself', async () => {
    expect((await ask({ ...(await test.logIn(zoesLogin)), ...forged })).status).toBe(200);
    const named = Object.entries(seen[0]?.headers ?? {}).filter(([name]) => /^x.auth/.test(name));
    expect(Object.fromEntries(named)).toEqual({
      'x-auth-user-id': expect.not.stringMatching(forged['x-auth-user-id']),
      'x-auth-username': 'zo%C3%AB@example.com',
      'x-auth-full-name': expect.stringMatching(/^Zo%C3%AB/),
      'x-auth-session-id': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('gets the body of what is sent to it, and this server does not', async () => {
    const body = 'a report '.repeat(20_000);
    const session = await test.logIn(zoesLogin);
    expect((await ask({ ...session, 'content-type': 'text/plain' }, { method: 'PUT', body })).status).toBe(200);
    expect(seen).toEqual([expect.objectContaining({ method: 'PUT', body })]);
  });

  it.each([
    ['has no session', () => ({})],
    ['says who he is', () => forged],
    ['has a cookie alone', ({ cookie }: { readonly cookie: string }) => ({ cookie })],
  ])('is not reached by who %s, and he gets the error of the server', async (_, headersOf) => {
    const answer = await ask(headersOf(await test.logIn(zoesLogin)));
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'ERR009', ticketId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(seen).toEqual([]);
  });

  it('is not reached by the very next request after the logout', async () => {
    const session = await test.logIn(zoesLogin);
    expect((await ask(session)).status).toBe(200);
    expect((await test.call('POST', '/auth/logout', { headers: session })).status).toBe(204);
    expect((await ask(session)).status).toBe(401);
    expect(seen).toHaveLength(1);
  });

  it('leaves the question itself out of reach of callers', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/verify-session`, { headers: await test.logIn(zoesLogin) });
    expect(answer.status).toBe(404);
  });

  it('is not reached while the server is away: 503, and no 401', async () => {
    const session = await test.logIn(zoesLogin);
    await test.server.close();
    const answer = await ask(session);
    expect({ status: answer.status, retryAfter: answer.headers.get('retry-after') }).toEqual({
      status: 503,
      retryAfter: '1',
    });
    expect(await answer.json()).toMatchObject({ code: 'ERR0016' });
    expect(seen).toEqual([]);
  });
});
