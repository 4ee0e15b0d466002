import { goodDay, opened, routes, session, sessionOver, token } from '../test/answers.js';
import { startCannedServer, type CannedAnswer } from '../test/canned-server.js';
import { createClient } from './index.js';

const credentials = { username: 'mlind', password: 'correct horse battery staple' };

/** An answer that is given later, by hand. */
function later(): { answer: Promise<CannedAnswer>; give: (answer: CannedAnswer) => void } {
  let give: (answer: CannedAnswer) => void = () => undefined;
  const answer = new Promise<CannedAnswer>((resolve) => (give = resolve));
  return { answer, give };
}

describe('calls side by side', () => {
  it('never mix the token of one session with the cookie of another', async () => {
    let logins = 0;
    const answers = { ...goodDay, 'POST /auth/login': () => opened(`token-${++logins}`, `cookie-${logins}`) };
    await using server = await startCannedServer(routes(answers));
    const client = createClient({ baseUrl: server.url });
    await client.login.standard(credentials);
    const calls = Array.from({ length: 200 }, (_, index) =>
      index % 10 === 0 ? client.login.standard(credentials) : client.sessions.get(),
    );
    await Promise.all(calls);
    const pairs = server.requests
      .filter(({ method }) => method === 'GET')
      .map(({ headers }) => [headers['x-mstr-authtoken'], headers.cookie]);
    expect(pairs).toHaveLength(180);
    for (const [sentToken, sentCookie] of pairs) {
      expect(sentCookie).toBe(`JSESSIONID=${String(sentToken).replace('token', 'cookie')}`);
    }
  });

  it('keep the new session when an old call hears late that its session is over', async () => {
    const slow = later();
    const logins = [opened('old', 'old-cookie'), opened('new', 'new-cookie')];
    const gets = [slow.answer, { status: 200, body: session }];
    const answers = { 'POST /auth/login': () => logins.shift(), 'GET /sessions': () => gets.shift() };
    await using server = await startCannedServer(routes(answers));
    const client = createClient({ baseUrl: server.url });
    await client.login.standard(credentials);
    const old = client.sessions.get();
    await client.login.standard(credentials);
    slow.give({
      ...sessionOver,
      headers: { 'Set-Cookie': ['JSESSIONID=; Path=/Lib; Max-Age=0', 'route=b; Path=/Lib'] },
    });
    await expect(old).rejects.toMatchObject({ code: 'ERR009' });
    expect(client.loggedIn).toBe(true);
    await client.sessions.get();
    expect(server.requests.at(-1)?.headers).toMatchObject({
      'x-mstr-authtoken': 'new',
      cookie: 'JSESSIONID=new-cookie; route=b',
    });
  });

  it('do not let a public call overwrite the session cookie of a login that overtook it', async () => {
    const slow = later();
    await using server = await startCannedServer(routes({ ...goodDay, 'GET /config/authModes': () => slow.answer }));
    const client = createClient({ baseUrl: server.url });
    const modes = client.authModes();
    await client.login.standard(credentials);
    slow.give({ status: 200, body: { modes: [1] }, headers: { 'Set-Cookie': 'JSESSIONID=of-nobody; Path=/Lib' } });
    await modes;
    await client.sessions.get();
    expect(server.requests.at(-1)?.headers.cookie).not.toContain('of-nobody');
  });

  it('each end by their own signal and deadline', async () => {
    await using server = await startCannedServer(routes({ ...goodDay, 'GET /config/authModes': () => undefined }));
    const client = createClient({ baseUrl: server.url });
    const abort = new AbortController();
    const aborted = client.authModes({ signal: abort.signal });
    const late = client.authModes({ timeoutMs: 30 });
    const fine = client.sessions.get();
    abort.abort(new Error('not wanted any more'));
    const results = await Promise.allSettled([aborted, late, fine]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: { message: 'not wanted any more' } },
      { status: 'rejected', reason: { name: 'TimeoutError' } },
      { status: 'fulfilled', value: session },
    ]);
  });

  it('of two clients have nothing in common', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const [one, other] = [createClient({ baseUrl: server.url }), createClient({ baseUrl: server.url })];
    await one.login.standard(credentials);
    await other.sessions.get();
    expect(other.loggedIn).toBe(false);
    expect(server.requests.at(-1)?.headers).not.toMatchObject({ cookie: expect.anything() });
    expect(server.requests.at(-1)?.headers['x-mstr-authtoken']).not.toBe(token);
  });
});
