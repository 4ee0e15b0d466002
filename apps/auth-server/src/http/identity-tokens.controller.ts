import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { headers, parseChallengeRequest, parseDelegateRequest } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audit } from '../audit/audit.js';
import { defaultSettings } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import { Login } from '../login/login.js';
import { Sessions } from '../sessions/sessions.js';
import { IdentityTokens } from '../tokens/identity-token.js';
import { Public } from './access.js';
import { evidenceOf, fromOf } from './evidence.js';
import { fieldsOf, pick, valueOf } from './parsed.js';
import { headerOf, sessionOf } from './session-hook.js';
import { SessionReply } from './session-reply.js';

/** Handing a session on. Source: docs/protocol sections 3.6 and 3.7. */
@Controller('api')
export class IdentityTokensController {
  constructor(
    private readonly identityTokens: IdentityTokens,
    private readonly sessions: Sessions,
    private readonly login: Login,
    private readonly reply: SessionReply,
    private readonly audit: Audit,
  ) {}

  @Post('auth/identityToken')
  async createIdentityToken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    fieldsOf(request); // accepted by the contract, and checked, though there is nothing to choose from
    const token = await this.#issue(request);
    void reply.code(201).header(headers.identityToken, token).header('content-length', '0').send();
  }

  @Post('v2/auth/identityToken')
  async createIdentityTokenForChallenge(@Req() request: FastifyRequest): Promise<{ identityToken?: string }> {
    const fields = fieldsOf(request);
    const { codeChallenge } = valueOf(parseChallengeRequest(request.body));
    return pick({ identityToken: await this.#issue(request, codeChallenge) }, fields);
  }

  /** Checking a token does not use it up (docs/protocol Q6). */
  @Get('auth/identityToken')
  @Public()
  async getIdentityTokenInfo(@Req() request: FastifyRequest): Promise<{ userId?: string }> {
    const fields = fieldsOf(request);
    const token = headerOf(request, headers.identityToken);
    if (token === undefined) throw new Problem('inputMissing', { message: 'X-MSTR-IdentityToken is required' });
    const { sessionKey, userId } = await this.identityTokens.read(token);
    if ((await this.sessions.peek(sessionKey)) === undefined) throw new Problem('identityTokenInvalid');
    return pick({ userId }, fields);
  }

  @Post('auth/delegate')
  @Public()
  async postDelegate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = valueOf(parseDelegateRequest(request.body));
    const credentials = await this.login.logIn({
      door: 'delegate',
      loginMode: body.loginMode,
      username: undefined,
      settings: defaultSettings, // never used: a delegated session shares those of the other
      evidence: evidenceOf(request, body),
    });
    this.reply.send(reply, credentials);
  }

  async #issue(request: FastifyRequest, codeChallenge?: string): Promise<string> {
    const { http, engine } = sessionOf(request);
    const token = await this.identityTokens.issue(http.key, engine.user.id, codeChallenge);
    const { id: sessionId, user } = engine;
    this.audit.record({ event: 'identityTokenMade', userId: user.id, sessionId, ...fromOf(request) });
    return token;
  }
}
