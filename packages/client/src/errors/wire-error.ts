import type { errorCatalogue, ErrorKind, Retry } from '@mstr-rest/protocol';
import type { OperationName } from '../operations.js';

/** What a {@link WireError} is made of. */
export interface WireErrorFacts {
  readonly operation: OperationName;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly ticketId: string | undefined;
  readonly iServerCode: number | undefined;
  readonly kind: ErrorKind | undefined;
  readonly retry: Retry;
  readonly advice: string;
  readonly retryAfterSeconds: number | undefined;
}

/** The server refused: it answered with an error of the protocol. Source: docs/protocol section 4. */
export class WireError extends Error {
  static {
    this.prototype.name = 'WireError';
  }

  /** The operation that was called. */
  readonly operation: OperationName;
  /** HTTP status of the answer. */
  readonly status: number;
  /** The error code in its short spelling: `ERR0014` and `ERR0017` arrive here as `ERR014` and `ERR017`. */
  readonly code: string;
  /** Names the failure in the log of the server: 32 hexadecimal digits. Undefined when the server gave none. */
  readonly ticketId: string | undefined;
  /** The Intelligence Server's own code, a signed 32-bit integer; undefined where there is none. */
  readonly iServerCode: number | undefined;
  /** The row of the error catalogue that this is. Undefined when no row, or more than one, fits the answer. */
  readonly kind: ErrorKind | undefined;
  /** May the same request help again, and after what? */
  readonly retry: Retry;
  /** What to do, in a sentence. */
  readonly advice: string;
  /** Seconds that the server asks to wait (`Retry-After`, RFC 9110 section 10.2.3); undefined when it asks for none. */
  readonly retryAfterSeconds: number | undefined;

  constructor(facts: WireErrorFacts) {
    super(facts.message);
    this.operation = facts.operation;
    this.status = facts.status;
    this.code = facts.code;
    this.ticketId = facts.ticketId;
    this.iServerCode = facts.iServerCode;
    this.kind = facts.kind;
    this.retry = facts.retry;
    this.advice = facts.advice;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}

type Rows = typeof errorCatalogue;

/** A code of the error catalogue, in the short spelling. */
export type ErrorCode = Rows[ErrorKind]['code'];

/** The rows of the catalogue that share a code. */
export type KindOf<Code extends ErrorCode> = {
  [Kind in ErrorKind]: Rows[Kind]['code'] extends Code ? Kind : never;
}[ErrorKind];

/** Every wire error of the catalogue: a union that `error.code === 'ERR009'` and `switch (error.code)` narrow. */
export type AnyWireError = {
  [Code in ErrorCode]: WireError & { readonly code: Code; readonly kind: KindOf<Code> | undefined };
}[ErrorCode];
