import type { OperationName } from '../operations.js';

/** What a {@link UnexpectedAnswerError} is made of. */
export interface UnexpectedAnswerFacts {
  readonly operation: OperationName;
  readonly status: number;
  readonly contentType: string | undefined;
  /** What the protocol does not allow, in a few words. */
  readonly reason: string;
}

/**
 * Something answered, but not as the protocol says: a proxy's page, a redirect, a status that the document does not
 * declare, a success without its token. Holds nothing of the body: it may be anything, and show anything.
 */
export class UnexpectedAnswerError extends Error {
  static {
    this.prototype.name = 'UnexpectedAnswerError';
  }

  /** The operation that was called. */
  readonly operation: OperationName;
  /** HTTP status of the answer; 0 for a redirect in a browser, which does not tell. */
  readonly status: number;
  /** Media type of the answer without its parameters; undefined when it has none. */
  readonly contentType: string | undefined;

  constructor({ operation, status, contentType, reason }: UnexpectedAnswerFacts) {
    super(`${operation}: unexpected answer with status ${status} and ${contentType ?? 'no content type'}: ${reason}`);
    this.operation = operation;
    this.status = status;
    this.contentType = contentType;
  }
}
