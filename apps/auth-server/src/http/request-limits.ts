import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { Problem } from '../errors/problem.js';

/** Refuses requests without a host, and addresses that are too long, or whose query is not valid percent-encoded UTF-8. */
export function addressHook(maximumLength: number) {
  return function onRequest(request: FastifyRequest, _reply: FastifyReply, done: HookHandlerDoneFunction): void {
    const { url } = request;
    // RFC 9112 section 3.2. Node would answer by itself, without a body.
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1') {
      return done(new Problem('requestMalformed', { message: 'The request has no Host' }));
    }
    if (url.length > maximumLength) return done(new Problem('addressTooLong'));
    const query = url.indexOf('?');
    if (query < 0 || !url.includes('%', query)) return done();
    try {
      decodeURIComponent(url.slice(query));
      done();
    } catch (cause) {
      done(new Problem('inputInvalid', { message: 'The query is not valid percent-encoded UTF-8', cause }));
    }
  };
}
