import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The JSON body, or the text of a form; undefined when it is empty. */
  readonly body: unknown;
}

/** An answer to play. A body that is no string is sent as JSON, with exactly that content type. */
export interface CannedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
}

type Played = CannedAnswer | undefined;

/** Plays an answer, or does with the response what no canned answer can: cut it off, or leave it open. */
export type Play = (request: SeenRequest, response: ServerResponse) => Played | Promise<Played>;

/** A real HTTP server on a loopback port of its own that plays answers and notes what it was asked. */
export interface CannedServer extends AsyncDisposable {
  /** Address of its Library, without `/api`. */
  readonly url: string;
  readonly requests: readonly SeenRequest[];
}

/** Starts one. */
export async function startCannedServer(play: Play): Promise<CannedServer> {
  const requests: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      const { method = '', url = '', headers } = incoming;
      const text = Buffer.concat(await incoming.toArray()).toString();
      const request = { method, path: url, headers, body: bodyOf(headers, text) };
      requests.push(request);
      const answer = await play(request, response);
      if (answer) send(response, answer);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}/Lib`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function bodyOf({ 'content-type': type = '' }: IncomingHttpHeaders, text: string): unknown {
  if (text === '' || type.startsWith('application/x-www-form-urlencoded')) return text || undefined;
  return JSON.parse(text);
}

function send(response: ServerResponse, { status, headers = {}, body }: CannedAnswer): void {
  response.statusCode = status;
  if (body !== undefined && typeof body !== 'string') response.setHeader('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}
