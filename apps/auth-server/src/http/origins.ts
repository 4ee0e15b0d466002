import { corsHeaders } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { Problem } from '../errors/problem.js';

const allowHeaders = corsHeaders.allowed.join(', ');
const exposeHeaders = corsHeaders.exposed.join(', ');
const allowMethods = 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS';

/**
 * Which pages may call. An exact list, never a reflection: `GET /auth/token` hands the token to whoever has the cookie.
 * A request without `Origin` comes from no page and passes; any other origin is refused, before anything else looks at
 * the request, so that no page can log a browser in either. Source: docs/protocol section 1.6, Q21, Q33.
 * Where identity providers have browsers send their answers, the answer itself is what proves (`crossSite`).
 * @param allowAll lets every origin in but `null`, which any page can make itself
 */
export function originHook(allowed: ReadonlySet<string>, allowAll: boolean) {
  return function onRequest(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
    const { origin } = request.headers;
    if (origin === undefined || request.routeOptions.config.crossSite === true) return done();
    void reply.header('vary', 'Origin');
    if (!allowed.has(origin) && (!allowAll || origin === 'null')) return done(new Problem('originRefused'));
    void reply
      .header('access-control-allow-origin', origin)
      .header('access-control-allow-credentials', 'true')
      .header('access-control-expose-headers', exposeHeaders);
    if (request.method !== 'OPTIONS') return done();
    void reply
      .code(204)
      .header('access-control-allow-methods', allowMethods)
      .header('access-control-allow-headers', allowHeaders)
      .header('access-control-max-age', '600')
      .send();
  };
}
