/** A plain node:http server with the two routes that are compared: what the others do in each is up to them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerQuestions } from './questions.js';

export interface Credentials {
  readonly token: string;
  readonly cookie: string;
}

export interface Routes {
  /** POST: whoever sends this body is logged in. undefined: 401. */
  logIn(body: unknown): Credentials | undefined | Promise<Credentials | undefined>;
  /** GET: the JSON of the session with this token and `Cookie` header. undefined: 401. */
  read(token: string, cookies: string): string | undefined;
  forget(): void;
}

/** Listens on a free port, and answers the benchmark. */
export function serve(routes: Routes): void {
  const server = createServer((request, response) => {
    if (request.method === 'POST') readBody(request, (text) => logIn(routes, text, response));
    else read(routes, request, response);
  });
  server.keepAliveTimeout = 72_000; // as ours
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo; // it listens on TCP
    const forget = () => {
      routes.forget();
      return null;
    };
    answerQuestions(`http://127.0.0.1:${port}/MicroStrategyLibrary`, { forget });
  });
}

function read(routes: Routes, { headers }: IncomingMessage, response: ServerResponse): void {
  const token = headers['x-mstr-authtoken'];
  const json = typeof token === 'string' ? routes.read(token, headers.cookie ?? '') : undefined;
  if (json === undefined) response.writeHead(401).end();
  else
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) })
      .end(json);
}

function logIn(routes: Routes, text: string, response: ServerResponse): void {
  const answer = (credentials: Credentials | undefined) => {
    if (credentials === undefined) return response.writeHead(401).end();
    const { token, cookie } = credentials;
    const setCookie = `JSESSIONID=${cookie}; Path=/MicroStrategyLibrary; HttpOnly; SameSite=Lax`;
    return response.writeHead(204, { 'x-mstr-authtoken': token, 'set-cookie': setCookie }).end();
  };
  const credentials = routes.logIn(JSON.parse(text));
  if (credentials instanceof Promise) void credentials.then(answer);
  else answer(credentials);
}

function readBody(request: IncomingMessage, use: (text: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => void chunks.push(chunk));
  request.on('end', () => use(Buffer.concat(chunks).toString()));
}
