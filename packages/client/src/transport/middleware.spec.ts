import { goodDay, refused, routes, session, token } from '../../test/answers.js';
import { startCannedServer } from '../../test/canned-server.js';
import { createClient, type Middleware } from '../index.js';

describe('middleware', () => {
  it('stands around every request in its order, sees the credentials, and may change what is sent and answered', async () => {
    await using server = await startCannedServer(routes(goodDay));
    const steps: string[] = [];
    const named =
      (name: string): Middleware =>
      async (request, next) => {
        steps.push(`${name} sends ${request.headers.get('x-mstr-authtoken')}`);
        const changed = new Request(request, {
          headers: { ...Object.fromEntries(request.headers), [`x-${name}`]: 'here' },
        });
        const answer = await next(changed);
        steps.push(`${name} hears ${answer.status}`);
        return answer;
      };
    const client = createClient({ baseUrl: server.url, middleware: [named('outer'), named('inner')] });
    await client.login.anonymous();
    steps.length = 0;
    expect(await client.sessions.get()).toEqual(session);
    expect(steps).toEqual([`outer sends ${token}`, `inner sends ${token}`, 'inner hears 200', 'outer hears 200']);
    expect(server.requests.at(-1)?.headers).toMatchObject({ 'x-outer': 'here', 'x-inner': 'here' });
  });

  it('may answer in the place of the server', async () => {
    await using server = await startCannedServer(routes({}));
    const middleware: Middleware[] = [async () => Response.json(session)];
    expect(await createClient({ baseUrl: server.url, middleware }).sessions.get()).toEqual(session);
    expect(server.requests).toEqual([]);
  });

  it('stands around each attempt', async () => {
    let asked = 0;
    const answers = [refused(503, 'ERR0016', 'busy'), { status: 200, body: session }];
    await using server = await startCannedServer(() => answers.shift());
    const middleware: Middleware[] = [(request, next) => ((asked += 1), next(request))];
    await createClient({ baseUrl: server.url, middleware, retry: { firstDelayMs: 0 } }).sessions.get();
    expect(asked).toBe(2);
  });
});
