import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestMetrics } from '../metrics/request-metrics.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where requests are measured: `Clock.monotonic()` at the head of the request. */
    startedAt: number;
  }
}

/** Measures each request up to its answer. To be called before any route or other hook is registered. */
export function measureRequests(fastify: FastifyInstance, requests: RequestMetrics): void {
  // Whatever was asked for: a path or a method of strangers would make series without end.
  const unmatched = requests.ofRoute('other', 'unmatched');
  fastify.decorateRequest('startedAt', 0);
  fastify.addHook('onRequest', (request, reply, done) => {
    const startedAt = requests.now();
    request.startedAt = startedAt;
    if (request.is404) reply.raw.once('finish', () => unmatched(startedAt, reply.statusCode));
    done();
  });
  // A hook of each route, so that none has to look for its series. `onResponse` would cost two listeners a request.
  fastify.addHook('onRoute', (route) => {
    const observe = requests.ofRoute(String(route.method), route.url);
    const onSend = (
      request: FastifyRequest,
      reply: FastifyReply,
      payload: unknown,
      done: (error: null, payload: unknown) => void,
    ) => {
      observe(request.startedAt, reply.statusCode);
      done(null, payload);
    };
    route.onSend = [route.onSend ?? [], onSend].flat();
  });
}
