import { operationTable } from '@mstr-rest/protocol';
import { openServer, type TestServer } from './open-server.js';

/** For people; beside the document of the API. */
const pages = [
  'GET /auth/login',
  'GET /auth/login-dialog.jsp',
  'POST /auth/login',
  'GET /auth/signed-in',
  'POST /auth/logout',
  'GET /auth/embedding-check',
  'GET /auth/embedding-check/script.js',
  'GET /auth/embedding-check/cookie',
  'POST /auth/embedding-check/cookie',
  'GET /auth/handover',
  'POST /auth/handover',
];

/** What the document says of one address and method, said of others too: gateways ask with those of the caller's request. */
const gateways = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].flatMap((method) =>
  ['/api/auth/verify', '/api/auth/verify/*'].map((path) => `${method} ${path}`),
);

/** Reachable without a session, on purpose. Everything else must refuse. */
const open = [
  'POST /api/auth/login',
  'GET /api/auth/token',
  'GET /api/auth/identityToken',
  'POST /api/auth/delegate',
  'GET /api/config/authModes',
  'GET /api/admin/restServerSettings/auth',
  'PUT /api/admin/restServerSettings/auth',
  'GET /api/config/oidc/native',
  'POST /api/auth/oidc/token',
  'GET /api/status',
  'GET /api/openapi.yaml',
  'GET /api/openapi.json',
  'GET /api-docs',
  'GET /api-docs/:file',
  'GET /health/live',
  'GET /health/ready',
  ...pages,
];

describe('the routes of the server', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openServer();
  });
  afterAll(() => test.close());

  function routes(): readonly string[] {
    return test.server.routes.map(({ method, path }) => `${method} ${path.replace('/MicroStrategyLibrary', '')}`);
  }

  it('are those of the document, the pages, the explorer and the health checks', () => {
    const documented = Object.values(operationTable).map(
      ({ method, path }) => `${method.toUpperCase()} /api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    );
    const others = open.filter(
      (route) => (pages.includes(route) || !route.startsWith('POST')) && !documented.includes(route),
    );
    const all = new Set([...documented, ...others, ...gateways]);
    expect([...routes()].sort()).toEqual([...all].sort());
  });

  it('refuse a caller without a session, unless they are on the list of open ones', async () => {
    const refused: string[] = [];
    for (const { method, path } of test.server.routes) {
      const url = test.server.url.replace('/MicroStrategyLibrary', '') + path.replaceAll(/:\w+/g, 'x');
      const answer = await test.server.fetch(new Request(url, { method }));
      const isJson = answer.headers.get('content-type') === 'application/json';
      const bodyOf = async () => (isJson ? ((await answer.json()) as object) : {});
      const body = method === 'HEAD' ? { code: 'ERR009' } : await bodyOf(); // which a HEAD leaves out
      const isRefused = answer.status === 401 && 'code' in body && body.code === 'ERR009';
      if (isRefused) refused.push(`${method} ${path.replace('/MicroStrategyLibrary', '')}`);
    }
    // Open in the hook, and asking for the cookie themselves.
    const askThemselves = ['GET /api/auth/token', 'GET /auth/signed-in', 'POST /auth/logout'];
    const others = (all: readonly string[]) => all.filter((route) => !askThemselves.includes(route)).sort();
    expect(others([...refused, ...open])).toEqual(others(routes()));
  });
});
