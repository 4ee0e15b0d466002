import type { FastifyRequest } from 'fastify';
import type { Evidence } from '../login-modes/login-mode.js';

/** What a strategy may see of a request: the parsed body, and no query. */
export function evidenceOf(request: FastifyRequest, body: unknown): Evidence {
  const { headers, method, url } = request;
  return { body, headers, method, url, ...fromOf(request) };
}

/** What the audit says of where a request came from. */
export function fromOf({ ip, id }: FastifyRequest): { readonly ip: string; readonly requestId: string } {
  return { ip, requestId: id };
}
