import { openServer, type TestServer } from './open-server.js';

const friend = 'https://app.example.com';

describe('pages of other origins', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openServer({ auth: { modes: { available: [1] }, cors: { origins: [friend] } } });
  });
  afterAll(() => test.close());

  const from = (origin: string, method = 'GET', path = '/status', headers = {}) =>
    test.call(method, path, { headers: { origin, ...headers } });

  it('may call where they are listed, with cookies, and read the token', async () => {
    const answer = await from(friend);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(friend);
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('access-control-expose-headers')?.toLowerCase()).toContain('x-mstr-authtoken');
    expect(answer.headers.get('vary')).toBe('Origin');
  });

  it('are told by a preflight what they may send', async () => {
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-mstr-authtoken' };
    const answer = await from(friend, 'OPTIONS', '/v2/auth/identityToken', asked);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toContain('x-mstr-authtoken');
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
  });

  it.each(['https://evil.example', 'null', `${friend}.evil.example`, 'http://app.example.com', `${friend}:444`])(
    'are refused from %s, at login too, without being named in the answer',
    async (origin) => {
      for (const [method, path] of [
        ['GET', '/status'],
        ['POST', '/auth/login'],
        ['OPTIONS', '/auth/login'],
      ] as const) {
        const answer = await from(origin, method, path);
        expect(answer.status).toBe(403);
        expect(await answer.json()).toMatchObject({ code: 'ERR017' });
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    },
  );

  it('may all call where security.allowAllOrigins is set, which is warned of; null never', async () => {
    const open = await openServer({ security: { allowAllOrigins: true } });
    const answer = await open.call('GET', '/status', { headers: { origin: 'https://any.example' } });
    const sandboxed = await open.call('GET', '/status', { headers: { origin: 'null' } });
    await open.close();
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://any.example');
    expect(sandboxed.status).toBe(403);
    expect(open.log).toContainEqual(
      expect.objectContaining({ level: 'warn', msg: expect.stringContaining('allowAllOrigins') }),
    );
  });

  it('may be our own', async () => {
    await test.server.listen();
    const { port } = new URL(test.server.url);
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      expect((await from(`http://${host}:${port}`)).status).toBe(200);
    }
  });
});
