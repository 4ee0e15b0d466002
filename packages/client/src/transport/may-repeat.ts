import { ConnectionError } from '../errors/connection-error.js';
import { TimeoutError } from '../errors/timeout-error.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { WireError } from '../errors/wire-error.js';

/** Methods of which many requests do what one does (RFC 9110 section 9.2.2). */
const idempotent: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** Answers of those between, which pass. */
const passing: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** What systems say when no connection came about, so that nothing was sent. */
const neverConnected = /^(ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** What stays as it is: there is no such name, or the certificate is not to be believed. */
const forGood = /^(ENOTFOUND|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|HOSTNAME_|INVALID_CA|EPROTO)/;

/** Does it do no harm to send a request with this method twice? */
export function isIdempotent(method: string): boolean {
  return idempotent.has(method);
}

/** Could an answer with this status be another one later? Of a status alone it cannot be told more. */
export function mayPass(status: number): boolean {
  return status === 500 || passing.has(status);
}

/**
 * Can the same request help after this error, and do no harm?
 *
 * @param safe Does it do no harm even if the server has done already what was asked?
 */
export function mayRepeat(error: unknown, safe: boolean): boolean {
  if (error instanceof ConnectionError) {
    const codes = codesOf(error);
    return codes.some((code) => neverConnected.test(code)) || (safe && !codes.some((code) => forGood.test(code)));
  }
  if (error instanceof TimeoutError) return error.phase === 'connect' || (safe && error.phase === 'response');
  if (error instanceof WireError) return safe && error.retry === 'after-wait';
  return safe && error instanceof UnexpectedAnswerError && passing.has(error.status);
}

const deepestCause = 6;

/** The codes of an error and its causes. */
export function codesOf(error: unknown, depth = 1): readonly string[] {
  // Not instanceof: an error of another realm, such as a test runner's, is no instance of this Error.
  const { code, cause } = Object(error) as { readonly code?: unknown; readonly cause?: unknown }; // any object
  const own = typeof code === 'string' ? [code] : [];
  return cause === undefined || depth === deepestCause ? own : [...own, ...codesOf(cause, depth + 1)];
}
