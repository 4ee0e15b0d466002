import { goodDay, refused, routes } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { createClient, type ErrorView, type RequestView, type ResponseView } from './index.js';

describe('the hooks', () => {
  it('see the request and the answer, with a mark in the place of secrets', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const requests: RequestView[] = [];
    const responses: ResponseView[] = [];
    let nowMs = 0;
    const client = createClient({
      baseUrl: server.url,
      applicationType: 35,
      clock: { now: () => 0, monotonic: () => (nowMs += 5), after: () => () => undefined },
      hooks: { onRequest: (view) => requests.push(view), onResponse: (view) => responses.push(view) },
    });
    await client.login.standard({ username: 'mlind', password: 'correct horse battery staple' });
    const call = { operation: 'postLogin', method: 'POST', url: `${server.url}/api/auth/login` };
    expect(requests).toEqual([
      {
        ...call,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: { loginMode: 1, username: 'mlind', password: '[redacted]', applicationType: 35 },
      },
    ]);
    expect(responses).toEqual([{ ...call, status: 204, durationMs: 5, headers: expect.anything() }]);
    expect(responses[0]?.headers).toMatchObject({ 'x-mstr-authtoken': '[redacted]', 'set-cookie': '[redacted]' });
    await client.sessions.get();
    expect(requests[1]).toMatchObject({ headers: { 'x-mstr-authtoken': '[redacted]', cookie: '[redacted]' } });
    expect(requests[1]?.body).toBeUndefined();
  });

  it('see what a call rejects with', async () => {
    await using server = await startCannedServer(() => refused(404, 'ERR004', 'HTTP 404 Not Found'));
    const errors: ErrorView[] = [];
    const client = createClient({ baseUrl: server.url, hooks: { onError: (view) => errors.push(view) } });
    const error = await client.status().catch((caught: unknown) => caught);
    expect(errors).toEqual([expect.objectContaining({ operation: 'getStatus', method: 'GET', error })]);
  });

  it('change nothing by throwing or rejecting', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const fail = () => {
      throw new Error('the hook fails');
    };
    const hooks = {
      onRequest: fail,
      onResponse: async () => Promise.reject(new Error('the hook fails')),
      onError: fail,
    };
    const client = createClient({ baseUrl: server.url, hooks });
    await client.login.anonymous();
    expect(client.loggedIn).toBe(true);
    await expect(client.status()).rejects.toMatchObject({ code: 'ERR004' });
  });
});
