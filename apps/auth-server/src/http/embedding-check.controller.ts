import { randomBytes } from 'node:crypto';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from './access.js';
import { cookieNamed } from './cookies.js';
import { PageSettings } from './page-settings.js';
import { embeddingCheckPage, embeddingCheckScript } from './pages/embedding-check.js';
import { sendPage } from './pages/layout.js';
import { textsFor } from './pages/texts/index.js';

const probe = 'mstr-embedding-check';

/** Shows in the very browser whether cookies and CORS work for pages of some origin. Source: docs/embedding.md. */
@Controller('auth/embedding-check')
export class EmbeddingCheckController {
  constructor(private readonly settings: PageSettings) {}

  @Get()
  @RouteConfig({ access: 'public', isPage: true })
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const texts = textsFor(request.headers['accept-language']);
    const address = `${this.settings.publicUrl}/auth/embedding-check`;
    sendPage(reply, 200, texts, embeddingCheckPage(texts, address, [...this.settings.origins]));
  }

  /** Runs in whatever page loads it, and asks in that page's name. */
  @Get('script.js')
  @Public()
  script(@Res() reply: FastifyReply): void {
    void reply
      .headers({ 'content-type': 'text/javascript; charset=utf-8', 'cross-origin-resource-policy': 'cross-origin' })
      .send(embeddingCheckScript);
  }

  /** Sets a cookie with the attributes of the session's; it proves nothing and is gone after a minute. */
  @Post('cookie')
  @Public()
  setCookie(@Res() reply: FastifyReply): void {
    const cookie = `${probe}=${randomBytes(8).toString('hex')}${this.settings.cookieSuffix}; Max-Age=60`;
    void reply.code(204).header('set-cookie', cookie).send();
  }

  @Get('cookie')
  @Public()
  cameBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.send({ cookieCameBack: cookieNamed(request.headers.cookie, probe) !== undefined });
  }
}
