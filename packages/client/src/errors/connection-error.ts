import type { OperationName } from '../operations.js';

/**
 * No answer, or not all of one: the server cannot be reached, the connection broke, or a browser's CORS check refused.
 * Whether the server did what was asked is not known. `cause` is a copy of the error of `fetch`, with no secret in it.
 */
export class ConnectionError extends Error {
  static {
    this.prototype.name = 'ConnectionError';
  }

  /** The operation that was called. */
  readonly operation: OperationName;

  constructor(operation: OperationName, cause: Error) {
    super(`${operation}: no complete answer from the server`, { cause });
    this.operation = operation;
  }
}

const deepestCause = 4;

/**
 * Copies the error of a foreign `fetch`: name, message, code and stack, and its causes likewise. Nothing else comes
 * along, because some implementations hang the whole request, with its credentials, on their errors.
 */
export function copyCause(error: unknown, scrub: (text: string) => string, depth = 1): Error {
  // Not instanceof: an error of another realm, such as a worker's or a test runner's, is no instance of this Error.
  const { name, message, code, stack, cause } = Object(error) as Readonly<Record<string, unknown>>; // any object
  const copy = new Error(scrub(typeof message === 'string' ? message : 'fetch failed'));
  if (typeof name === 'string') copy.name = scrub(name);
  if (typeof stack === 'string') copy.stack = scrub(stack);
  if (typeof code === 'string') Object.assign(copy, { code: scrub(code) });
  if (cause !== undefined && depth < deepestCause) copy.cause = copyCause(cause, scrub, depth + 1);
  return copy;
}
