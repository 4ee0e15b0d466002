/** A service beside the server, which lets in whoever has a session there: `@mstr-rest/auth-server/gateway`. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sessionVerifier, type VerifierOptions } from '../src/gateway/index.js';
import { ManualClock, type SessionStore } from '../src/index.js';
import { openServer, type TestServer } from './open-server.js';

/** A `fetch` that counts what goes out, and shows it. */
function countingFetch() {
  const sent: { readonly headers: Headers }[] = [];
  const counting: typeof fetch = (input, init) => {
    sent.push({ headers: new Headers(init?.headers) });
    return fetch(input, init);
  };
  return { sent, fetch: counting };
}

/** Something else that answers at an address. */
async function somebodyElse(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
}

describe('verifySession', () => {
  let test: TestServer;
  let session: Awaited<ReturnType<TestServer['logIn']>>;
  const clock = new ManualClock();
  const open = (options: Partial<VerifierOptions> = {}) =>
    sessionVerifier({ baseUrl: test.server.url, clock, ...options });
  const logOut = () => test.call('POST', '/auth/logout', { headers: session });
  beforeAll(async () => {
    test = await openServer();
    await test.server.listen();
  });
  beforeEach(async () => {
    session = await test.logIn();
  });
  afterAll(() => test.close());

  it('names the user and the session, with token and session cookie and nothing else of the request', async () => {
    const { sent, fetch } = countingFetch();
    const cookie = `theme=dark; ${session.cookie}; tracker=1`;
    const headers = { ...session, cookie, authorization: 'Bearer x', 'x-mstr-projectid': 'of the service', host: 'h' };
    const verdict = await open({ fetch })(headers);
    const mine = (await (await test.call('GET', '/monitors/userConnections', { headers: session })).json()) as {
      readonly userConnections: readonly { readonly id: string; readonly current: boolean }[];
    };
    expect(verdict).toEqual({
      kind: 'verified',
      sessionId: mine.userConnections.find(({ current }) => current)?.id,
      user: {
        id: expect.stringMatching(/^[0-9A-F]{32}$/),
        username: 'ann',
        fullName: 'Ann Analyst',
        initials: 'AA',
        metadataUser: true,
      },
    });
    expect([...(sent[0]?.headers.keys() ?? [])].sort()).toEqual(['accept', 'cookie', 'x-mstr-authtoken']);
    expect(sent[0]?.headers.get('cookie')).toBe(session.cookie);
  });

  it.each(['/', '/api', '/api/'])('finds the server by its address with %s at the end', async (end) => {
    expect(await open({ baseUrl: test.server.url + end })(session)).toMatchObject({ kind: 'verified' });
  });

  it('refuses a session that has ended a second later at the latest, with the error of the server', async () => {
    const verify = open();
    expect((await verify(session)).kind).toBe('verified');
    expect((await logOut()).status).toBe(204);
    clock.advance(999);
    expect((await verify(session)).kind).toBe('verified');
    clock.advance(1);
    const verdict = await verify(session);
    expect(verdict).toMatchObject({ kind: 'refused', status: 401, body: { code: 'ERR009' } });
    const ticketId = verdict.kind === 'refused' ? verdict.body.ticketId : '';
    expect(test.log.some((line) => line['ticketId'] === ticketId)).toBe(true);
  });

  it('refuses it at once where nothing is kept', async () => {
    const verify = open({ freshForMs: 0 });
    expect((await verify(session)).kind).toBe('verified');
    await logOut();
    expect(await verify(session)).toMatchObject({ status: 401 });
  });

  it('asks once for callers who come together, and once for each session', async () => {
    const { sent, fetch } = countingFetch();
    const verify = open({ fetch });
    const other = await test.logIn();
    const verdicts = await Promise.all([session, session, other, session, other].map((one) => verify(one)));
    expect(verdicts.every(({ kind }) => kind === 'verified')).toBe(true);
    expect(sent).toHaveLength(2);
  });

  it('takes no answer to one token for an answer to the same with another cookie', async () => {
    const verify = open();
    const other = await test.logIn();
    expect((await verify(session)).kind).toBe('verified');
    expect(await verify({ ...session, cookie: other.cookie })).toMatchObject({ status: 401 });
    expect(await verify({ 'x-mstr-authtoken': session['x-mstr-authtoken'] })).toMatchObject({ status: 401 });
  });

  it('does not ask about a request without a token', async () => {
    const { sent, fetch } = countingFetch();
    const verdict = await open({ fetch })({ cookie: session.cookie });
    expect(verdict).toMatchObject({ kind: 'refused', status: 401, body: { code: 'ERR009' } });
    expect(sent).toHaveLength(0);
  });

  it('keeps the session alive, as any use of it does', async () => {
    const verify = open({ freshForMs: 0 });
    for (let minutes = 0; minutes < 30; minutes += 5) {
      expect((await verify(session)).kind).toBe('verified');
      test.clock.advance(5 * 60_000);
    }
    test.clock.advance(5 * 60_000);
    expect(await verify(session)).toMatchObject({ status: 401 });
  });

  describe('where nobody can tell', () => {
    const unavailable = { kind: 'refused', status: 503, headers: { 'retry-after': '1' }, body: { code: 'ERR0016' } };
    let other: Awaited<ReturnType<typeof somebodyElse>> | undefined;
    const at = async (listener: RequestListener, options: Partial<VerifierOptions> = {}) => {
      other = await somebodyElse(listener);
      return open({ baseUrl: `${other.url}/Library`, ...options })(session);
    };
    const causeOf = (verdict: object) => ('cause' in verdict ? (verdict.cause as Error).message : '');
    afterEach(async () => {
      other?.server.closeAllConnections();
      await new Promise((closed) => (other === undefined ? closed(undefined) : other.server.close(closed)));
      other = undefined;
    });

    it('is 503 when the server is gone', async () => {
      other = await somebodyElse(() => undefined);
      const { url } = other;
      await new Promise((closed) => other?.server.close(closed));
      const verdict = await open({ baseUrl: url })(session);
      expect(verdict).toMatchObject(unavailable);
      expect(causeOf(verdict)).toContain('ECONNREFUSED');
    });

    it('is 503 when the server hangs, by the deadline', async () => {
      const start = performance.now();
      const verdict = await at(() => undefined, { deadlineMs: 200 });
      expect(verdict).toMatchObject(unavailable);
      expect(causeOf(verdict)).toContain('its time is over');
      expect(performance.now() - start).toBeLessThan(2000);
    });

    it('is 503 when the answer does not end, by the deadline', async () => {
      const verdict = await at((_request, response) => void response.write('{'), { deadlineMs: 200 });
      expect(verdict).toMatchObject(unavailable);
    });

    it.each([
      ['a 401 of somebody on the way', 401, '<h1>Authorization Required</h1>'],
      ['a 401 in JSON of somebody on the way', 401, '{"error":"unauthorized"}'],
      ['a page', 200, '<h1>Welcome</h1>'],
      ['a user who is none', 200, '{"sessionId":"x","user":{"id":"administrator"}}'],
      ['a redirect', 302, ''],
      ['a wrong address', 404, '{"code":"ERR004","message":"HTTP 404 Not Found","ticketId":"x"}'],
      ['a server that is down', 503, '{"code":"ERR0016","message":"x","ticketId":"x"}'],
    ])('takes %s for neither yes nor no', async (_, status, text) => {
      const verdict = await at((_request, response) => {
        response.writeHead(status, { location: `${test.server.url}/api/auth/verify` }).end(text);
      });
      expect(verdict).toMatchObject(unavailable);
      expect(causeOf(verdict)).toContain(`/Library/api/auth/verify answered ${status}`);
    });

    it('says nothing of why to the caller, and no secret in the log', async () => {
      const verdict = await at((_request, response) => void response.writeHead(500).end());
      const { cause, ...forCaller } = verdict as typeof verdict & { readonly cause?: Error };
      expect(JSON.stringify(forCaller)).not.toContain('127.0.0.1');
      expect(`${cause?.stack}`).not.toContain(session['x-mstr-authtoken']);
    });

    it('asks again for the next caller, and lets him in when the server is back', async () => {
      let isUp = false;
      const passing: typeof fetch = (input, init) => (isUp ? fetch(input, init) : Promise.reject(new Error('down')));
      const verify = open({ fetch: passing });
      expect(await verify(session)).toMatchObject(unavailable);
      isUp = true;
      expect((await verify(session)).kind).toBe('verified');
    });

    it('asks no more questions at a time than it may', async () => {
      const sessions = await Promise.all([test.logIn(), test.logIn(), test.logIn()]);
      const verdicts = await Promise.all(sessions.map(open({ maximumQuestions: 2 })));
      expect(verdicts.map(({ kind }) => kind)).toEqual(['verified', 'verified', 'refused']);
      expect(verdicts[2]).toMatchObject(unavailable);
    });
  });

  it('is 503 while the session store is down, and never 401', async () => {
    const down = { use: () => Promise.reject(new Error('down')) } satisfies Partial<SessionStore>;
    const { MemorySessionStore } = await import('../src/index.js');
    const rules = { httpIdleMs: 1_800_000, engineIdleMs: 600_000, absoluteMs: 86_400_000, sweepEveryMs: 0 };
    const sessionStore = Object.assign(new MemorySessionStore(rules), down);
    const own = await openServer({}, { sessionStore });
    await own.server.listen();
    const verdict = await open({ baseUrl: own.server.url })(await own.logIn());
    await own.close();
    expect(verdict).toMatchObject({ status: 503, body: { code: 'ERR0016' } });
  });
});

describe('the options of verifySession', () => {
  it.each([
    [{ baseUrl: 'library.example.com' }, 'baseUrl: expected a URL such as'],
    [{ baseUrl: 'ftp://library.example.com' }, 'baseUrl: expected a URL such as'],
    [{ baseUrl: 'http://ann:secret@library.example.com' }, 'without user, query or fragment'],
    [{ freshForMs: -1 }, 'freshForMs: expected a whole number from 0 to 60000'],
    [{ freshForMs: Number.NaN }, 'freshForMs: expected a whole number'],
    [{ deadlineMs: 0 }, 'deadlineMs: expected a whole number from 1 to 60000'],
    [{ maximumAnswers: 0.5 }, 'maximumAnswers: expected a whole number from 1'],
  ])('are refused where they are wrong: %j', (options, message) => {
    const make = () => sessionVerifier({ baseUrl: 'http://127.0.0.1', ...options });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
    expect(make).not.toThrow('secret');
  });
});
