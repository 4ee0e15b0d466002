/** Sessions and users seen to over HTTP. Source: docs/protocol sections 3.15 and 3.16. */
import { MemorySessionStore, type SessionStore } from '../src/index.js';
import { ann, openServer, salesDemo, testConfig, type TestServer } from './open-server.js';

type Credentials = Awaited<ReturnType<TestServer['logIn']>>;
type Json = Record<string, unknown>;
interface Connection extends Json {
  readonly id: string;
  readonly username: string;
  readonly current: boolean;
}

const root = { username: 'root', password: 'root likes long passwords' };
const bob = { username: 'bob', password: 'bob likes long passwords' };
const config = {
  auth: { modes: { available: [1, 8, 4096] } },
  users: [
    ...(testConfig.users ?? []),
    { loginName: 'bob', fullName: 'Bob Builder', password: bob.password, projects: [salesDemo] },
    { loginName: 'root', fullName: 'Root', password: root.password, privileges: ['*' as const] },
  ],
};
const json = { 'content-type': 'application/json' };
const administratorId = '54F3D26011D2896560009A8E67019608';
const guestId = '294DEDC011D2F1D56000D98E67019608';
const nobody = '0'.repeat(32);

describe('administration', () => {
  let test: TestServer;
  let logged = 0;
  beforeEach(async () => {
    test = await openServer(config);
    logged = test.log.length;
  });
  afterEach(() => test.close());

  const call = async (method: string, path: string, headers: Credentials, body?: unknown) => {
    const answer = await test.call(method, path, {
      headers: { ...headers, ...(body === undefined ? {} : json) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: (text === '' ? undefined : JSON.parse(text)) as Json,
      headers: answer.headers,
    };
  };
  const list = async (headers: Credentials, query = '') => {
    const { body, status } = await call('GET', `/monitors/userConnections${query}`, headers);
    expect(status).toBe(200);
    return body['userConnections'] as readonly Connection[];
  };
  const statusOf = async (headers: Credentials) => (await call('GET', '/sessions', headers)).status;
  const idOf = async (headers: Credentials) => String((await call('GET', '/sessions', headers)).body['id']);
  const change = (headers: Credentials, id: string, ...changes: readonly (readonly [string, unknown])[]) =>
    call('PATCH', `/users/${id}`, headers, {
      operationList: changes.map(([path, value]) => ({ op: 'replace', path, value })),
    });
  const refusedLogin = async (body: object) => {
    const answer = await test.call('POST', '/auth/login', { headers: json, body: JSON.stringify(body) });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const makeToken = async (headers: Credentials) =>
    String((await call('POST', '/auth/apiTokens', headers, {})).body['apiToken']);
  const audit = (event: string) => test.log.slice(logged).filter((line) => line['event'] === event);

  describe('of sessions', () => {
    it('shows everybody his own sessions, and an administrator all of them, oldest first', async () => {
      const first = await test.logIn(ann);
      test.clock.advance(90_000);
      const second = await test.logIn(ann);
      const other = await test.logIn(bob);
      const boss = await test.logIn(root);
      expect((await list(first)).map(({ username, current }) => [username, current])).toEqual([
        ['ann', true],
        ['ann', false],
      ]);
      expect((await list(other)).map(({ username }) => username)).toEqual(['bob']);
      expect((await list(boss)).map(({ username }) => username)).toEqual(['ann', 'ann', 'bob', 'root']);
      expect((await list(second))[0]).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        sessionId: (await list(second))[0]?.id,
        userId: await idOf(first),
        username: 'ann',
        userFullName: 'Ann Analyst',
        loginMode: 1,
        applicationType: 35,
        client: '127.0.0.1',
        dateConnectionCreated: '2026-01-01T00:00:00.000+0000',
        duration: 90,
        idleTime: 0,
        configLevel: true,
        openJobsCount: 0,
        projects: [],
        current: false,
      });
    });

    it('pages the list, and counts the whole', async () => {
      const session = await test.logIn(ann);
      await test.logIn(ann);
      await test.logIn(ann);
      const answer = await call(
        'GET',
        '/monitors/userConnections?offset=1&limit=1&clusterNode=x&fields=userConnections',
        session,
      );
      expect(answer.body).toMatchObject({ userConnections: [{ username: 'ann', current: false }] });
      expect(answer.headers.get('x-mstr-total-count')).toBe('3');
      expect(await list(session, '?limit=-1')).toHaveLength(3);
      expect(await list(session, '?limit=0')).toEqual([]);
    });

    it.each(['limit=-2', 'limit=x', 'offset=-1', 'offset=1.5', 'limit=1&limit=2', 'offset=2147483648'])(
      'refuses the page %s',
      async (query) => {
        const answer = await call('GET', `/monitors/userConnections?${query}`, await test.logIn(ann));
        expect(answer).toMatchObject({ status: 400, body: { code: 'ERR006' } });
      },
    );

    it('shows no token, cookie or key of a session', async () => {
      const session = await test.logIn(ann);
      const text = JSON.stringify(await list(await test.logIn(root)));
      expect(text).not.toContain(session['x-mstr-authtoken']);
      expect(text).not.toContain(session.cookie.split('=')[1]);
    });

    it('ends a session at once, with what was delegated from it', async () => {
      const session = await test.logIn(ann);
      const identity = await test.call('POST', '/auth/identityToken', { headers: session });
      const delegated = await test.logInAs('/auth/delegate', {
        identityToken: identity.headers.get('x-mstr-identitytoken'),
      });
      const boss = await test.logIn(root);
      const [target] = await list(session);
      const path = `/monitors/userConnections/${String(target?.id)}`;
      expect(await call('DELETE', path, boss)).toMatchObject({ status: 204 });
      for (const ended of [session, delegated]) {
        expect(await call('GET', '/sessions', ended)).toMatchObject({ status: 401, body: { code: 'ERR009' } });
      }
      expect(await call('DELETE', path, boss)).toMatchObject({ status: 404, body: { code: 'ERR004' } });
      expect(audit('sessionEnded')).toEqual([
        expect.objectContaining({
          userId: target?.['userId'],
          sessionId: target?.id,
          byUserId: await idOf(boss),
          sessionsEnded: 2,
          ip: '127.0.0.1',
        }),
      ]);
    });

    it('lets everybody end his own sessions, also the one in which he asks', async () => {
      const [asking, second] = [await test.logIn(ann), await test.logIn(ann)];
      const other = (await list(asking)).find(({ current }) => !current);
      expect(await call('DELETE', `/monitors/userConnections/${String(other?.id)}`, asking)).toMatchObject({
        status: 204,
      });
      expect(await statusOf(second)).toBe(401);
      const own = (await list(asking))[0];
      expect(await call('DELETE', `/monitors/userConnections/${String(own?.id)}`, asking)).toMatchObject({
        status: 204,
      });
      expect(await statusOf(asking)).toBe(401);
    });

    it('has no session of another for who is no administrator', async () => {
      const [session, other] = [await test.logIn(ann), await test.logIn(bob)];
      const [target] = await list(other);
      const refused = await call('DELETE', `/monitors/userConnections/${String(target?.id)}`, session);
      const unknown = await call('DELETE', `/monitors/userConnections/${'0'.repeat(32)}`, session);
      for (const { status, body } of [refused, unknown]) {
        expect({ status, ...body, ticketId: '' }).toEqual({
          status: 404,
          code: 'ERR004',
          message: 'There is no session with this id',
          ticketId: '',
        });
      }
      expect(await statusOf(other)).toBe(200);
    });

    it('shows a guest his session only, for all guests are one user', async () => {
      const [guest, another] = [await test.logIn({ loginMode: 8 }), await test.logIn({ loginMode: 8 })];
      const own = await list(guest);
      expect(own).toMatchObject([{ current: true }]);
      const ids = (await list(await test.logIn(root))).map(({ id }) => id);
      const { body } = await call('POST', '/monitors/deleteUserConnections', guest, { userConnectionIds: ids });
      expect(body['deleteUserConnectionsStatus']).toEqual(
        ids.map((id) => expect.objectContaining({ id, status: id === own[0]?.id ? 204 : 404 }) as object),
      );
      expect(await statusOf(another)).toBe(200);
    });

    it('ends many in one request and says of each how it went', async () => {
      const [first, second, boss] = [await test.logIn(ann), await test.logIn(bob), await test.logIn(root)];
      const ids = (await list(boss)).map(({ id }) => id);
      const some = await call('POST', '/monitors/deleteUserConnections', first, { userConnectionIds: ids });
      expect(some.status).toBe(207);
      expect(some.body).toEqual({
        deleteUserConnectionsStatus: [
          { id: ids[0], status: 204 },
          { id: ids[1], status: 404, message: 'There is no session with this id' },
          { id: ids[2], status: 404, message: 'There is no session with this id' },
        ],
      });
      const rest = await call('POST', '/monitors/deleteUserConnections', boss, { userConnectionIds: ids.slice(1) });
      expect(rest).toMatchObject({
        status: 200,
        body: { deleteUserConnectionsStatus: [{ status: 204 }, { status: 204 }] },
      });
      for (const ended of [first, second, boss]) expect(await statusOf(ended)).toBe(401);
    });

    it.each([
      ['no body', undefined, 'ERR005'],
      ['no list', {}, 'ERR005'],
      ['an empty list', { userConnectionIds: [] }, 'ERR006'],
      ['a text', { userConnectionIds: 'x' }, 'ERR006'],
      ['numbers', { userConnectionIds: [1] }, 'ERR006'],
      ['too many', { userConnectionIds: Array.from({ length: 1001 }, (_, n) => `s${n}`) }, 'ERR006'],
    ])('refuses %s in the place of ids', async (_title, body, code) => {
      const answer = await call('POST', '/monitors/deleteUserConnections', await test.logIn(ann), body);
      expect(answer).toMatchObject({ status: 400, body: { code } });
    });
  });

  describe('of users', () => {
    it('lists and describes users, for administrators', async () => {
      const boss = await test.logIn(root);
      const all = await call('GET', '/users/', boss);
      expect(all.status).toBe(200);
      const users = all.body as unknown as readonly Json[];
      expect(users.map(({ abbreviation }) => abbreviation)).toEqual(['administrator', 'ann', 'bob', 'guest', 'root']);
      expect(all.headers.get('x-mstr-total-count')).toBe('5');
      const annId = await idOf(await test.logIn(ann));
      const one = (await call('GET', `/users/${annId.toLowerCase()}`, boss)).body;
      expect(users[1]).toEqual(one);
      expect(one).toEqual({
        id: annId,
        name: 'Ann Analyst',
        abbreviation: 'ann',
        username: 'ann',
        fullName: 'Ann Analyst',
        initials: 'AA',
        description: '',
        email: '',
        enabled: true,
        standardAuth: true,
        passwordModifiable: true,
        requireNewPassword: false,
        locked: false,
        type: 34,
        subtype: 8704,
        extType: 0,
        acg: 255,
        version: expect.stringMatching(/^[0-9A-F]{32}$/) as string,
        iconPath: '',
        owner: { name: 'Administrator', id: administratorId },
        dateCreated: '2026-01-01T00:00:00.000+0000',
        dateModified: '2026-01-01T00:00:00.000+0000',
      });
    });

    it.each([
      ['nameBegins=bob', ['bob']],
      ['nameBegins=*build', ['bob']],
      ['nameBegins=%25', []],
      ['nameBegins=a&abbreviationBegins=ADMIN', ['administrator']],
      ['abbreviationBegins=?o', ['bob', 'root']],
      ['abbreviationBegins=&nameBegins=&offset=1&limit=2', ['ann', 'bob']],
      [`id=${guestId.toLowerCase()}`, ['guest']],
    ])('finds users by %s', async (query, names) => {
      const { body } = await call('GET', `/users?${query}&fields=abbreviation`, await test.logIn(root));
      expect(body).toEqual(names.map((abbreviation) => ({ abbreviation })));
    });

    it('is for administrators, save that everybody may look himself up', async () => {
      const session = await test.logIn(ann);
      const own = await idOf(session);
      const refused = [
        await call('GET', '/users', session),
        await call('GET', `/users/${administratorId}`, session),
        await call('GET', `/users/${nobody}`, session),
        await change(session, own, ['/enabled', true]),
        await change(session, nobody, ['/password', 'nine green bottles on the wall']),
        await call('DELETE', `/users/${own}`, session),
      ];
      for (const answer of refused) expect(answer).toMatchObject({ status: 403, body: { code: 'ERR014' } });
      expect(await call('GET', `/users/${own}`, session)).toMatchObject({ status: 200, body: { username: 'ann' } });
    });

    it('changes what is asked for and nothing else', async () => {
      const boss = await test.logIn(root);
      const id = await idOf(await test.logIn(ann));
      const before = (await call('GET', `/users/${id}`, boss)).body;
      test.clock.advance(1000);
      const answer = await call('PATCH', `/users/${id}`, boss, {
        operationList: [
          { op: 'REPLACE', path: '/name', value: 'Ann Zwei' },
          { op: 'add', path: '/description', value: 'Senior' },
          { op: 'replace', path: '/email', value: 'ann@example.com', privileges: ['*'], id: administratorId },
          { op: 'replace', path: '/passwordModifiable', value: 'FALSE' },
        ],
        enabled: false,
        privileges: ['*'],
      });
      expect(answer.status).toBe(200);
      const changed = {
        ...{ name: 'Ann Zwei', fullName: 'Ann Zwei', initials: 'AZ', description: 'Senior', email: 'ann@example.com' },
        passwordModifiable: false,
        dateModified: '2026-01-01T00:00:01.000+0000',
        version: answer.body['version'],
      };
      expect(answer.body).toEqual({ ...before, ...changed });
      expect(answer.body['version']).not.toBe(before['version']);
      expect((await call('GET', `/users/${id}`, boss)).body).toEqual(answer.body);
      const removed = await call('PATCH', `/users/${id}?fields=description`, boss, {
        operationList: [{ op: 'remove', path: '/description' }],
      });
      expect(removed.body).toEqual({ description: '' });
      expect(audit('userChanged')).toMatchObject([
        { userId: id, byUserId: await idOf(boss), changed: ['fullName', 'description', 'email', 'passwordModifiable'] },
        { changed: ['description'] },
      ]);
    });

    it.each([
      ['/username', 'x', 'operationList has a path that cannot be changed, /username'],
      ['/privileges', ['*'], 'operationList is not'],
      ['/__proto__', 'x', 'operationList has a path that cannot be changed, /__proto__'],
      ['/passwordHash', 'x', 'operationList has a path that cannot be changed, /passwordHash'],
      ['/a\nb', 'x', 'operationList has a path that cannot be changed, /a?b'],
      ['/enabled', 'perhaps', 'The value of /enabled is not true or false'],
      ['/enabled', null, 'The value of /enabled is not true or false'],
      ['/locked', true, 'The value of /locked is not false'],
      ['/fullName', ' ', 'The value of /fullName is not'],
      ['/fullName', 'a\u0000b', 'The value of /fullName is not'],
      ['/password', '', 'The value of /password is not'],
      ['/password', false, 'The value of /password is not'],
    ])('refuses to change %j to %j, naming it', async (path, value, message) => {
      const boss = await test.logIn(root);
      const id = await idOf(await test.logIn(ann));
      const answer = await change(boss, id, ['/description', 'changed'], [path, value]);
      expect(answer).toMatchObject({ status: 400, body: { code: 'ERR006' } });
      expect(answer.body['message']).toContain(message);
      expect((await call('GET', `/users/${id}`, boss)).body['description']).toBe('');
    });

    it.each([
      ['nothing', undefined, 'ERR005'],
      ['an empty list', { operationList: [] }, 'ERR006'],
      ['an unknown op', { operationList: [{ op: 'move', path: '/enabled', value: true }] }, 'ERR006'],
      ['a path twice', { operationList: ['a', 'b'].map((value) => ({ op: 'add', path: '/email', value })) }, 'ERR006'],
      ['a removed flag', { operationList: [{ op: 'remove', path: '/enabled' }] }, 'ERR006'],
    ])('refuses %s as changes', async (_title, body, code) => {
      const boss = await test.logIn(root);
      const answer = await call('PATCH', `/users/${await idOf(boss)}`, boss, body);
      expect(answer).toMatchObject({ status: 400, body: { code } });
    });

    it('ends the sessions and the API token of who is disabled, and lets him in again when he is enabled', async () => {
      const [session, second, boss] = [await test.logIn(ann), await test.logIn(ann), await test.logIn(root)];
      const other = await test.logIn(bob);
      const apiToken = await makeToken(session);
      const tool = await test.logIn({ loginMode: 4096, username: apiToken });
      const id = await idOf(session);
      expect(await change(boss, id, ['/enabled', false])).toMatchObject({ status: 200, body: { enabled: false } });
      for (const ended of [session, second, tool]) expect(await statusOf(ended)).toBe(401);
      expect(await refusedLogin(ann)).toMatchObject({ status: 401, iServerCode: -2147216965 });
      expect(await refusedLogin({ loginMode: 4096, username: apiToken })).toMatchObject({ status: 401 });
      expect(audit('userChanged')).toMatchObject([{ userId: id, changed: ['enabled'], sessionsEnded: 3 }]);
      await change(boss, id, ['/enabled', true]);
      expect(await statusOf(await test.logIn(ann))).toBe(200);
      expect(await refusedLogin({ loginMode: 4096, username: apiToken })).toMatchObject({ iServerCode: -2147213789 });
      for (const kept of [boss, other]) expect(await statusOf(kept)).toBe(200);
    });

    it('removes a user with his sessions and his API token', async () => {
      const [session, boss] = [await test.logIn(ann), await test.logIn(root)];
      const apiToken = await makeToken(session);
      const id = await idOf(session);
      expect(await call('DELETE', `/users/${id}`, boss)).toMatchObject({ status: 204, body: undefined });
      expect(await statusOf(session)).toBe(401);
      expect(await refusedLogin(ann)).toMatchObject({ status: 401, iServerCode: -2147216959 });
      expect(await refusedLogin({ loginMode: 4096, username: apiToken })).toMatchObject({ status: 401 });
      for (const method of ['GET', 'DELETE']) {
        expect(await call(method, `/users/${id}`, boss)).toMatchObject({
          status: 404,
          body: { code: 'ERR004', iServerCode: -2147216967 },
        });
      }
      expect(audit('userRemoved')).toMatchObject([{ userId: id, loginName: 'ann', sessionsEnded: 1 }]);
    });

    it('sets a password, which ends the sessions and leaves the API token', async () => {
      const [session, boss] = [await test.logIn(ann), await test.logIn(root)];
      const apiToken = await makeToken(session);
      const id = await idOf(session);
      const password = 'nine green bottles on the wall';
      expect(await change(boss, id, ['/password', password])).toMatchObject({ status: 200 });
      expect(await statusOf(session)).toBe(401);
      expect(await refusedLogin(ann)).toMatchObject({ status: 401, iServerCode: -2147216959 });
      expect(await statusOf(await test.logIn({ ...ann, password }))).toBe(200);
      expect(await statusOf(await test.logIn({ loginMode: 4096, username: apiToken }))).toBe(200);
      expect(audit('passwordChanged')).toMatchObject([{ userId: id, byUserId: await idOf(boss), sessionsEnded: 1 }]);
      expect(audit('userChanged')).toEqual([]);
      expect(JSON.stringify(test.log)).not.toContain(password);
    });

    it('can ask for another password at the next login', async () => {
      const boss = await test.logIn(root);
      const id = await idOf(await test.logIn(ann));
      const password = 'nine green bottles on the wall';
      const answer = await change(boss, id, ['/requireNewPassword', true], ['/password', password]);
      expect(answer.body).toMatchObject({ requireNewPassword: true });
      expect(await refusedLogin({ ...ann, password })).toMatchObject({ iServerCode: -2147216960 });
      await test.logIn({ ...ann, password, changePassword: true, newPassword: ann.password });
      expect(await statusOf(await test.logIn(ann))).toBe(200);
    });

    it('holds a set password to the rules, and changes nothing where it is refused', async () => {
      const boss = await test.logIn(root);
      const session = await test.logIn(ann);
      const id = await idOf(session);
      for (const [password, iServerCode] of [
        ['short', -2147072525],
        ['the ann analyst of the house', -2147180957],
        [ann.password, -2147072514],
      ] as const) {
        const answer = await change(boss, id, ['/description', 'changed'], ['/password', password]);
        expect(answer).toMatchObject({ status: 400, body: { code: 'ERR006', iServerCode } });
      }
      expect((await call('GET', `/users/${id}`, boss)).body['description']).toBe('');
      expect(await statusOf(session)).toBe(200);
    });

    it('keeps the session of an administrator who sets his own password, and ends his others', async () => {
      const [asking, other] = [await test.logIn(root), await test.logIn(root)];
      expect(await change(asking, await idOf(asking), ['/password', 'nine green bottles on the wall'])).toMatchObject({
        status: 200,
      });
      expect(await statusOf(asking)).toBe(200);
      expect(await statusOf(other)).toBe(401);
    });

    it('refuses to disable or remove the built-in administrator, the guest and oneself', async () => {
      const boss = await test.logIn(root);
      const own = await idOf(boss);
      const refused = [
        await change(boss, administratorId, ['/enabled', false]),
        await call('DELETE', `/users/${administratorId}`, boss),
        await call('DELETE', `/users/${guestId}`, boss),
        await change(boss, guestId, ['/password', 'nine green bottles on the wall']),
        await change(boss, own, ['/enabled', false]),
        await call('DELETE', `/users/${own}`, boss),
      ];
      for (const answer of refused) expect(answer).toMatchObject({ status: 403, body: { code: 'ERR017' } });
      expect(await statusOf(boss)).toBe(200);
      expect((await call('GET', `/users/${administratorId}`, boss)).body['enabled']).toBe(true);
    });

    it('can keep guests out', async () => {
      const [guest, boss] = [await test.logIn({ loginMode: 8 }), await test.logIn(root)];
      expect(await change(boss, guestId, ['/enabled', false])).toMatchObject({ status: 200 });
      expect(await statusOf(guest)).toBe(401);
      expect((await refusedLogin({ loginMode: 8 })).status).toBe(401);
    });

    it.each(['x', 'ann', `${nobody}0`])('takes %s for no id', async (id) => {
      const boss = await test.logIn(root);
      expect(await call('GET', `/users/${id}`, boss)).toMatchObject({ status: 400, body: { code: 'ERR006' } });
      expect(await call('DELETE', `/users/${id}`, boss)).toMatchObject({ status: 400, body: { code: 'ERR006' } });
    });
  });
});

describe('an account that wrong passwords have locked', () => {
  it('is unlocked by an administrator, by itself or with a new password', async () => {
    const passwords = { ...testConfig.passwords, lockout: { afterFailures: 2, forMinutes: 0 } };
    const test = await openServer({ ...config, passwords });
    const boss = await test.logIn(root);
    const { id } = (await (await test.call('GET', '/sessions', { headers: await test.logIn(ann) })).json()) as {
      id: string;
    };
    const lock = async () => {
      for (let n = 0; n < 2; n += 1) await test.logIn({ ...ann, password: 'a wrong password of ann' });
      expect((await test.logIn(ann))['x-mstr-authtoken']).toBe('');
    };
    const change = async (path: string, value: unknown) => {
      const body = JSON.stringify({ operationList: [{ op: 'replace', path, value }] });
      const answer = await test.call('PATCH', `/users/${id}`, { headers: { ...boss, ...json }, body });
      return (await answer.json()) as Json;
    };
    await lock();
    expect(await change('/description', 'locked out')).toMatchObject({ locked: true });
    expect(await change('/locked', false)).toMatchObject({ locked: false });
    expect((await test.logIn(ann))['x-mstr-authtoken']).not.toBe('');
    await lock();
    const password = 'nine green bottles on the wall';
    expect(await change('/password', password)).toMatchObject({ locked: false });
    expect((await test.logIn({ ...ann, password }))['x-mstr-authtoken']).not.toBe('');
    const unlocked = test.log.filter((line) => line['event'] === 'accountUnlocked');
    expect(unlocked).toMatchObject([{ userId: id }, { userId: id }]);
    await test.close();
  });
});

describe('a login that is under way while its user is disabled', () => {
  it('opens no session', async () => {
    const lifetime = { httpIdleMs: 1_800_000, engineIdleMs: 600_000, absoluteMs: 86_400_000, sweepEveryMs: 0 };
    const store = new MemorySessionStore(lifetime);
    let beforeOpening: () => Promise<unknown> = () => Promise.resolve();
    const slow = new Proxy<SessionStore>(store, {
      get(target, name) {
        const method = Reflect.get(target, name) as (...call: unknown[]) => unknown; // the store has methods only
        return (...call: unknown[]) =>
          name === 'open' ? beforeOpening().then(() => method.apply(target, call)) : method.apply(target, call);
      },
    });
    const test = await openServer(config, { sessionStore: slow });
    const boss = await test.logIn(root);
    const session = await test.logIn(ann);
    const { id } = (await (await test.call('GET', '/sessions', { headers: session })).json()) as { id: string };
    const body = JSON.stringify({ operationList: [{ op: 'replace', path: '/enabled', value: false }] });
    beforeOpening = () => test.call('PATCH', `/users/${id}`, { headers: { ...boss, ...json }, body });
    const refused = await test.call('POST', '/auth/login', { headers: json, body: JSON.stringify(ann) });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('x-mstr-authtoken')).toBeNull();
    expect(store.list(test.clock.monotonic()).map(({ user }) => user.loginName)).toEqual(['root']);
    await test.close();
  });
});
