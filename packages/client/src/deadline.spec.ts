import { getEventListeners } from 'node:events';
import { goodDay, opened, routes } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { createClient, TimeoutError, type Fetch } from './index.js';

/** Answers only the login; leaves everything else open. */
const silent = routes({ ...goodDay, 'GET /sessions': () => undefined });

/** A fetch that takes no notice of its signal and never answers. */
const deaf: Fetch = () => new Promise(() => undefined);

describe('the deadline', () => {
  it.each([
    ['of the client', 'client', { timeoutMs: 20 }, {}],
    ['of the call', 'call', {}, { timeoutMs: 20 }],
    ['of the call, above that of the client,', 'call', { timeoutMs: 60_000 }, { timeoutMs: 20 }],
  ])('%s ends a call that gets no answer', async (_, setBy, ofClient, ofCall) => {
    await using server = await startCannedServer(silent);
    const call = createClient({ baseUrl: server.url, ...ofClient }).sessions.get(ofCall);
    await expect(call).rejects.toBeInstanceOf(TimeoutError);
    await expect(call).rejects.toMatchObject({
      name: 'TimeoutError',
      operation: 'getSession',
      timeoutMs: 20,
      setBy,
      message: `getSession: no complete answer within 20 ms, the deadline of the ${setBy}`,
    });
  });

  it('is 30 seconds unless said otherwise, and none when it is 0', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const waits: number[] = [];
    const clock = {
      now: () => 0,
      monotonic: () => 0,
      after: (delayMs: number) => {
        waits.push(delayMs);
        return () => undefined;
      },
    };
    const client = createClient({ baseUrl: server.url, clock });
    await client.sessions.get();
    await client.sessions.get({ timeoutMs: 0 });
    await createClient({ baseUrl: server.url, clock, timeoutMs: 0 }).sessions.get();
    expect(waits).toEqual([30_000]);
  });

  it('holds for the body as well', async () => {
    await using server = await startCannedServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"locale":');
      return undefined;
    });
    const call = createClient({ baseUrl: server.url }).sessions.get({ timeoutMs: 50 });
    await expect(call).rejects.toBeInstanceOf(TimeoutError);
  });

  it('holds for a fetch that takes no notice of its signal', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1/Lib', fetch: deaf });
    await expect(client.status({ timeoutMs: 20 })).rejects.toBeInstanceOf(TimeoutError);
  });

  it('leaves a client logged out whose login is answered too late', async () => {
    await using server = await startCannedServer(routes(goodDay));
    let release: () => void = () => undefined;
    const tooLate = new Promise<void>((resolve) => (release = resolve));
    const fetch: Fetch = async (request) => {
      const answer = await globalThis.fetch(request, { signal: null });
      await tooLate;
      return answer;
    };
    const client = createClient({ baseUrl: server.url, fetch });
    await expect(client.login.anonymous({}, { timeoutMs: 20 })).rejects.toBeInstanceOf(TimeoutError);
    release();
    await new Promise((resolve) => setImmediate(resolve)); // all that waits for the answer has run
    expect(client.loggedIn).toBe(false);
  });

  it.each([-1, NaN, Infinity, 2 ** 31])('cannot be %d', async (timeoutMs) => {
    const baseUrl = 'http://127.0.0.1:1/Lib';
    expect(() => createClient({ baseUrl, timeoutMs })).toThrow(TypeError);
    await expect(createClient({ baseUrl }).status({ timeoutMs })).rejects.toBeInstanceOf(TypeError);
  });
});

describe('the signal', () => {
  it('ends a call with its own reason, whatever that is', async () => {
    await using server = await startCannedServer(silent);
    const client = createClient({ baseUrl: server.url });
    for (const reason of [new Error('enough'), 'enough', undefined]) {
      const abort = new AbortController();
      const call = client.sessions.get({ signal: abort.signal });
      setImmediate(() => abort.abort(reason));
      const caught = await call.catch((error: unknown) => error);
      expect(caught).toBe(abort.signal.reason);
    }
  });

  it('that is aborted already sends nothing', async () => {
    const sent: string[] = [];
    const fetch: Fetch = (request) => {
      sent.push(request.url);
      return deaf(request);
    };
    const client = createClient({ baseUrl: 'http://127.0.0.1:1/Lib', fetch });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(client.sessions.get({ signal })).rejects.toThrow('enough');
    expect(sent).toEqual([]);
  });

  it('that many calls share is let go of after each', async () => {
    await using server = await startCannedServer(routes({ ...goodDay, 'POST /auth/login': opened('a', 'b') }));
    const { signal } = new AbortController();
    const client = createClient({ baseUrl: server.url });
    await client.sessions.get({ signal });
    await client.status({ signal }).catch(() => undefined);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
