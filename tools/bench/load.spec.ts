import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection, requestOf } from './connection.js';
import { load, type Caller } from './load.js';

describe('the load', () => {
  let server: Server;
  let connections: Connection[];

  async function callersOf(listener: RequestListener, count: number): Promise<Caller[]> {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hello`);
    connections = await Promise.all(Array.from({ length: count }, () => Connection.open(url)));
    return connections.map((connection) => ({
      connection,
      nextRequest: () => requestOf('POST', url, {}, '{"a":1}'),
      mistakeIn: ({ status, body }) => (status === 200 && body === '{"a":1}' ? undefined : `${status} ${body}`),
    }));
  }

  afterEach(() => {
    for (const connection of connections) connection.close();
    server.close();
  });

  it('counts every answer once, and sends no more than it may', async () => {
    let received = 0;
    const echo: RequestListener = (request, response) => {
      received += 1;
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => response.writeHead(200, { 'content-length': 7 }).end(Buffer.concat(chunks)));
    };
    const result = await load(await callersOf(echo, 3), { seconds: 20, atMost: 100 });
    expect(received).toBe(100);
    expect(result.requests).toBe(100);
    expect(result.latenciesMs).toHaveLength(100);
    expect(Math.min(...result.latenciesMs)).toBeGreaterThan(0);
  });

  it('stops sending when its time is over', async () => {
    const slow: RequestListener = (request, response) => {
      request.resume();
      setTimeout(() => response.writeHead(200, { 'content-length': 7 }).end('{"a":1}'), 20);
    };
    const { requests, durationMs } = await load(await callersOf(slow, 2), { seconds: 0.2, atMost: Infinity });
    expect(durationMs).toBeGreaterThanOrEqual(200);
    expect(requests).toBeGreaterThan(2);
    expect(requests).toBeLessThanOrEqual(22);
  });

  it('reads an answer that arrives in pieces', async () => {
    const pieces: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-length': 7 }).write('{"a"');
      setTimeout(() => response.end(':1}'), 5);
    };
    expect((await load(await callersOf(pieces, 1), { seconds: 5, atMost: 3 })).requests).toBe(3);
  });

  it('fails with the number of wrong answers and the first of them', async () => {
    let n = 0;
    const moody: RequestListener = (_request, response) => {
      n += 1;
      const body = n % 5 === 0 ? `bad ${n}` : '{"a":1}';
      response.writeHead(n % 5 === 0 ? 503 : 200, { 'content-length': body.length }).end(body);
    };
    const callers = await callersOf(moody, 1);
    await expect(load(callers, { seconds: 5, atMost: 10 })).rejects.toThrow(
      '2 of 10 answers were wrong, first: 503 bad 5',
    );
  });

  it('fails when the server goes away', async () => {
    const callers = await callersOf((request) => request.socket.destroy(), 2);
    await expect(load(callers, { seconds: 5, atMost: 10 })).rejects.toThrow('closed the connection');
  });
});
