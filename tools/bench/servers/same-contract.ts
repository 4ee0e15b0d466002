/**
 * The same contract on node:http, by hand: what a server can reach that does the same work. The token is derived from
 * the cookie (HMAC-SHA-256), the store knows SHA-256 of the token, a session has two idle ends and an absolute one, and
 * every use moves both timers. Answers carry the headers of ours. Left out: routing, limits, origins, errors, the log.
 */
import { createHmac, hash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { argon2 } from '../argon2.js';
import type { BenchConfig } from '../auth-server-config.js';
import { listen } from './listen.js';
import { readJson } from './read-json.js';

interface Session {
  readonly view: object;
  readonly endsAt: number;
  httpUsedAt: number;
  engineUsedAt: number;
}

const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
};
const httpIdleMs = 1_800_000;
const engineIdleMs = 600_000;
const absoluteMs = 86_400_000;
const digits = '0123456789abcdefghijklmnopqrstuv';

const { users } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BenchConfig; // the bench has written it
const passwordHashes = new Map(users.map(({ loginName, passwordHash }) => [loginName, passwordHash]));
const sessions = new Map<string, Session>();

listen((request, response) => {
  if (request.method === 'POST') logIn(request, response);
  else read(request, response);
});

function read(request: IncomingMessage, response: ServerResponse): void {
  const session = sessionOf(request.headers['x-mstr-authtoken'], request.headers.cookie);
  if (session === undefined) return void response.writeHead(401).end();
  const body = JSON.stringify(session.view);
  response.writeHead(200, { ...always, 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

function sessionOf(token: string | string[] | undefined, cookies: string | undefined): Session | undefined {
  if (typeof token !== 'string' || !/^[0-9a-v]{26}$/.test(token)) return undefined;
  const cookie = /(?:^|; ?)JSESSIONID=([0-9A-F]{32})(?:;|$)/.exec(cookies ?? '')?.[1];
  if (cookie === undefined || tokenOf(cookie) !== token) return undefined;
  const key = keyOf(token);
  const session = sessions.get(key);
  if (session === undefined) return undefined;
  const at = now();
  const over =
    at >= session.endsAt || at - session.engineUsedAt >= engineIdleMs || at - session.httpUsedAt >= httpIdleMs;
  if (over) {
    sessions.delete(key);
    return undefined;
  }
  session.httpUsedAt = at;
  session.engineUsedAt = at;
  return session;
}

interface LoginBody {
  readonly loginMode: number;
  readonly username?: string;
  readonly password?: string;
}

function logIn(request: IncomingMessage, response: ServerResponse): void {
  readJson<LoginBody>(request, ({ loginMode, username = '', password = '' }) => {
    if (loginMode === 8) return open('Public / Guest', response);
    argon2.verify(passwordHashes.get(username) ?? '', password).then(
      (right) => (right ? open(username, response) : response.writeHead(401).end()),
      () => response.writeHead(500).end(),
    );
  });
}

function open(fullName: string, response: ServerResponse): void {
  const cookie = randomBytes(16).toString('hex').toUpperCase();
  const token = tokenOf(cookie);
  const id = randomBytes(16).toString('hex').toUpperCase();
  const view = { locale: 1033, maxSearch: 3, workingSet: 10, timeout: 600, id, fullName, initials: 'PG' };
  const at = now();
  sessions.set(keyOf(token), { view, endsAt: at + absoluteMs, httpUsedAt: at, engineUsedAt: at });
  const headers = {
    ...always,
    'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
    pragma: 'no-cache',
    expires: '0',
    'set-cookie': `JSESSIONID=${cookie}; Path=/MicroStrategyLibrary; HttpOnly; SameSite=Lax`,
    'x-mstr-authtoken': token,
  };
  response.writeHead(204, headers).end();
}

function tokenOf(cookie: string): string {
  const mac = createHmac('sha256', Buffer.from(cookie, 'hex')).update('bench token').digest();
  let token = '';
  for (let bit = 0; bit < 130; bit += 5) {
    const twoBytes = ((mac[bit >> 3] ?? 0) << 8) | (mac[(bit >> 3) + 1] ?? 0);
    token += digits[(twoBytes >> (11 - (bit & 7))) & 31];
  }
  return token;
}

function keyOf(token: string): string {
  return hash('sha256', token, 'base64url');
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
