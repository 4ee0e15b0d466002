/** A session store that does not answer. Source: docs/protocol Q35. */
import { MemorySessionStore, type SessionStore } from '../src/index.js';
import { openServer, salesDemo, type TestServer } from './open-server.js';

const lifetime = { httpIdleMs: 1_800_000, engineIdleMs: 600_000, absoluteMs: 86_400_000, sweepEveryMs: 0 };
const never = new Promise<never>(() => undefined);

/** A store behind a wire that can be cut without anybody being told: questions are asked, and no answer comes. */
function hangingStore() {
  const store = new MemorySessionStore(lifetime);
  const hanging = new Set<keyof SessionStore>();
  const asked = new Proxy(store, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => unknown; // the store has methods only
      return (...args: unknown[]) =>
        hanging.has(name as keyof SessionStore) ? never : Promise.resolve(method.apply(target, args));
    },
  });
  return { store: asked as SessionStore, hanging };
}

describe('a session store that hangs', () => {
  const { store, hanging } = hangingStore();
  let test: TestServer;
  let session: Awaited<ReturnType<TestServer['logIn']>>;
  beforeAll(async () => {
    test = await openServer({}, { sessionStore: store });
  });
  beforeEach(async () => {
    hanging.clear();
    session = await test.logIn();
  });
  afterAll(async () => {
    hanging.clear();
    await test.close();
  });

  const timed = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const start = performance.now();
    const answer = await test.call(method, path, { headers: { ...session, ...headers } });
    return { answer, ms: performance.now() - start };
  };

  it.each([
    ['PUT', '/sessions', 'use'],
    ['GET', '/sessions', 'use'],
    ['GET', '/auth/token', 'peek'],
    ['POST', '/auth/logout', 'end'],
  ] as const)(
    'is 503 with Retry-After within a second and a half at %s %s, never 401',
    async (method, path, method2) => {
      hanging.add(method2);
      const { answer, ms } = await timed(method, path);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await answer.json()).toMatchObject({ code: 'ERR0016' });
      expect(ms).toBeGreaterThan(400);
      expect(ms).toBeLessThan(1500);
    },
  );

  it('has half a second left for the project session that a renewal opens', async () => {
    hanging.add('openProject');
    const { answer, ms } = await timed('PUT', '/sessions', { 'x-mstr-projectid': salesDemo });
    expect(answer.status).toBe(503);
    expect(ms).toBeLessThan(1000);
  });

  it('keeps the session: when it answers again, so does the server', async () => {
    hanging.add('use');
    expect((await timed('PUT', '/sessions')).answer.status).toBe(503);
    hanging.clear();
    expect((await timed('PUT', '/sessions')).answer.status).toBe(204);
  });
});
