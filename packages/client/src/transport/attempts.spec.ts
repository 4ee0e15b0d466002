import { goodDay, refused, routes, session, token } from '../../test/answers.js';
import { startCannedServer, type CannedAnswer, type Play } from '../../test/canned-server.js';
import { createClient, type Clock, type NodeClientOptions, type RetryView } from '../index.js';

const busy = refused(503, 'ERR0016', 'A part of the service is not available');
const askingFor = (seconds: number): CannedAnswer => ({ ...busy, headers: { 'Retry-After': String(seconds) } });
const alive: CannedAnswer = { status: 200, body: session };
const cut: Play = (_, response) => void response.destroy();

/** A clock on which every wait is over at once; the time that it took is noted, and passes. */
function hurriedClock() {
  const waits: number[] = [];
  let nowMs = 0;
  const clock: Clock = {
    now: () => nowMs,
    monotonic: () => nowMs,
    after: (delayMs, run, background) => {
      if (delayMs >= 30_000 || background) return () => undefined; // the deadline of the call, and what keeps sessions
      waits.push(delayMs);
      nowMs += delayMs;
      const timer = setImmediate(run);
      return () => clearImmediate(timer);
    },
  };
  return { clock, waits };
}

/** A server that gives these answers to whatever is asked, the last one again and again; and a client of it. */
async function scene(answers: readonly (CannedAnswer | Play)[], options: Partial<NodeClientOptions> = {}) {
  let next = 0;
  const server = await startCannedServer((request, response) => {
    const answer = answers[Math.min(next++, answers.length - 1)] as CannedAnswer | Play; // at least one
    return typeof answer === 'function' ? answer(request, response) : answer;
  });
  const retried: RetryView[] = [];
  const { clock, waits } = hurriedClock();
  const hooks = { onRetry: (view: RetryView) => retried.push(view) };
  const retry = { random: () => 0.5 };
  const client = createClient({ baseUrl: server.url, clock, hooks, retry, ...options });
  return { server, client, retried, waits, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('a call that fails in passing', () => {
  it('is made again after a random part of waits that double, and says so', async () => {
    await using all = await scene([busy, cut, alive]);
    expect(await all.client.sessions.get()).toEqual(session);
    expect(all.waits).toEqual([100, 200]);
    expect(all.retried).toEqual([
      expect.objectContaining({ operation: 'getSession', method: 'GET', attempt: 1, delayMs: 100 }),
      expect.objectContaining({
        attempt: 2,
        delayMs: 200,
        error: expect.objectContaining({ name: 'ConnectionError' }),
      }),
    ]);
    expect(all.retried[0]?.error).toMatchObject({ name: 'WireError', kind: 'serviceUnavailable' });
  });

  it('is made three times at most, and then rejects with its last error', async () => {
    await using all = await scene([busy]);
    await expect(all.client.sessions.get()).rejects.toMatchObject({ code: 'ERR0016' });
    expect(all.server.requests).toHaveLength(3);
  });

  it('waits for as long as the server asks', async () => {
    await using all = await scene([askingFor(2), alive]);
    await all.client.sessions.get();
    expect(all.waits).toEqual([2_000]);
  });

  it.each([
    ['the server asks for too long a wait', [askingFor(11), alive], {}],
    [
      'the wait would not end within the deadline',
      [askingFor(2), alive],
      { timeoutMs: 30_000, retry: { longestDelayMs: 60_000, random: () => 0.5, firstDelayMs: 130_000 } },
    ],
    ['it is told not to', [busy, alive], { retry: false as const }],
  ])('is not made again where %s', async (_, answers, options) => {
    await using all = await scene(answers, options);
    await expect(all.client.sessions.get()).rejects.toMatchObject({ code: 'ERR0016' });
    expect(all.server.requests).toHaveLength(1);
  });

  it.each([
    ['the catalogue says that it cannot help', refused(500, 'ERR001', 'An unexpected error occurred')],
    ['it is answered that the session is over', refused(401, 'ERR009', 'over')],
    ['the answer is a page', { status: 500, headers: { 'Content-Type': 'text/html' }, body: '<html>' }],
  ])('is not made again where %s', async (_, answer) => {
    await using all = await scene([answer]);
    await expect(all.client.sessions.get()).rejects.toThrow();
    expect(all.server.requests).toHaveLength(1);
  });

  it('is made again after the page of a proxy that has no server for the moment', async () => {
    await using all = await scene([{ status: 502, headers: { 'Content-Type': 'text/html' }, body: '<html>' }, alive]);
    expect(await all.client.sessions.get()).toEqual(session);
  });

  it('may run out of its budget', async () => {
    await using all = await scene([busy]);
    for (let call = 0; call < 7; call += 1) await all.client.sessions.get().catch(() => undefined);
    expect(all.server.requests).toHaveLength(7 + 10);
  });

  it('does not wait for the end of its signal', async () => {
    const abort = new AbortController();
    const hooks = { onRetry: () => abort.abort(new Error('enough')) };
    await using all = await scene([busy], {
      hooks,
      clock: undefined,
      retry: { firstDelayMs: 60_000, longestDelayMs: 60_000, random: () => 0.4 },
    });
    await expect(all.client.sessions.get({ signal: abort.signal })).rejects.toThrow('enough');
  });
});

describe('what is not safe to do twice', () => {
  it.each([
    ['an answer that passes', busy],
    ['a connection that broke', cut],
  ])('is not repeated after %s', async (_, answer) => {
    await using all = await scene([answer]);
    await expect(all.client.login.anonymous()).rejects.toThrow();
    expect(all.server.requests).toHaveLength(1);
  });

  it('is repeated where the caller says so, with what it said before', async () => {
    await using all = await scene([cut, { status: 201, body: { id: '1' } }]);
    await all.client.apiTokens.create({ userId: '7' }, { repeatable: true });
    expect(all.server.requests.map(({ body }) => body)).toEqual([{ userId: '7' }, { userId: '7' }]);
  });

  it('is repeated where nobody was there to hear it', async () => {
    const gone = await startCannedServer(routes(goodDay));
    await gone[Symbol.asyncDispose]();
    const retried: RetryView[] = [];
    const { clock } = hurriedClock();
    const client = createClient({ baseUrl: gone.url, clock, hooks: { onRetry: (view) => retried.push(view) } });
    await expect(client.login.anonymous()).rejects.toMatchObject({ name: 'ConnectionError' });
    expect(retried.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('asks for its credentials once, however often it is sent', async () => {
    const gone = await startCannedServer(routes(goodDay));
    await gone[Symbol.asyncDispose]();
    let asked = 0;
    const login = createClient({ baseUrl: gone.url, clock: hurriedClock().clock }).login.apiToken(() => {
      asked += 1;
      return { apiToken: 'a-token' };
    });
    await expect(login).rejects.toMatchObject({ name: 'ConnectionError' });
    expect(asked).toBe(1);
  });
});

describe('the response deadline', () => {
  it('ends one attempt, not the call', async () => {
    let asked = 0;
    await using server = await startCannedServer(() => ((asked += 1) === 1 ? undefined : alive));
    const client = createClient({ baseUrl: server.url, responseTimeoutMs: 300, retry: { firstDelayMs: 0 } });
    expect(await client.sessions.get()).toEqual(session);
  });

  it('says which deadline it was', async () => {
    await using server = await startCannedServer(() => undefined);
    const client = createClient({ baseUrl: server.url, responseTimeoutMs: 20, retry: false });
    await expect(client.sessions.get()).rejects.toMatchObject({
      name: 'TimeoutError',
      phase: 'response',
      message: 'getSession: no answer within 20 ms, the response deadline of the client',
    });
  });
});

it('a retry goes with the token of the session that there is by then', async () => {
  const play = routes({
    ...goodDay,
    'GET /sessions': (() => {
      let n = 0;
      return () => (n++ === 0 ? busy : alive);
    })(),
  });
  await using server = await startCannedServer(play);
  const client = createClient({ baseUrl: server.url, clock: hurriedClock().clock });
  await client.login.anonymous();
  await client.sessions.get();
  expect(server.requests.slice(1).map(({ headers }) => headers['x-mstr-authtoken'])).toEqual([token, token]);
});
