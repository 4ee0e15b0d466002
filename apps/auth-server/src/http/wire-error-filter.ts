import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorCodeStyle } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { toWireError } from '../errors/to-wire-error.js';
import { always } from './response-headers.js';
import { sendPage } from './pages/layout.js';
import { problemPage } from './pages/message-pages.js';
import { textsFor } from './pages/texts/index.js';
import { problemOf } from './problem-of.js';

/** The one place that writes errors. The caller gets a row of the catalogue; the log gets the cause under the same ticket. */
@Catch()
export class WireErrorFilter implements ExceptionFilter {
  readonly #style: ErrorCodeStyle;
  readonly #log: Logger;
  readonly #loginAddress: string;

  constructor(style: ErrorCodeStyle, log: Logger, loginAddress: string) {
    this.#style = style;
    this.#log = log;
    this.#loginAddress = loginAddress;
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { status, headers, body, problem } = toWireError(problemOf(thrown), this.#style);
    const line = {
      ticketId: body.ticketId,
      requestId: request.id,
      method: request.method,
      // Queries may carry anything: only the path is logged.
      path: request.url.split('?', 1)[0],
      status,
      kind: problem.kind,
      reason: problem.message,
      cause: problem.cause,
    };
    if (status >= 500) this.#log.error(line, 'request failed');
    else this.#log.info(line, 'request refused');
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
