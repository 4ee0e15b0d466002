import { normalizeErrorCode } from '@mstr-rest/protocol';
import { undescribed, type Description, type Signs } from './errors/description.js';
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
 * Makes of an answer that says so the success that the document declares.
 *
 * @throws {UnexpectedAnswerError} when it is another one.
 */
export function readAnswer<Content>(
  operation: OperationName,
  answer: Incoming,
  data: Content | undefined,
  reading: Reading,
): Answer<Content> {
  const { success, partial, json, brings } = factsOf(operation);
  const unexpected = (reason: string) => unexpectedAnswer(operation, answer, reason, reading);
  if (answer.status !== success && answer.status !== partial) throw unexpected(`a success is ${success}`);
  if (brings && !answer.header(brings.toLowerCase())) {
    throw unexpected(`no ${brings}; to a page of another origin the server has to expose it`);
  }
  if (!json) return successOf(undefined as Content, answer); // the type has no body exactly then
  // Every body is read as JSON, whatever it says that it is.
  if (!isJson(answer) || typeof data !== 'object' || data === null || Array.isArray(data) !== (json === 'list')) {
    throw unexpected(`the body is no JSON ${json}`);
  }
  return successOf(data, answer); // what is inside is the word of the document
}

/** The headers are only made where somebody looks at them. */
function successOf<Content>(body: Content, answer: Incoming): Answer<Content> {
  return {
    body,
    get headers() {
      return answer.headers;
    },
  };
}

/**
 * Makes an error of an answer that is no success.
 *
 * @param content The body, as JSON where it is that.
 */
export async function readFailure(
  operation: OperationName,
  answer: Incoming,
  content: unknown,
  reading: Reading,
): Promise<WireError | UnexpectedAnswerError> {
  const wireError = isJson(answer) ? await readError(operation, answer, content, reading) : undefined;
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

function mediaType(answer: Incoming): string | undefined {
  return answer.header('content-type')?.split(';')[0]?.trim().toLowerCase();
}

async function readError(
  operation: OperationName,
  answer: Incoming,
  content: unknown,
  reading: Reading,
): Promise<WireError | undefined> {
  const fields = Object(content) as Readonly<Record<string, unknown>>; // any object
  const { code: spelled, message, ticketId, iServerCode: number } = fields;
  if (typeof spelled !== 'string' || !/^\w{1,32}$/.test(spelled) || typeof message !== 'string') return undefined;
  const { status } = answer;
  const code = normalizeErrorCode(spelled);
  const iServerCode = typeof number === 'number' ? number : undefined;
  return new WireError({
    operation,
    status,
    code,
    message: reading.scrub(message),
    ticketId: typeof ticketId === 'string' ? reading.scrub(ticketId) : undefined,
    iServerCode,
    ...(await describe({ operation, status, code, message, iServerCode })),
    retryAfterSeconds: retryAfterSeconds(answer.header('retry-after'), reading.now()),
  });
}

/** The catalogue is a quarter of what a page would load, and most pages never need it: it comes with the first error. */
async function describe(signs: Signs): Promise<Description> {
  try {
    const { describeError } = await import('./errors/describe-error.js');
    return describeError(signs);
  } catch {
    return undescribed(signs.status); // it cannot be loaded, and the error of the server is worth more than that
  }
}
