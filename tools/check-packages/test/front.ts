/**
 * A load balancer before the server, at 127.0.0.1, as clients meet them: it has cookies of its own, one of which changes
 * with each answer, and does not let anybody in who does not bring back the ones that stay. Beside that:
 *
 * - below `/hanging/` nothing is ever answered, and below `/moved/` everything is elsewhere
 * - `/seen` lists the requests that came through since it was last asked
 * - `pages` has what else is served, by path
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came through. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** The `Cookie` header. */
  readonly cookie: string;
  readonly hasToken: boolean;
}

export interface Front {
  readonly origin: string;
  /** Path → what is served there: its media type and text. */
  readonly pages: Map<string, readonly [type: string, text: string]>;
  /** Where the server is. */
  serve(port: number): void;
  close(): Promise<void>;
}

const staying = ['library-ingress=node-seven', 'route="a b|c"'];

export async function startFront(): Promise<Front> {
  const pages: Front['pages'] = new Map();
  let target = 0;
  let seen: SeenRequest[] = [];
  let answers = 0;

  const answer = (incoming: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '', headers } = incoming;
    const page = pages.get(path);
    if (path.startsWith('/hanging/')) return;
    if (path.startsWith('/moved/')) response.writeHead(302, { location: path.replace('/moved', '') }).end();
    else if (path === '/seen') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(seen));
      seen = [];
    } else if (page !== undefined) response.writeHead(200, { 'content-type': page[0] }).end(page[1]);
    else {
      const { cookie = '' } = headers;
      seen.push({ method, path, cookie, hasToken: 'x-mstr-authtoken' in headers });
      if ('x-mstr-authtoken' in headers && !staying.every((one) => cookie.includes(one)))
        response.writeHead(502).end('another node');
      else pass(incoming, response);
    }
  };
  const pass = (incoming: IncomingMessage, response: ServerResponse) => {
    const { method, url: path, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: target, method, path, headers }, (answered) => {
      const cookies = [...staying, `rotating=${(answers += 1)}`].map((one) => `${one}; Path=/`);
      const setCookie = [...(answered.headers['set-cookie'] ?? []), ...cookies];
      response.writeHead(answered.statusCode ?? 502, { ...answered.headers, 'set-cookie': setCookie });
      answered.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    incoming.pipe(onward);
  };

  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    serve: (to) => (target = to),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
