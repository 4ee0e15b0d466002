import { keptClient, later } from '../../test/kept-client.js';

const gone = new Error('the person has gone away');

function held(which: string) {
  const kept = keptClient();
  const answer = later();
  kept.server.instead = ({ url }) => (url.endsWith(which) ? answer.answer : undefined);
  return { ...kept, give: answer.give };
}

const opened = {
  status: 204,
  headers: { 'X-MSTR-AuthToken': 'late', 'Set-Cookie': ['JSESSIONID=late; Path=/Lib', 'route=7; Path=/'] },
};

describe('a login that is given up', () => {
  it('leaves no session, though the server opens it', async () => {
    const { client, server, give } = held('/auth/login');
    const abort = new AbortController();
    const login = client.login.anonymous({}, { signal: abort.signal });
    await server.settled();
    abort.abort(gone);
    await expect(login).rejects.toBe(gone);
    give();
    await server.settled();
    expect(client.loggedIn).toBe(false);
    expect(server.living).toBeUndefined();
    expect(server.whats.at(-1)).toBe('POST /auth/logout');
  });

  it('leaves none when it was the deadline that ended it', async () => {
    const { client, server, give, clock } = held('/auth/login');
    const login = client.login.anonymous({}, { timeoutMs: 50 });
    const failed = expect(login).rejects.toMatchObject({ name: 'TimeoutError', timeoutMs: 50 });
    await server.settled();
    await clock.advance(50);
    await failed;
    give();
    await server.settled();
    expect(server.living).toBeUndefined();
  });

  it('leaves the session alone that the client has, and every cookie of it', async () => {
    const { client, server, give } = held('nowhere');
    server.instead = () => ({ status: 204, headers: { ...opened.headers, 'X-MSTR-AuthToken': 'kept' } });
    await client.login.anonymous();
    const second = later();
    server.instead = () => second.answer;
    const abort = new AbortController();
    const login = client.login.anonymous({}, { signal: abort.signal });
    await server.settled();
    abort.abort(gone);
    await expect(login).rejects.toBe(gone);
    server.instead = () => ({ status: 204 });
    second.give({
      status: 204,
      headers: { 'X-MSTR-AuthToken': 'other', 'Set-Cookie': 'JSESSIONID=other; Path=/Lib' },
    });
    await server.settled();
    await client.sessions.renew();
    expect(server.asked.slice(-2)).toEqual([
      { what: 'POST /auth/logout', token: 'other', cookie: 'JSESSIONID=other; route=7' },
      { what: 'PUT /sessions', token: 'kept', cookie: 'JSESSIONID=late; route=7' },
    ]);
    give();
  });

  it('is waited for by close', async () => {
    const { client, server, give } = held('/auth/login');
    const abort = new AbortController();
    const login = client.login.anonymous({}, { signal: abort.signal });
    await server.settled();
    abort.abort(gone);
    await expect(login).rejects.toBe(gone);
    const closing = client.close();
    give();
    await closing;
    expect(server.whats).toEqual(['POST /auth/login', 'POST /auth/logout']);
  });

  it('is not sent at all when its credentials come too late', async () => {
    const { client, server } = keptClient();
    const abort = new AbortController();
    const login = client.login.anonymous(
      async () => {
        abort.abort(gone);
        return Promise.resolve({});
      },
      { signal: abort.signal },
    );
    await expect(login).rejects.toBe(gone);
    await server.settled();
    expect(server.whats).toEqual([]);
  });

  it('is given up for good some seconds later', async () => {
    const { client, server, clock } = keptClient();
    let signal: AbortSignal | undefined;
    server.instead = (request) => {
      signal = request.signal;
      return later().answer;
    };
    const abort = new AbortController();
    const login = client.login.anonymous({}, { signal: abort.signal });
    await server.settled();
    abort.abort(gone);
    await expect(login).rejects.toBe(gone);
    expect(signal?.aborted).toBe(false);
    await clock.advance(5_000);
    expect(signal?.aborted).toBe(true);
  });

  it('ends nothing of others when it was by delegation', async () => {
    const { client, server, give } = held('/auth/delegate');
    const abort = new AbortController();
    const login = client.login.delegated({ identityToken: 'of-another' }, { signal: abort.signal });
    await server.settled();
    abort.abort(gone);
    await expect(login).rejects.toBe(gone);
    give(opened);
    await server.settled();
    expect(client.loggedIn).toBe(false);
    expect(server.whats).toEqual(['POST /auth/delegate']);
  });
});
