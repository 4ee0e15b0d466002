import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audit } from '../audit/audit.js';
import { fieldsOf, handoverOf, outcomeAddress, type Handover } from '../browser-login/handover.js';
import { Problem } from '../errors/problem.js';
import type { Session } from '../sessions/session.js';
import { Sessions } from '../sessions/sessions.js';
import { IdentityTokens } from '../tokens/identity-token.js';
import { sessionCookiesOf } from './cookies.js';
import { fromOf } from './evidence.js';
import { queryOf } from './mode-routes.js';
import { handoverPage } from './pages/handover-page.js';
import { sendPage } from './pages/layout.js';
import { textsFor } from './pages/texts/index.js';
import { PageSettings } from './page-settings.js';

const OpenPage = () => RouteConfig({ access: 'public', isPage: true });

/**
 * Asks the person in the browser whether a program on his computer may log in beside him. Ours: the vendor's server has no
 * such page. Source: docs/handover.md; docs/protocol section 6.11; RFC 8252.
 */
@Controller('auth/handover')
export class HandoverController {
  constructor(
    private readonly sessions: Sessions,
    private readonly identityTokens: IdentityTokens,
    private readonly audit: Audit,
    private readonly settings: PageSettings,
  ) {}

  @Get()
  @OpenPage()
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = queryOf(request);
    const handover = handoverOf(query);
    const session = await this.#sessionOf(request);
    if (session === undefined) {
      void reply
        .code(303)
        .header('location', this.#loginAddress(request, handover, query))
        .send();
      return;
    }
    const texts = textsFor(request.headers['accept-language']);
    const consent = {
      address: `${this.settings.context}/auth/handover`,
      loginAddress: this.#loginAddress(request, handover),
      fields: fieldsOf(handover),
      sessionId: session.engine.id,
      name: session.engine.user.fullName,
    };
    sendPage(reply, 200, texts, handoverPage(texts, consent));
  }

  /** The answer of our own page, and of no other: an origin that may call is not one that may consent. */
  @Post()
  @OpenPage()
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { origin } = request.headers;
    if (origin === undefined || !this.settings.isOwnOrigin(origin)) throw new Problem('originRefused');
    const fields = Object(request.body) as Readonly<Record<string, unknown>>; // any object
    const handover = handoverOf(fields);
    const issuer = this.#ownAddress(request);
    const go = (location: string) => void reply.code(303).header('location', location).send();
    if (fields['decision'] === 'refuse') return go(outcomeAddress(handover, issuer, { error: 'access_denied' }));
    if (fields['decision'] !== 'allow') {
      throw new Problem('inputInvalid', { message: 'decision has to be allow or refuse' });
    }
    const session = await this.#sessionOf(request);
    // Over, or another person's by now: who is there is asked again.
    if (session === undefined || session.engine.id !== fields['session']) return go(this.#addressOf(request, handover));
    go(outcomeAddress(handover, issuer, { identityToken: await this.#issue(request, session, handover) }));
  }

  async #issue(request: FastifyRequest, { http, engine }: Session, { codeChallenge }: Handover): Promise<string> {
    const { id: sessionId, user } = engine;
    const token = await this.identityTokens.issue(http.key, user.id, codeChallenge);
    const event = 'identityTokenMade';
    this.audit.record({ event, userId: user.id, sessionId, handover: true, ...fromOf(request) });
    return token;
  }

  async #sessionOf(request: FastifyRequest): Promise<Session | undefined> {
    try {
      return await this.sessions.ofBrowser(sessionCookiesOf(request.headers.cookie));
    } catch (error) {
      if (error instanceof Problem && error.kind === 'sessionInvalid') return undefined;
      throw error;
    }
  }

  /** To the login, and back to the question; the mode is not in the way back, so that a login in vain does not go round. */
  #loginAddress(request: FastifyRequest, handover: Handover, query: Readonly<Record<string, string>> = {}): string {
    const { loginMode, source } = query;
    const parameters = new URLSearchParams({
      redirectURL: this.#addressOf(request, handover),
      ...(loginMode === undefined ? {} : { loginMode }),
      ...(source === undefined ? {} : { source }),
    });
    return `${this.settings.loginAddress}?${parameters.toString()}`;
  }

  #addressOf(request: FastifyRequest, handover: Handover): string {
    return `${this.#ownAddress(request)}/auth/handover?${new URLSearchParams(fieldsOf(handover)).toString()}`;
  }

  /** Ours as this browser knows it: cookies are of one name. */
  #ownAddress(request: FastifyRequest): string {
    return this.settings.ownAddressFor(request.headers.host);
  }
}
