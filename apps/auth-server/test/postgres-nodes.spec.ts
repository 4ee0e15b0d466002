/** Two servers on one PostgreSQL, each with its own folder and its own sessions, as two machines would be. */
import { postgresFolder, startPostgres, type Postgres } from '../../../tools/test-servers/postgres.js';
import { MemorySessionStore, type ConfigInput, type Overrides } from '../src/index.js';
import { ann, openServer, testConfig, type TestServer } from './open-server.js';

const withPostgres = postgresFolder === undefined ? describe.skip : describe;
const root = { username: 'root', password: 'root likes long passwords' };
const json = { 'content-type': 'application/json' };
const lifetime = { httpIdleMs: 1_800_000, engineIdleMs: 600_000, absoluteMs: 86_400_000, sweepEveryMs: 0 };

withPostgres('two nodes on one PostgreSQL', () => {
  let postgres: Postgres;
  let schemas = 0;
  let nodes: TestServer[];
  let config: ConfigInput;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());

  const open = async (more: ConfigInput = {}, overrides: Overrides = {}) => {
    const node = await openServer({ ...config, ...more }, overrides);
    nodes.push(node);
    return node;
  };
  const openTwo = async (more: ConfigInput = {}): Promise<[TestServer, TestServer]> => [
    await open(more),
    await open(more),
  ];
  beforeEach(() => {
    nodes = [];
    schemas += 1;
    config = {
      directory: { kind: 'postgres', url: postgres.url, poolSize: 4, schema: `nodes_${schemas}` },
      users: [...(testConfig.users ?? []), { loginName: 'root', password: root.password, privileges: ['*'] }],
      guessing: { enabled: false },
    };
  });
  afterEach(() => Promise.all(nodes.map((node) => node.close())));

  const loginStatus = async (node: TestServer, body: object = ann) =>
    (await node.call('POST', '/auth/login', { headers: json, body: JSON.stringify(body) })).status;
  const asRoot = async (node: TestServer) => ({ ...(await node.logIn(root)), ...json });
  const idOf = async (node: TestServer, headers: Record<string, string>, loginName: string) => {
    const answer = await node.call('GET', `/users?abbreviationBegins=${loginName}`, { headers });
    const users = (await answer.json()) as { id: string; username: string }[];
    return users.find(({ username }) => username === loginName)?.id ?? '';
  };
  const change = async (node: TestServer, path: string, value: unknown) => {
    const headers = await asRoot(node);
    const id = await idOf(node, headers, 'ann');
    const body = JSON.stringify({ operationList: [{ op: 'replace', path, value }] });
    const answer = await node.call('PATCH', `/users/${id}`, { headers, body });
    expect(answer.status).toBe(200);
  };
  const sessionStatus = async (node: TestServer, headers: Record<string, string>) =>
    (await node.call('GET', '/sessions', { headers })).status;
  /** Milliseconds after which a session has ended. */
  const endOf = async (node: TestServer, headers: Record<string, string>) => {
    const start = performance.now();
    while ((await sessionStatus(node, headers)) !== 401) await new Promise((resolve) => setTimeout(resolve, 1));
    return performance.now() - start;
  };

  it('start at the same moment on an empty database, and one of them makes the accounts', async () => {
    const started = await Promise.all([open(), open(), open()]);
    const made = started.map((node) => node.server.accounts);
    expect(made.filter(({ created }) => created.length > 0)).toHaveLength(1);
    expect(made.filter((accounts) => accounts.randomAdministratorPassword !== undefined)).toHaveLength(1);
    for (const node of started) expect(await loginStatus(node)).toBe(204);
  });

  it('both heed a choice of login modes with the next request', async () => {
    const [one, other] = await openTwo();
    const choose = async (node: TestServer, availableModes: readonly number[]) => {
      const body = JSON.stringify({ availableModes });
      const answer = await node.call('PUT', '/mstrServices/library/auth', { headers: await asRoot(node), body });
      expect(answer.status).toBe(204);
    };
    for (const [chooser, listener] of [
      [one, other],
      [other, one],
    ] as const) {
      await choose(chooser, [1]);
      expect(await loginStatus(listener, { loginMode: 8 })).toBe(401);
      await choose(chooser, [1, 8]);
      expect(await loginStatus(listener, { loginMode: 8 })).toBe(204);
    }
    await Promise.all([choose(one, [1]), choose(other, [1, 8]), choose(one, [1])]);
    expect(await loginStatus(one, { loginMode: 8 })).toBe(await loginStatus(other, { loginMode: 8 }));
  });

  it('know at once who is disabled: he logs in nowhere, and his sessions elsewhere end', async () => {
    const [one, other] = await openTwo();
    const session = await other.logIn();
    await change(one, '/enabled', false);
    expect(await endOf(other, session)).toBeLessThan(300);
    expect(await loginStatus(other)).toBe(401);
  });

  it('end sessions elsewhere when a password is set, without waiting for a turn', async () => {
    const [one, other] = await openTwo();
    const waits: number[] = [];
    for (const password of ['nine green bottles on the wall', 'ten green bottles on the wall']) {
      const former = password.startsWith('nine') ? ann.password : 'nine green bottles on the wall';
      const session = await other.logIn({ ...ann, password: former });
      await change(one, '/password', password);
      waits.push(await endOf(other, session));
      expect(await loginStatus(other, { ...ann, password: former })).toBe(401);
      expect(await loginStatus(other, { ...ann, password })).toBe(204);
    }
    for (const wait of waits) expect(wait).toBeLessThan(300);
  });

  it('open no session for a login that the other node has overtaken with another password', async () => {
    const one = await open();
    const store = new MemorySessionStore(lifetime);
    const overtaking: (() => Promise<void>)[] = [];
    const slow = new Proxy(store, {
      get(target, name) {
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown; // the store has methods only
        if (name !== 'open') return (...args: unknown[]) => method.apply(target, args);
        return async (...args: unknown[]) => {
          for (const overtake of overtaking) await overtake();
          return method.apply(target, args);
        };
      },
    });
    const other = await open({ session: { storeDeadlineMs: 5000 } }, { sessionStore: slow });
    overtaking.push(() => change(one, '/password', 'nine green bottles on the wall'));
    expect(await loginStatus(other)).toBe(401);
    expect(store.list(other.clock.monotonic())).toEqual([]);
  });

  it('import somebody once, though he comes to both for the first time at once', async () => {
    const trusted = { provider: 2, proxies: ['127.0.0.1'], importUsers: true };
    const pair = await openTwo({ auth: { modes: { available: [1, 64] }, trusted } });
    const body = '{"loginMode":64}';
    for (const name of ['fay', 'gus', 'hal']) {
      const logins = Array.from({ length: 12 }, (_, n) =>
        pair[n % 2 ? 1 : 0].call('POST', '/auth/login', { headers: { ...json, SM_USER: name }, body }),
      );
      expect((await Promise.all(logins)).map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 204));
    }
    const events = await pair[0].server.audit.find({ event: 'login' });
    expect(new Set(events.map(({ userId }) => userId)).size).toBe(3);
  });

  it('count wrong passwords together', async () => {
    const passwords = { ...testConfig.passwords, lockout: { afterFailures: 10, forMinutes: 30 } };
    const [one, other] = await openTwo({ passwords });
    const wrong = { ...ann, password: 'certainly not this one' };
    await Promise.all(Array.from({ length: 20 }, (_, n) => loginStatus(n % 2 ? one : other, wrong)));
    for (const node of [one, other]) expect(await loginStatus(node)).toBe(401);
    await other.server.audit.find({}); // stores what the other node has to tell
    expect(await one.server.audit.find({ event: 'accountLocked' })).toHaveLength(1);
  });

  it('write one audit trail, which each of them can be asked for', async () => {
    const [one, other] = await openTwo();
    await loginStatus(one);
    await loginStatus(other, { ...ann, password: 'certainly not this one' });
    const seenBy = async (node: TestServer) =>
      (await node.server.audit.find({ user: 'ann' })).map(({ event }) => event);
    await Promise.all([seenBy(one), seenBy(other)]); // each stores its own first
    for (const node of [one, other]) expect((await seenBy(node)).toSorted()).toEqual(['login', 'loginRefused']);
  });
});
