/** How a server stops that is being used. */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ann, openServer, type TestServer } from './open-server.js';

interface Answer {
  readonly status: number;
  readonly connection: string | undefined;
}

/** One request; rejects where the connection breaks. */
function ask(agent: Agent, url: string, method = 'GET', headers: Record<string, string> = {}, body = '') {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request(url, { method, headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection }));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('a server that stops', () => {
  let test: TestServer;
  const open = async (server: object) => {
    test = await openServer({ server: { port: 0, ...server } });
    await test.server.listen();
    return test.server;
  };

  it('cuts no request, and asks each kept connection to close', async () => {
    const server = await open({ drainMs: 300 });
    const session = await test.logIn();
    const statuses = new Set<number>();
    let asked = 0;
    // Each asks over one kept connection, without a pause, until he is told to go elsewhere: as load balancers do.
    const caller = async (next: () => Promise<Answer>) => {
      for (;;) {
        const { status, connection } = await next();
        statuses.add(status);
        asked += 1;
        if (connection === 'close') return;
      }
    };
    const oneConnection = () => new Agent({ keepAlive: true, maxSockets: 1 });
    const readers = Array.from({ length: 8 }, oneConnection);
    const writers = Array.from({ length: 4 }, oneConnection);
    const json = { 'content-type': 'application/json' };
    const callers = [
      ...readers.map((agent) => caller(() => ask(agent, `${server.url}/api/sessions`, 'GET', session))),
      ...writers.map((agent) =>
        caller(() => ask(agent, `${server.url}/api/auth/login`, 'POST', json, JSON.stringify(ann))),
      ),
    ];
    while (asked < 100) await wait(10);
    const closed = test.close();
    await Promise.all(callers);
    await closed;
    expect([...statuses].sort()).toEqual([200, 204]);
    for (const agent of [...readers, ...writers]) agent.destroy();
  });

  it('answers what was under way before, and closes its connection', async () => {
    const server = await open({ drainMs: 300 });
    const body = JSON.stringify(ann);
    const agent = new Agent({ keepAlive: true });
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const answer = new Promise<Answer>((resolve, reject) => {
      const slow = request(`${server.url}/api/auth/login`, { method: 'POST', headers, agent }, (got) => {
        got.resume();
        resolve({ status: got.statusCode ?? 0, connection: got.headers.connection });
      });
      slow.on('error', reject);
      slow.write(body.slice(0, 10));
      setTimeout(() => slow.end(body.slice(10)), 600); // in the middle of app.close(): nothing is accepted any more
    });
    await wait(100);
    const closed = test.close();
    expect(await answer).toEqual({ status: 204, connection: 'close' });
    await closed;
    agent.destroy();
  });

  it('does not wait for ever for who sends slowly', async () => {
    const server = await open({ drainMs: 0, stopTimeoutSeconds: 1 });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const gone = new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined));
    socket.write('POST /MicroStrategyLibrary/api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
    await wait(100);
    const begun = performance.now();
    await test.close();
    await gone;
    expect(performance.now() - begun).toBeGreaterThan(900);
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(test.log).toContainEqual(
      expect.objectContaining({ msg: 'some requests did not end in time: they are cut off' }),
    );
  });

  it('may be told to stop twice', async () => {
    await open({ drainMs: 100 });
    await Promise.all([test.server.close(), test.server.close()]);
    await test.close();
  });
});
