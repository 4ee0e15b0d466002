import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { always } from './response-headers.js';
import { sendPage } from './pages/layout.js';
import { problemPage } from './pages/message-pages.js';
import { textsFor } from './pages/texts/index.js';
import type { Refusals } from './refusals.js';

/** Answers whatever no controller has answered: by an error of the catalogue, or by a page where people are. */
@Catch()
export class WireErrorFilter implements ExceptionFilter {
  readonly #refusals: Refusals;
  readonly #loginAddress: string;

  constructor(refusals: Refusals, loginAddress: string) {
    this.#refusals = refusals;
    this.#loginAddress = loginAddress;
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { status, headers, body, problem } = this.#refusals.of(thrown, request);
    if (reply.sent) return;
    if (request.routeOptions.config.isPage === true && request.headers.accept?.includes('text/html') === true) {
      const texts = textsFor(request.headers['accept-language']);
      void reply.headers(headers);
      return sendPage(reply, status, texts, problemPage(texts, { kind: problem.kind, ...body }, this.#loginAddress));
    }
    // Its own serializer, or Fastify adds a charset where no hook runs (an address that it cannot read).
    const json = { ...always, ...headers, 'content-type': 'application/json' };
    void reply.code(status).headers(json).serializer(JSON.stringify).send(body);
  }
}
