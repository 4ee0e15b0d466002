import { refused } from '../../test/answers.js';
import { keptClient, later } from '../../test/kept-client.js';
import type { SessionOptions } from '../index.js';

const credentials = { username: 'mlind', password: 'correct horse battery staple' };
const session: SessionOptions = { logIn: (login) => login.standard(credentials) };
const wrong = refused(401, 'ERR003', 'The user name or password is wrong', { iServerCode: -2147216959 });
const login = 'POST /auth/login';

function client(options: SessionOptions = {}) {
  return keptClient({ session: { ...session, ...options } });
}

describe('a client that can log in', () => {
  it('does so when it is first needed, once for all calls', async () => {
    const { client: one, server } = client();
    expect(one.state).toBe('loggedOut');
    await Promise.all(Array.from({ length: 20 }, () => one.projects.list()));
    expect(server.count(login)).toBe(1);
    expect(server.asked.filter(({ token }) => token === server.living)).toHaveLength(20);
  });

  it('does not for a call that needs no session', async () => {
    const { client: one, server } = client();
    await expect(one.status()).rejects.toMatchObject({ code: expect.anything() });
    await expect(one.token()).rejects.toMatchObject({ code: 'ERR009' });
    expect(server.count(login)).toBe(0);
  });

  it('logs in once more when the session has ended, and makes the calls that it can make again', async () => {
    const { client: one, server, events } = client();
    await one.projects.list();
    server.living = undefined;
    server.asked.length = 0;
    await Promise.all(Array.from({ length: 20 }, () => one.projects.list()));
    expect(server.count(login)).toBe(1);
    expect(server.count('GET /projects')).toBe(40);
    expect(one.state).toBe('active');
    expect(events.filter(({ name }) => name === 'expired')).toHaveLength(1);
    expect(events.find(({ name }) => name === 'retrying')).toEqual({
      name: 'retrying',
      operation: 'getProjects',
      attempt: 1,
      delayMs: 0,
      error: expect.objectContaining({ code: 'ERR009' }),
    });
  });

  it('makes a call by POST again only where the caller says so, and the next one in a new session', async () => {
    const { client: one, server } = client();
    await one.projects.list();
    server.living = undefined;
    await expect(one.identityTokens.create()).rejects.toMatchObject({ code: 'ERR009' });
    expect(server.count(login)).toBe(1);
    expect(await one.identityTokens.create()).toEqual({ identityToken: 'a-token' });
    expect(server.count(login)).toBe(2);
    server.living = undefined;
    expect(await one.identityTokens.create({ repeatable: true })).toEqual({ identityToken: 'a-token' });
    expect(server.count(login)).toBe(3);
  });

  it('does not make a call again where the caller says so', async () => {
    const { client: one, server } = client();
    await one.projects.list();
    server.living = undefined;
    await expect(one.projects.list({ repeatable: false })).rejects.toMatchObject({ code: 'ERR009' });
  });

  it('asks first whether a session is over that should be, so that any call can be made', async () => {
    const { client: one, server, clock } = client();
    await one.sessions.get();
    server.living = undefined;
    clock.sleep(24 * 60 * 60_000);
    server.asked.length = 0;
    expect(await one.identityTokens.create()).toEqual({ identityToken: 'a-token' });
    expect(server.whats).toEqual(['PUT /sessions', login, 'POST /auth/identityToken']);
  });

  it.each([
    ['whose timer is not known yet', false, 'GET /sessions'],
    ['whose timer is known', true, 'PUT /sessions'],
  ])('asks once for any number of calls after a night in a session %s', async (_, known, asked) => {
    const { client: one, server, clock } = client();
    await (known ? one.sessions.get() : one.projects.list());
    server.living = undefined;
    clock.sleep(12 * 60 * 60_000);
    server.asked.length = 0;
    await Promise.all(Array.from({ length: 20 }, () => one.identityTokens.create()));
    expect(server.whats.slice(0, 2)).toEqual([asked, login]);
    expect(server.whats.slice(2)).toEqual(Array.from({ length: 20 }, () => 'POST /auth/identityToken'));
  });

  it('never does so in a loop', async () => {
    const { client: one, server } = client();
    server.instead = ({ url }) => (url.endsWith('/projects') ? refused(401, 'ERR009', 'over') : undefined);
    for (let calls = 0; calls < 5; calls += 1) {
      await expect(one.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    }
    expect(server.count(login)).toBe(1);
  });

  it('logs in again once when what was of use has ended, and not a second time for the same call', async () => {
    const { client: one, server } = client();
    await one.projects.list();
    server.instead = ({ url }) => (url.endsWith('/projects') ? refused(401, 'ERR009', 'over') : undefined);
    await expect(one.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    expect(server.count(login)).toBe(2);
  });

  it('never tries wrong credentials twice, until the application logs in', async () => {
    const { client: one, server } = client();
    await one.projects.list();
    server.living = undefined;
    server.instead = ({ url }) => (url.endsWith('/login') ? wrong : undefined);
    await expect(one.projects.list()).rejects.toMatchObject({ code: 'ERR003', operation: 'postLogin' });
    await expect(one.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    expect(server.count(login)).toBe(2);
    server.instead = () => undefined;
    await one.login.anonymous();
    server.living = undefined;
    await one.projects.list();
    expect(server.count(login)).toBe(4);
  });

  it.each([
    ['what the server asks for', { 'Retry-After': '7' }, 7_000],
    ['a second', {}, 1_000],
  ])('leaves a server in trouble alone for %s', async (_, headers, pauseMs) => {
    const { client: one, server, pass } = client();
    const busy = { ...refused(503, 'ERR0016', 'A part of the service is not available'), headers };
    server.instead = ({ url }) => (url.endsWith('/login') ? busy : undefined);
    await Promise.allSettled(Array.from({ length: 20 }, () => one.projects.list()));
    await expect(one.projects.list()).rejects.toMatchObject({ status: 503 });
    await pass(pauseMs - 1);
    await expect(one.projects.list()).rejects.toMatchObject({ status: 503 });
    expect(server.count(login)).toBe(1);
    await pass(1);
    server.instead = () => undefined;
    await one.projects.list();
    expect(server.count(login)).toBe(2);
  });

  it('passes on what its function throws', async () => {
    const { client: one, server } = client({ logIn: () => Promise.reject(new RangeError('the vault is shut')) });
    await expect(one.projects.list()).rejects.toThrow(RangeError);
    expect(server.whats).toEqual([]);
  });

  it('says so when its function does not log in', async () => {
    const { client: one } = client({ logIn: () => Promise.resolve() });
    await expect(one.projects.list()).rejects.toThrow('session.logIn has returned without logging in');
  });

  it('does not after a logout, nor after it was closed', async () => {
    const { client: one, server } = client();
    await one.projects.list();
    await one.logout();
    await expect(one.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    await one.login.anonymous();
    await one.close();
    await expect(one.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    expect(server.count(login)).toBe(2);
  });

  it('goes on for the others when one caller gives up', async () => {
    const { client: one, server } = client();
    const held = later();
    server.instead = ({ url }) => (url.endsWith('/login') ? held.answer : undefined);
    const abort = new AbortController();
    const first = one.projects.list({ signal: abort.signal });
    const other = one.projects.list();
    abort.abort(new Error('not wanted any more'));
    await expect(first).rejects.toThrow('not wanted any more');
    held.give();
    await other;
    expect(server.count('GET /projects')).toBe(1);
  });

  it('keeps its own deadline while it waits for the login', async () => {
    const { client: one, server, pass } = client();
    server.instead = () => later().answer;
    const call = one.projects.list({ timeoutMs: 50 });
    const failed = expect(call).rejects.toMatchObject({
      name: 'TimeoutError',
      operation: 'getProjects',
      setBy: 'call',
    });
    await server.settled();
    void pass(50);
    await failed;
  });

  it('is not logged in by a function that has not come to it when it is closed', async () => {
    const held = later();
    const { client: one, server } = client({
      logIn: async (login) => {
        await held.answer;
        await login.standard(credentials);
      },
    });
    const failed = expect(one.projects.list()).rejects.toMatchObject({ name: 'AbortError' });
    await one.close();
    held.give();
    await failed;
    expect(one.loggedIn).toBe(false);
    expect(server.whats).toEqual([]);
  });

  it('opens nothing that lasts when a logout overtakes it', async () => {
    const { client: one, server, events } = client();
    await one.projects.list();
    server.living = undefined;
    const held = later();
    server.instead = ({ url }) => (url.endsWith('/login') ? held.answer : undefined);
    const call = one.projects.list();
    await server.settled();
    expect(one.state).toBe('loggingIn');
    const failed = expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await expect(one.logout()).rejects.toMatchObject({ code: 'ERR009' });
    held.give();
    await failed;
    expect(one.loggedIn).toBe(false);
    expect(server.living).toBeUndefined();
    expect(server.asked.at(-1)).toEqual({
      what: 'POST /auth/logout',
      token: 'token-2-of-this-test',
      cookie: 'JSESSIONID=cookie-2',
    });
    expect(events.filter(({ name }) => name === 'loggedIn')).toHaveLength(1);
  });
});
