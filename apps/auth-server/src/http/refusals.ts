import type { ErrorCodeStyle } from '@mstr-rest/protocol';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { toWireError, type WireError } from '../errors/to-wire-error.js';
import { problemOf } from './problem-of.js';

/** Makes a failure the error that the caller gets, and logs its cause under the same ticket. */
export class Refusals {
  readonly #style: ErrorCodeStyle;
  readonly #log: Logger;

  constructor(style: ErrorCodeStyle, log: Logger) {
    this.#style = style;
    this.#log = log;
  }

  of(thrown: unknown, request: FastifyRequest): WireError {
    const error = toWireError(problemOf(thrown), this.#style);
    const { status, body, problem } = error;
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
    return error;
  }
}
