/** Bare: what Node itself costs. Two headers, one Map, the same JSON; nothing is derived, hashed, checked or ended. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from './listen.js';
import { readJson } from './read-json.js';

interface Session {
  readonly cookie: string;
  readonly view: object;
}

const sessions = new Map<string, Session>();

listen((request, response) => {
  if (request.method === 'POST') logIn(request, response);
  else read(request, response);
});

function read(request: IncomingMessage, response: ServerResponse): void {
  const token = request.headers['x-mstr-authtoken'];
  const session = typeof token === 'string' ? sessions.get(token) : undefined;
  if (session === undefined || session.cookie !== request.headers.cookie) return void response.writeHead(401).end();
  const body = JSON.stringify(session.view);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

function logIn(request: IncomingMessage, response: ServerResponse): void {
  readJson<{ readonly username?: string }>(request, ({ username = 'Public / Guest' }) => {
    const token = randomBytes(16).toString('hex');
    const cookie = `JSESSIONID=${randomBytes(16).toString('hex')}`;
    sessions.set(token, { cookie, view: viewOf(username) });
    response.writeHead(204, { 'x-mstr-authtoken': token, 'set-cookie': cookie }).end();
  });
}

function viewOf(fullName: string): object {
  const id = randomBytes(16).toString('hex').toUpperCase();
  return { locale: 1033, maxSearch: 3, workingSet: 10, timeout: 600, id, fullName, initials: 'PG' };
}
