import type { Socket } from 'node:net';
import type { ErrorCodeStyle, ErrorKind } from '@mstr-rest/protocol';
import type { Logger } from 'pino';
import { Problem } from '../errors/problem.js';
import { toWireError } from '../errors/to-wire-error.js';
import { problemText } from './problem-text.js';

/** What Node's HTTP parser calls its refusals, and the rows of the catalogue that they are. Source: docs/protocol Q31. */
const kinds: Readonly<Record<string, ErrorKind>> = {
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'requestTimeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'bodyTooLarge',
};

/** Did the connection fail before there was a request? OpenSSL's errors name the library that they are of. */
function isOfTls(error: Error & { code?: string }): boolean {
  return 'library' in error || /^ERR_(SSL|TLS)_/.test(error.code ?? '');
}

/** Answers what never became a request: written to the socket, in the same shape as every other failure. */
export function clientErrorHandler(style: ErrorCodeStyle, log: Logger) {
  return function onClientError(error: Error & { code?: string }, socket: Socket): void {
    // The peer is gone, does not speak TLS as we do, or gets an answer already: nothing can be said.
    if (error.code === 'ECONNRESET' || isOfTls(error) || !socket.writable || socket.bytesWritten > 0) {
      socket.destroy();
      return;
    }
    const kind = kinds[error.code ?? ''] ?? 'requestMalformed';
    const { status, body } = toWireError(new Problem(kind, { cause: error }), style);
    log.info({ ticketId: body.ticketId, status, kind, reason: error.code }, 'request refused by the HTTP parser');
    socket.end(problemText(status, kind, body));
  };
}
