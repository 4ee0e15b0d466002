import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import {
  headers,
  localeId,
  parseClientId,
  parseLoginRequest,
  parseOidcTokens,
  type LoginRequest,
} from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audit } from '../audit/audit.js';
import { defaultSettings, type SessionSettings } from '../engine-sessions/engine-session.js';
import { Login } from '../login/login.js';
import type { NativeEvidence } from '../login-modes/login-mode.js';
import { Sessions } from '../sessions/sessions.js';
import { Leaver, Public } from './access.js';
import { sessionCookiesOf } from './cookies.js';
import { evidenceOf, fromOf } from './evidence.js';
import { valueOf } from './parsed.js';
import { sessionOf } from './session-hook.js';
import { SessionReply } from './session-reply.js';

/** The mode that this operation is about, by its name on the wire. */
const oidcMode = 4_194_304;

/** Logging in and out. Source: docs/protocol sections 3.1 to 3.3. */
@Controller('api/auth')
export class AuthController {
  constructor(
    private readonly login: Login,
    private readonly sessions: Sessions,
    private readonly reply: SessionReply,
    private readonly audit: Audit,
  ) {}

  @Post('login')
  @Public()
  async postLogin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = valueOf(parseLoginRequest(request.body));
    const credentials = await this.login.logIn({
      door: 'login',
      loginMode: body.loginMode,
      username: body.username,
      settings: settingsOf(body),
      evidence: evidenceOf(request, body),
    });
    this.reply.send(reply, credentials);
  }

  /** For programs that have got tokens of an identity provider themselves. Source: docs/protocol section 3.10. */
  @Post('oidc/token')
  @Public()
  async postOidcToken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const clientId = valueOf(parseClientId((request.query as Readonly<Record<string, unknown>>)['clientId'])); // Fastify's own reader gives an object
    const body: NativeEvidence = { kind: 'tokens', clientId, ...valueOf(parseOidcTokens(request.body)) };
    const credentials = await this.login.logIn({
      door: 'native',
      loginMode: oidcMode,
      username: undefined,
      settings: defaultSettings,
      evidence: evidenceOf(request, body),
    });
    this.reply.send(reply, credentials);
  }

  @Post('logout')
  @Leaver()
  async postLogout(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const session = sessionOf(request);
    const sessionsEnded = await this.sessions.end(session);
    const { id: sessionId, user } = session.engine;
    this.audit.record({ event: 'logout', userId: user.id, sessionId, sessionsEnded, ...fromOf(request) });
    void reply.code(204).send();
  }

  @Get('token')
  @Public()
  async getAuthToken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = await this.sessions.tokenOfBrowser(sessionCookiesOf(request.headers.cookie));
    void reply.code(204).header(headers.authToken, token).send();
  }
}

/** What a login request says of the session that it opens. */
export function settingsOf(request: LoginRequest): SessionSettings {
  const { workingSet, maxSearch, timeZone, applicationType, applicationId } = request;
  return { locale: localeId(request.metadataLocale), workingSet, maxSearch, timeZone, applicationType, applicationId };
}
