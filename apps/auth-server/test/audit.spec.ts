/** What the audit has of a server at work, and what it never has. Source: docs/audit.md. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditEventNames } from '../src/audit/audit-event.js';
import { MemorySessionStore, type AuditStore, type StoredEvent } from '../src/index.js';
import { ann, openServer, type TestServer } from './open-server.js';

const json = { 'content-type': 'application/json' };
const users = [
  { loginName: 'ann', password: ann.password },
  { loginName: 'off', password: ann.password, enabled: false },
];

async function post(test: TestServer, path: string, body: object, headers: Record<string, string> = {}) {
  return test.call('POST', path, { body: JSON.stringify(body), headers: { ...json, ...headers } });
}

describe('the audit of a server', () => {
  let test: TestServer;
  let folder: string;
  let annId: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'audited-'));
    test = await openServer({ users, dataDirectory: folder });
    const session = await test.logIn();
    annId = ((await (await test.call('GET', '/sessions', { headers: session })).json()) as { id: string }).id;
  });
  afterEach(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  const eventsOf = async () => (await test.server.audit.find()).toReversed().slice(1); // the first one is beforeEach
  const said = () => test.log.filter(({ audit }) => audit === true);

  it('has a login, its delegation and its logout, with one session', async () => {
    const session = await test.logIn();
    const token = await test.call('POST', '/auth/identityToken', { headers: session });
    const identityToken = token.headers.get('x-mstr-identitytoken');
    await post(test, '/auth/delegate', { loginMode: -1, identityToken });
    await test.call('POST', '/auth/logout', { headers: session });
    const events = await eventsOf();
    const ofAll = { userId: annId, sessionId: events[0]?.sessionId, ip: '127.0.0.1', at: test.clock.now() };
    expect(events).toMatchObject([
      { event: 'login', loginName: 'ann', loginMode: 1, ...ofAll },
      { event: 'identityTokenMade', ...ofAll },
      { event: 'delegation', loginName: 'ann', ...ofAll },
      { event: 'logout', details: { sessionsEnded: 2 }, ...ofAll },
    ]);
    expect(events[0]?.sessionId).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(events.map(({ requestId }) => requestId)).size).toBe(4);
  });

  it.each([
    ['an unknown user', 'nobody', 'x', { reason: 'userUnknown' }],
    ['a wrong password', 'ann', 'x', { reason: 'passwordWrong' }],
    ['a disabled user with the right password', 'off', ann.password, { reason: 'accountDisabled' }],
  ])(
    'has the real reason of the refusal of %s, under the id of its event and of its request',
    async (_, name, password, reason) => {
      const answer = await post(test, '/auth/login', { username: name, password });
      const { ticketId } = (await answer.json()) as { ticketId: string };
      const [event] = await eventsOf();
      expect(event).toMatchObject({ event: 'loginRefused', loginName: name, loginMode: undefined, ...reason });
      const [line] = said().slice(-1);
      expect(line).toMatchObject({ auditId: event?.id, event: 'loginRefused', ...reason });
      expect(test.log.find((one) => one['ticketId'] === ticketId)).toMatchObject({ requestId: event?.requestId });
      expect(event?.requestId).toMatch(/^[0-9a-f]{10}-\d+$/);
    },
  );

  it('has a change of the password, and how many sessions it ended', async () => {
    const newPassword = 'another long password of ann';
    await post(test, '/auth/login', { ...ann, changePassword: true, newPassword });
    expect(await eventsOf()).toMatchObject([
      { event: 'passwordChanged', userId: annId, ip: '127.0.0.1', details: { sessionsEnded: 1 } },
      { event: 'login', userId: annId },
    ]);
  });

  it('has no secret, in no byte of its files and in no line of the log', async () => {
    const newPassword = 'another long password of ann';
    const secrets = [ann.password, newPassword, 'wrong-secret', 'api-token-secret', 'header-secret'];
    const session = await test.logIn();
    const token = await test.call('POST', '/auth/identityToken', { headers: session });
    const identityToken = token.headers.get('x-mstr-identitytoken') ?? '';
    const delegated = await post(test, '/auth/delegate', { loginMode: -1, identityToken });
    await post(test, '/auth/delegate', { loginMode: -1, identityToken });
    await post(test, '/auth/delegate', { loginMode: -1, identityToken: 'wrong-secret' });
    await post(test, '/auth/login', { username: 'ann', password: 'wrong-secret' });
    for (const loginMode of [4096, 40960, -1, 8, 1e300]) {
      await post(test, '/auth/login', { username: 'api-token-secret', password: 'wrong-secret', loginMode });
    }
    const authorization = { authorization: 'Basic header-secret', 'x-mstr-authtoken': 'header-secret' };
    await post(test, '/auth/login', { username: 'nobody', password: 'wrong-secret' }, authorization);
    await post(test, '/auth/login', { ...ann, changePassword: true, newPassword });
    await test.call('POST', '/auth/logout', { headers: session });
    const cookies = [session.cookie, delegated.headers.get('set-cookie') ?? ''].map((cookie) => cookie.slice(0, 43));
    secrets.push(identityToken, session['x-mstr-authtoken'], delegated.headers.get('x-mstr-authtoken') ?? '');
    secrets.push(...cookies.map((cookie) => cookie.replace('JSESSIONID=', '')));
    expect(secrets.filter((secret) => secret.length < 12)).toEqual([]);
    expect((await eventsOf()).length).toBeGreaterThan(10);

    const files = readdirSync(folder).filter((name) => name.startsWith('audit.sqlite'));
    expect(files.length).toBeGreaterThan(1);
    const bytes = files.map((name) => readFileSync(join(folder, name), 'latin1')).join('') + JSON.stringify(test.log);
    expect(bytes).toContain('passwordWrong');
    for (const secret of secrets) expect(bytes).not.toContain(secret);
  });

  it('has nothing of what a caller writes into his name but one event', async () => {
    const username = 'x\n{"audit":true,"event":"login"}\u001b[2K\u009b';
    await post(test, '/auth/login', { username, password: 'x' });
    await post(test, '/auth/login', { username: 'y'.repeat(1000), password: 'x' });
    expect(await eventsOf()).toMatchObject([{ loginName: username }, { loginName: `${'y'.repeat(256)}…` }]);
    expect(said()).toHaveLength(3);
  });
});

describe('the audit of a server whose session store fails', () => {
  class Failing extends MemorySessionStore {
    override endAllOf(): number {
      throw new Error('no connection');
    }
  }

  it('has the change of a password also where former sessions could not be ended', async () => {
    const lifetime = { httpIdleMs: 1_800_000, engineIdleMs: 600_000, absoluteMs: 86_400_000, sweepEveryMs: 0 };
    const test = await openServer({}, { sessionStore: new Failing(lifetime) });
    const body = { ...ann, changePassword: true, newPassword: 'another long password of ann' };
    expect((await post(test, '/auth/login', body)).status).toBe(503);
    const [changed, refused] = (await test.server.audit.find()).toReversed();
    await test.close();
    expect(changed).toMatchObject({ event: 'passwordChanged', details: {} });
    expect(refused).toMatchObject({ event: 'loginRefused', reason: 'serviceUnavailable', userId: changed?.userId });
  });
});

describe('the audit of a server that starts again', () => {
  it('is there until it is too old', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'audited-'));
    const before = await openServer({ dataDirectory: folder });
    await before.logIn();
    await before.close();
    const after = await openServer({ dataDirectory: folder, audit: { retentionDays: 2 } });
    after.clock.advance(2 * 24 * 3_600_000);
    expect(await after.server.audit.find()).toHaveLength(1);
    after.clock.advance(1);
    expect(await after.server.audit.find()).toEqual([]);
    await after.close();
    rmSync(folder, { recursive: true });
  });
});

describe('the page about the audit', () => {
  it('names every event', () => {
    const page = readFileSync(new URL('../../../docs/audit.md', import.meta.url), 'utf8');
    expect(auditEventNames.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('a server whose audit store fails', () => {
  class Broken implements AuditStore {
    append(): Promise<void> {
      return Promise.reject(new Error('disk full'));
    }
    find(): Promise<readonly StoredEvent[]> {
      return Promise.reject(new Error('disk full'));
    }
    prune(): Promise<number> {
      return Promise.reject(new Error('disk full'));
    }
    close(): Promise<void> {
      return Promise.reject(new Error('disk full'));
    }
  }

  it('lets people in and out all the same, has the events in its log, and says loudly what is wrong', async () => {
    const test = await openServer({}, { auditStore: new Broken() });
    const session = await test.logIn();
    expect((await test.call('POST', '/auth/logout', { headers: session })).status).toBe(204);
    await expect(test.server.audit.find()).rejects.toThrow('disk full');
    await test.close();
    const events = test.log.filter(({ audit }) => audit === true);
    expect(events).toMatchObject([{ event: 'login' }, { event: 'logout' }]);
    const errors = test.log.filter(({ level }) => level === 'error').map(({ msg }) => msg);
    expect(errors).toContain('the audit store fails: events wait in memory, and are in the log');
    expect(errors).toContain('the audit store fails: these events are in the log only');
  });

  it('keeps no events where audit.store is false', async () => {
    const test = await openServer({ audit: { store: false } }, { auditStore: new Broken() });
    await test.logIn();
    await expect(test.server.audit.find()).rejects.toThrow('audit.store is false');
    await test.close();
    expect(test.log.filter(({ audit }) => audit === true)).toHaveLength(1);
    expect(test.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
