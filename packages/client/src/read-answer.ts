import { normalizeErrorCode } from '@mstr-rest/protocol';
import type { Received } from './api.js';
import { describeError } from './errors/describe-error.js';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.js';
import { WireError } from './errors/wire-error.js';
import { factsOf, type OperationName } from './operations.js';
import type { Incoming } from './transport/outgoing.js';
import { retryAfterSeconds } from './retry-after.js';

/** A success. */
export interface Answer<Content> {
  readonly body: Content;
  readonly headers: Headers;
}

/** Lent to the reading of an answer. */
export interface Reading {
  /** Takes the secrets of the call out of a text. */
  readonly scrub: (text: string) => string;
  /** The time in milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Makes of what came back either the success that the document declares, or an error.
 *
 * @throws {WireError} when the answer is an error of the protocol.
 * @throws {UnexpectedAnswerError} when the answer is neither.
 */
export function readAnswer<Content>(
  operation: OperationName,
  answer: Incoming,
  { data, error }: Received<Content>,
  reading: Reading,
): Answer<Content> {
  if (!answer.ok) throw readFailure(operation, answer, error, reading);
  const { success, partial, json, brings } = factsOf(operation);
  const unexpected = (reason: string) => unexpectedAnswer(operation, answer, reason, reading);
  if (answer.status !== success && answer.status !== partial) throw unexpected(`a success is ${success}`);
  if (brings && !answer.headers.get(brings)) {
    throw unexpected(`no ${brings}; to a page of another origin the server has to expose it`);
  }
  if (!json) return { body: undefined as Content, headers: answer.headers }; // the type has no body exactly then
  // Every body is read as JSON, whatever it says that it is.
  if (!isJson(answer) || typeof data !== 'object' || data === null || Array.isArray(data) !== (json === 'list')) {
    throw unexpected(`the body is no JSON ${json}`);
  }
  return { body: data, headers: answer.headers }; // what is inside is the word of the document
}

/**
 * Makes an error of an answer that is no success.
 *
 * @param content The body, as JSON where it is that.
 */
export function readFailure(
  operation: OperationName,
  answer: Incoming,
  content: unknown,
  reading: Reading,
): WireError | UnexpectedAnswerError {
  const wireError = isJson(answer) ? readError(operation, answer, content, reading) : undefined;
  return wireError ?? unexpectedAnswer(operation, answer, failureReason(answer.status), reading);
}

const longestShownType = 100;

function unexpectedAnswer(operation: OperationName, answer: Incoming, reason: string, reading: Reading) {
  const contentType = mediaType(answer);
  const shown = contentType && reading.scrub(contentType.slice(0, longestShownType));
  return new UnexpectedAnswerError({ operation, status: answer.status, contentType: shown, reason });
}

function isJson(answer: Incoming): boolean {
  return mediaType(answer) === 'application/json';
}

function failureReason(status: number): string {
  // 0 is how a browser reports a redirect that it was told not to follow.
  return status === 0 || (status >= 300 && status < 400)
    ? 'a redirect, which is not followed; baseUrl has to be the final address'
    : 'the body is no error of this protocol';
}

function mediaType({ headers }: Incoming): string | undefined {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}

function readError(
  operation: OperationName,
  answer: Incoming,
  content: unknown,
  reading: Reading,
): WireError | undefined {
  const fields = Object(content) as Readonly<Record<string, unknown>>; // any object
  const { code: spelled, message, ticketId, iServerCode: number } = fields;
  if (typeof spelled !== 'string' || !/^\w{1,32}$/.test(spelled) || typeof message !== 'string') return undefined;
  const { status, headers } = answer;
  const code = normalizeErrorCode(spelled);
  const iServerCode = typeof number === 'number' ? number : undefined;
  return new WireError({
    operation,
    status,
    code,
    message: reading.scrub(message),
    ticketId: typeof ticketId === 'string' ? reading.scrub(ticketId) : undefined,
    iServerCode,
    ...describeError({ operation, status, code, message, iServerCode }),
    retryAfterSeconds: retryAfterSeconds(headers.get('retry-after'), reading.now()),
  });
}
