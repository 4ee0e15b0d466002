/** Serves the addresses that login modes bring along. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BrowserLogin } from '../browser-login/browser-login.js';
import type { BrowserLogout } from '../browser-login/browser-logout.js';
import { Problem } from '../errors/problem.js';
import type { EnabledModes } from '../login/enabled-modes.js';
import type { LogoutNoticeRoute, ModeRoute, ReturnRoute } from '../login-modes/login-mode.js';
import type { Sessions } from '../sessions/sessions.js';
import type { BrowserReply } from './browser-reply.js';
import { sessionCookiesOf } from './cookies.js';
import { evidenceOf, fromOf } from './evidence.js';
import type { PageSettings } from './page-settings.js';
import { sendPage } from './pages/layout.js';
import { signedOutPage } from './pages/message-pages.js';
import { textsFor } from './pages/texts/index.js';

export interface ModeRoutesParts {
  readonly modes: EnabledModes;
  readonly browserLogin: BrowserLogin;
  readonly browserReply: BrowserReply;
  readonly browserLogout: BrowserLogout;
  readonly sessions: Sessions;
  readonly pages: PageSettings;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** @param errorHandler Nest's filter does not stand behind routes that are not Nest's */
export function serveModeRoutes(
  fastify: FastifyInstance,
  context: string,
  parts: ModeRoutesParts,
  errorHandler: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void,
): void {
  for (const { loginMode, route } of parts.modes.routes()) {
    const { method, path, kind } = route;
    const config = {
      access: 'public',
      isPage: kind === 'return' || kind === 'signedOut',
      // No cookie plays a part there.
      ...(kind === 'logoutNotice' ? { crossSite: true as const } : {}),
    } as const;
    fastify.route({
      method,
      url: `${context}${path}`,
      config,
      errorHandler,
      handler: handlerOf(loginMode, route, parts),
    });
  }
}

function handlerOf(loginMode: number, route: ModeRoute, parts: ModeRoutesParts): Handler {
  switch (route.kind) {
    case 'document':
      return async (_request, reply) => {
        void reply.header('content-type', route.contentType);
        return route.read();
      };
    case 'return':
      return (request, reply) => finish(loginMode, route, request, reply, parts);
    case 'signedOut':
      return (request, reply) => showSignedOut(request, reply, parts);
    case 'logoutNotice':
      return (request, reply) => obey(route, request, reply, parts);
  }
}

/** Somebody came back from logging out elsewhere, or says so: the page is shown where it is true. */
async function showSignedOut(
  request: FastifyRequest,
  reply: FastifyReply,
  { sessions, pages }: ModeRoutesParts,
): Promise<void> {
  const texts = textsFor(request.headers['accept-language']);
  const session = await sessions.ofBrowser(sessionCookiesOf(request.headers.cookie)).catch(noneThere);
  if (session === undefined) return sendPage(reply, 200, texts, signedOutPage(texts, pages.loginAddress));
  void reply.code(303).header('location', `${pages.context}/auth/signed-in`).send();
}

function noneThere(error: unknown): undefined {
  if (!(error instanceof Problem) || error.kind !== 'sessionInvalid') throw error;
}

/** OpenID Connect Back-Channel Logout 1.0 section 2.8: 200 with an empty body, or 400. */
async function obey(
  route: LogoutNoticeRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  { browserLogout }: ModeRoutesParts,
): Promise<void> {
  const form = typeof request.body === 'object' && request.body !== null ? request.body : {};
  await browserLogout.obey(() => route.read(form as Readonly<Record<string, unknown>>), fromOf(request));
  void reply.code(200).send();
}

async function finish(
  loginMode: number,
  { idParameter }: ReturnRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  { browserLogin, browserReply }: ModeRoutesParts,
): Promise<void> {
  const parameters = queryOf(request);
  const id = parameters[idParameter] ?? '';
  const sealed = browserReply.pendingCookie.read(request, id);
  const { body: _none, ...evidence } = evidenceOf(request, undefined);
  const { loggedIn, returnTo } = await browserLogin.finish(loginMode, id, sealed, parameters, evidence);
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
