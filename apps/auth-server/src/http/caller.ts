import type { FastifyRequest } from 'fastify';
import type { Caller } from '../admin/caller.js';
import { fromOf } from './evidence.js';
import { sessionOf } from './session-hook.js';

/** Who asks, for those who see to sessions and users. */
export function callerOf(request: FastifyRequest): Caller {
  const { http, engine } = sessionOf(request);
  return { session: engine, key: http.key, ...fromOf(request) };
}
