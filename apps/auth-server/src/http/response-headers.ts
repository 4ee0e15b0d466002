import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import type { Readiness } from './health.controller.js';

/** On every answer. Values as OWASP's REST and secure-headers lists have them; `frame-ancestors` as in docs/protocol 1.3. */
export const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
};

/** On the answer of a login, as the vendor's server sends them (docs/protocol section 1.3). */
export const loginHeaders = {
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
  pragma: 'no-cache',
  expires: '0',
};

/** Sets the headers of every answer; over TLS also HSTS (RFC 6797). */
export function responseHeadersHook(overTls: boolean) {
  const set = overTls ? { ...always, 'strict-transport-security': 'max-age=31536000' } : always;
  return function onRequest(_request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
    void reply.headers(set);
    done();
  };
}

/**
 * Takes the charset away that Fastify adds to JSON: a real client compares the content type letter by letter
 * (docs/protocol section 4.1).
 */
export function exactJsonType(
  _request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  if (reply.getHeader('content-type') === 'application/json; charset=utf-8') {
    void reply.header('content-type', 'application/json');
  }
  done(null, payload);
}

/** While the server is stopping, asks the peer to connect anew, to another: also for what was under way before. */
export function lameDuck(readiness: Readiness) {
  return function onSend(
    _request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
    done: (error: null, payload: unknown) => void,
  ): void {
    if (!readiness.ready) void reply.header('connection', 'close');
    done(null, payload);
  };
}
