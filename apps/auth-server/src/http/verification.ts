/** Tells gateways and services beside the server who is behind a session: docs/gateway.md. */
import { identityHeaders, type components } from '@mstr-rest/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../sessions/session.js';
import { headerText } from './header-text.js';
import { sessionOf } from './session-hook.js';
import { userInfoOf } from './user-info.js';

type VerifiedSession = components['schemas']['VerifiedSession'];
type ErrorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/** A gateway may ask with the method of the request that it asks about. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * By the time that this answers, the session hook has found the session and started its timers again. Only token and cookie
 * count: no other header is read, whoever sent it.
 * @param errorHandler Nest's filter does not stand behind routes that are not Nest's
 */
export function serveVerification(fastify: FastifyInstance, context: string, errorHandler: ErrorHandler): void {
  const address = `${context}/api/auth/verify`;
  // Envoy puts the path of the request that it asks about behind that of the question.
  for (const url of [address, `${address}/*`]) {
    fastify.route({ method: methods, url, errorHandler, handler: answer });
    // The preflight of a page that is passed on is a question like any other: a 204 would let it in without a session.
    fastify.route({ method: 'OPTIONS', url, errorHandler, handler: answer, config: { crossSite: true } });
  }
}

/** 200, and not 204: Envoy takes nothing else for a yes. */
function answer(request: FastifyRequest, reply: FastifyReply): void {
  const session = sessionOf(request);
  void reply.headers(headersOf(session)).send(bodyOf(session));
}

function bodyOf({ engine }: Session): VerifiedSession {
  return { sessionId: engine.id, user: userInfoOf(engine.user) };
}

function headersOf({ engine: { id, user } }: Session): Readonly<Record<string, string>> {
  return {
    [identityHeaders.userId]: user.id,
    [identityHeaders.username]: headerText(user.loginName),
    [identityHeaders.fullName]: headerText(user.fullName),
    [identityHeaders.sessionId]: id,
  };
}
