/** How our client keeps its session with the real server, whose time passes by hand. */
import { createClient, type ClientOptions } from '@mstr-rest/client';
import { sessionTransitions, type SessionState } from '@mstr-rest/protocol';
import { SharedTime } from './kept-session.js';
import { accounts, openTarget, project, type OpenTarget } from './open-target.js';

const minute = 60_000;
const { user, administrator } = accounts;

describe('with the real server, a client', () => {
  let open: OpenTarget;
  beforeAll(async () => {
    open = await openTarget();
  });
  afterAll(() => open[Symbol.asyncDispose]());

  function kept(session: ClientOptions['session'] = {}) {
    const time = new SharedTime(open);
    const client = createClient({ baseUrl: open.target.baseUrl, fetch: time.fetch, clock: time, session });
    return { client, time };
  }

  /** Ends every session of the user, as an administrator does. */
  async function endSessions(): Promise<void> {
    await using admin = createClient({ baseUrl: open.target.baseUrl });
    await admin.login.standard(administrator);
    const { items } = await admin.connections.list();
    const ids = items.filter(({ current }) => !current).map(({ id }) => id);
    if (ids.length > 0) await admin.connections.endAll(ids);
  }

  it('is logged in for a working day, with a call each nine minutes', async () => {
    const { client, time } = kept();
    await client.login.standard(user);
    for (let passed = 0; passed < 8 * 60; passed += 9) {
      await client.projects.list();
      await time.pass(9 * minute);
    }
    expect(time.asked.filter((one) => one === 'POST /auth/login')).toHaveLength(1);
    await client.close();
  });

  it('agrees with the server to the millisecond on when an idle session is over', async () => {
    const { client, time } = kept();
    await client.login.standard(user);
    await time.pass(15_000); // the timer is asked for
    await time.pass(600_000 - 1);
    expect(client.state).toBe('expiring');
    await time.pass(1);
    expect(client.state).toBe('expired');
    await expect(client.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
  });

  it('logs in again after a night, and after an administrator has ended its session, unseen by the application', async () => {
    const { client, time } = kept({ logIn: (login) => login.standard(user) });
    await client.projects.list();
    await time.pass(12 * 60 * minute);
    expect(client.state).toBe('expired');
    await client.identityTokens.create();
    await endSessions();
    const lists = await Promise.all(Array.from({ length: 20 }, () => client.projects.list({ fields: ['id'] })));
    expect(lists.map(({ items }) => items)).toEqual(Array.from({ length: 20 }, () => [{ id: project.id }]));
    expect(time.asked.filter((one) => one === 'POST /auth/login')).toHaveLength(3);
    await client.close();
  });

  it('does not log in again with a password that counts no more', async () => {
    const { client, time } = kept({ logIn: (login) => login.standard({ ...user, password: 'not this one any more' }) });
    await client.login.standard(user);
    await endSessions();
    await expect(client.projects.list()).rejects.toMatchObject({ code: 'ERR003', kind: 'wrongCredentials' });
    await expect(client.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    expect(time.asked.filter((one) => one === 'POST /auth/login')).toHaveLength(2);
  });

  it('leaves no session behind when a login is given up while the server answers it', async () => {
    await endSessions();
    const time = new SharedTime(open);
    const abort = new AbortController();
    const fetch = async (request: Request) => {
      const answer = await time.fetch(request);
      if (request.url.endsWith('/auth/login')) abort.abort(new Error('not wanted any more'));
      return answer;
    };
    const client = createClient({ baseUrl: open.target.baseUrl, fetch, clock: time });
    const login = client.login.standard(user, { signal: abort.signal });
    await expect(login).rejects.toThrow('not wanted any more');
    await client.close();
    expect(time.asked).toEqual(['POST /auth/login', 'POST /auth/logout']);
    expect(await openSessions(open, user.username)).toBe(0);
  });

  it('is only ever in states that follow one another by the table', async () => {
    const { client, time } = kept({ keep: 'never' });
    const seen: SessionState[] = [client.state];
    const look = () => {
      if (client.state !== seen.at(-1)) seen.push(client.state);
    };
    for (const name of ['loggedIn', 'renewed', 'expiring', 'expired', 'loggedOut'] as const) client.on(name, look);
    const login = client.login.standard(user);
    look();
    await login;
    await client.sessions.get();
    await time.pass(9 * minute);
    look();
    const renewal = client.sessions.renew();
    look();
    await renewal;
    await time.pass(11 * minute);
    await expect(client.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    await client.login.standard(user);
    const logout = client.logout();
    look();
    await logout;
    look();
    const steps = seen.slice(1).map((to, index) => `${seen[index]} ${to}`);
    expect(new Set(seen)).toEqual(
      new Set(['loggedOut', 'loggingIn', 'active', 'expiring', 'renewing', 'expired', 'loggingOut']),
    );
    const known = sessionTransitions.map(({ from, to }) => `${from} ${to}`);
    expect(steps.filter((step) => !known.includes(step))).toEqual([]);
  });
});

/** How many sessions of a user live at the server. */
async function openSessions({ target }: OpenTarget, username: string): Promise<number> {
  await using admin = createClient({ baseUrl: target.baseUrl });
  await admin.login.standard(administrator);
  const { items } = await admin.connections.list();
  return items.filter((one) => one.username === username).length;
}
