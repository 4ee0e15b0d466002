import type { FastifyRequest } from 'fastify';
import type { Evidence } from '../login-modes/login-mode.js';

/** What a strategy may see of a request: the parsed body, and no query. */
export function evidenceOf(request: FastifyRequest, body: unknown): Evidence {
  const { headers, method, url, ip } = request;
  return { body, headers, method, url, ip };
}
