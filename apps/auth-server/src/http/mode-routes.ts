/** Serves the addresses that login modes bring along. */
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Audit } from '../audit/audit.js';
import type { BrowserLogin } from '../browser-login/browser-login.js';
import type { BrowserLogout } from '../browser-login/browser-logout.js';
import { Problem } from '../errors/problem.js';
import type { EnabledModes } from '../login/enabled-modes.js';
import type {
  DeliveryRoute,
  LogoutNoticeRoute,
  MessageRoute,
  ReturnRoute,
  SourceMessage,
} from '../login-modes/login-mode.js';
import type { Sessions } from '../sessions/sessions.js';
import type { BrowserReply } from './browser-reply.js';
import { sessionCookiesOf } from './cookies.js';
import { evidenceOf, fromOf } from './evidence.js';
import type { PageSettings } from './page-settings.js';

export interface ModeRoutesParts {
  readonly modes: EnabledModes;
  readonly audit: Audit;
  readonly browserLogin: BrowserLogin;
  readonly browserReply: BrowserReply;
  readonly browserLogout: BrowserLogout;
  readonly sessions: Sessions;
  readonly pages: PageSettings;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
type ErrorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
type Kept = Pick<FastifyContextConfig, 'isPage' | 'crossSite'>;

/** With which a browser gets what was delivered for it. */
const handleParameter = 'handle';
const page: Kept = { isPage: true };
/** Sent by a page of another site, so without a cookie that could play a part. */
const pageForOthers: Kept = { isPage: true, crossSite: true };

/** @param errorHandler Nest's filter does not stand behind routes that are not Nest's */
export function serveModeRoutes(
  fastify: FastifyInstance,
  context: string,
  parts: ModeRoutesParts,
  errorHandler: ErrorHandler,
): void {
  for (const { loginMode, route } of parts.modes.routes()) {
    const url = `${context}${route.path}`;
    const serve = (method: 'GET' | 'POST', kept: Kept, handler: Handler, bodyLimit?: number) =>
      fastify.route({
        ...{ method, url, errorHandler, handler },
        config: { access: 'public', ...kept },
        ...(bodyLimit === undefined ? {} : { bodyLimit }),
      });
    switch (route.kind) {
      case 'document':
        serve('GET', {}, async (_request, reply) => {
          void reply.header('content-type', route.contentType);
          return route.read();
        });
        break;
      case 'return':
        serve('GET', page, finish(loginMode, route, parts));
        break;
      case 'delivery':
        serve('GET', page, finish(loginMode, route, parts));
        serve('POST', pageForOthers, deliver(loginMode, route, url, parts), route.maximumBytes);
        break;
      case 'message':
        serve('GET', pageForOthers, receive(loginMode, route, queryMessage, parts));
        serve('POST', pageForOthers, receive(loginMode, route, formMessage, parts), route.maximumBytes);
        break;
      case 'signedOut':
        serve('GET', page, showSignedOut(parts));
        break;
      case 'logoutNotice':
        serve('POST', { crossSite: true }, obey(loginMode, route, parts));
    }
  }
}

/** The browser is back: its login goes on. */
function finish(
  loginMode: number,
  { idParameter }: ReturnRoute | DeliveryRoute,
  { browserLogin, browserReply }: ModeRoutesParts,
): Handler {
  return async (request, reply) => {
    const parameters = queryOf(request);
    const id = parameters[idParameter] ?? '';
    const sealed = browserReply.pendingCookie.read(request, id);
    const { body: _none, ...evidence } = evidenceOf(request, undefined);
    const handle = parameters[handleParameter];
    const { loggedIn, returnTo } = await browserLogin.finish(loginMode, id, sealed, parameters, evidence, handle);
    browserReply.sendOn(reply, loggedIn, returnTo, id);
  };
}

/** The browser was sent here by the source's own site: it has to come again, this time with its cookies. */
function deliver(loginMode: number, route: DeliveryRoute, url: string, { browserLogin }: ModeRoutesParts): Handler {
  return async (request, reply) => {
    const form = formOf(request);
    const { pendingId, handle } = await browserLogin.deliver(loginMode, () => route.deliver(form), fromOf(request));
    const query = new URLSearchParams({ [route.idParameter]: pendingId, [handleParameter]: handle });
    void reply.code(303).header('location', `${url}?${query.toString()}`).send();
  };
}

/** A browser brings a message that is no login. */
function receive(
  loginMode: number,
  route: MessageRoute,
  messageOf: (request: FastifyRequest) => SourceMessage,
  { audit, browserReply }: ModeRoutesParts,
): Handler {
  return async (request, reply) => {
    try {
      browserReply.answered(request, reply, await route.receive(messageOf(request)));
    } catch (error) {
      const { actually: reason, detail } = error instanceof Problem ? error : new Problem('internal');
      audit.record({ event: 'logoutRefused', loginMode, reason, detail, ...fromOf(request) });
      throw error;
    }
  };
}

const queryMessage = (request: FastifyRequest): SourceMessage => ({
  kind: 'query',
  query: request.url.split('?').slice(1).join('?'),
  from: fromOf(request),
});
const formMessage = (request: FastifyRequest): SourceMessage => ({
  kind: 'form',
  form: formOf(request),
  from: fromOf(request),
});

/** Somebody came back from logging out elsewhere, or says so: the page is shown where it is true. */
function showSignedOut({ sessions, pages, browserReply }: ModeRoutesParts): Handler {
  return async (request, reply) => {
    const session = await sessions.ofBrowser(sessionCookiesOf(request.headers.cookie)).catch(noneThere);
    if (session === undefined) return browserReply.signedOut(request, reply);
    void reply.code(303).header('location', `${pages.context}/auth/signed-in`).send();
  };
}

function noneThere(error: unknown): undefined {
  if (!(error instanceof Problem) || error.kind !== 'sessionInvalid') throw error;
}

/** OpenID Connect Back-Channel Logout 1.0 section 2.8: 200 with an empty body, or 400. */
function obey(loginMode: number, route: LogoutNoticeRoute, { browserLogout }: ModeRoutesParts): Handler {
  return async (request, reply) => {
    const form = typeof request.body === 'object' && request.body !== null ? request.body : {};
    const read = () => route.read(form as Readonly<Record<string, unknown>>);
    await browserLogout.obey(loginMode, read, fromOf(request));
    void reply.code(200).send();
  };
}

/** JSON would have other types in it, and no page of another site could send it. @throws Problem mediaTypeUnsupported */
function formOf({ headers, body }: FastifyRequest): Readonly<Record<string, string>> {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new Problem('mediaTypeUnsupported');
  return (body ?? {}) as Readonly<Record<string, string>>; // as form.ts reads it
}

/** The query, each name once. @throws Problem inputInvalid */
export function queryOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const entries = Object.entries(request.query as Record<string, string | readonly string[]>); // Fastify's own reader gives these
  if (entries.some(([, value]) => typeof value !== 'string')) {
    throw new Problem('inputInvalid', { message: 'A parameter of the address is repeated' });
  }
  return Object.fromEntries(entries as readonly (readonly [string, string])[]);
}
