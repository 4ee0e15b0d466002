/** Serves the addresses that login modes bring along. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Audit } from '../audit/audit.js';
import type { BrowserLogin } from '../browser-login/browser-login.js';
import { Problem } from '../errors/problem.js';
import type { EnabledModes } from '../login/enabled-modes.js';
import type { DeliveryRoute, MessageRoute, ReturnRoute, SourceMessage } from '../login-modes/login-mode.js';
import type { BrowserReply } from './browser-reply.js';
import { evidenceOf, fromOf } from './evidence.js';

export interface ModeRoutesParts {
  readonly modes: EnabledModes;
  readonly audit: Audit;
  readonly browserLogin: BrowserLogin;
  readonly browserReply: BrowserReply;
}

/** With which a browser gets what was delivered for it. */
const handleParameter = 'handle';

/** @param errorHandler Nest's filter does not stand behind routes that are not Nest's */
export function serveModeRoutes(
  fastify: FastifyInstance,
  context: string,
  parts: ModeRoutesParts,
  errorHandler: ErrorHandler,
): void {
  for (const { loginMode, route } of parts.modes.routes()) {
    const url = `${context}${route.path}`;
    if (route.kind === 'document') {
      fastify.get(url, { config: { access: 'public' }, errorHandler }, async (_request, reply) => {
        void reply.header('content-type', route.contentType);
        return route.read();
      });
    } else if (route.kind === 'message') {
      serveMessages(fastify, loginMode, route, url, parts, errorHandler);
    } else {
      fastify.get(url, { config: { access: 'public', isPage: true }, errorHandler }, (request, reply) =>
        finish(loginMode, route, request, reply, parts),
      );
      if (route.kind === 'return') continue;
      const config = { access: 'public', isPage: true, crossSite: true } as const;
      fastify.post(url, { config, errorHandler, bodyLimit: route.maximumBytes }, (request, reply) =>
        deliver(loginMode, route, url, request, reply, parts),
      );
    }
  }
}

type ErrorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

function serveMessages(
  fastify: FastifyInstance,
  loginMode: number,
  route: MessageRoute,
  url: string,
  { audit, browserReply }: ModeRoutesParts,
  errorHandler: ErrorHandler,
): void {
  const receive = async (message: SourceMessage, request: FastifyRequest, reply: FastifyReply) => {
    try {
      browserReply.answered(request, reply, await route.receive(message));
    } catch (error) {
      const { actually: reason, detail } = error instanceof Problem ? error : new Problem('internal');
      audit.record({ event: 'logoutRefused', loginMode, reason, detail, ...message.from });
      throw error;
    }
  };
  const config = { access: 'public', isPage: true, crossSite: true } as const;
  fastify.get(url, { config, errorHandler }, (request, reply) => {
    const query = request.url.split('?').slice(1).join('?');
    return receive({ kind: 'query', query, from: fromOf(request) }, request, reply);
  });
  fastify.post(url, { config, errorHandler, bodyLimit: route.maximumBytes }, (request, reply) =>
    receive({ kind: 'form', form: formOf(request), from: fromOf(request) }, request, reply),
  );
}

/** The browser was sent here by the source's own site: it has to come again, this time with its cookies. */
async function deliver(
  loginMode: number,
  route: DeliveryRoute,
  url: string,
  request: FastifyRequest,
  reply: FastifyReply,
  { browserLogin }: ModeRoutesParts,
): Promise<void> {
  const form = formOf(request);
  const delivered = await browserLogin.deliver(loginMode, () => route.deliver(form), fromOf(request));
  const query = new URLSearchParams({ [route.idParameter]: delivered.pendingId, [handleParameter]: delivered.handle });
  void reply.code(303).header('location', `${url}?${query.toString()}`).send();
}

/** JSON would have other types in it, and no page of another site could send it. @throws Problem mediaTypeUnsupported */
function formOf({ headers, body }: FastifyRequest): Readonly<Record<string, string>> {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new Problem('mediaTypeUnsupported');
  return (body ?? {}) as Readonly<Record<string, string>>; // as form.ts reads it
}

async function finish(
  loginMode: number,
  { idParameter }: ReturnRoute | DeliveryRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  { browserLogin, browserReply }: ModeRoutesParts,
): Promise<void> {
  const parameters = queryOf(request);
  const id = parameters[idParameter] ?? '';
  const sealed = browserReply.pendingCookie.read(request, id);
  const { body: _none, ...evidence } = evidenceOf(request, undefined);
  const handle = parameters[handleParameter];
  const { loggedIn, returnTo } = await browserLogin.finish(loginMode, id, sealed, parameters, evidence, handle);
  browserReply.sendOn(reply, loggedIn, returnTo, id);
}

/** The query, each name once. @throws Problem inputInvalid */
export function queryOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const entries = Object.entries(request.query as Record<string, string | readonly string[]>); // Fastify's own reader gives these
  if (entries.some(([, value]) => typeof value !== 'string')) {
    throw new Problem('inputInvalid', { message: 'A parameter of the address is repeated' });
  }
  return Object.fromEntries(entries as readonly (readonly [string, string])[]);
}
