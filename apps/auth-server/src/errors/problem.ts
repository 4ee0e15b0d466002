import { errorCatalogue, type ErrorKind, type ErrorRow } from '@mstr-rest/protocol';

/** What a place that fails may know beyond the kind. */
export interface ProblemDetails {
  /** Replaces the catalogue's message. Goes to the caller: no secret, no path, no text of an inner error. */
  readonly message?: string;
  /** The real reason, where the kind hides it. Goes to the audit only. */
  readonly actually?: ErrorKind;
  /** What exactly was wrong, in words of ours. Goes to the audit only. */
  readonly detail?: string;
  /** Response headers such as `retry-after`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The inner error. Goes to the log only. */
  readonly cause?: unknown;
}

/** The one error that rooms throw: a row of the protocol's catalogue, with what the place that failed knows. */
export class Problem extends Error {
  readonly kind: ErrorKind;
  readonly actually: ErrorKind;
  readonly detail: string | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;

  constructor(kind: ErrorKind, details: ProblemDetails = {}) {
    super(details.message ?? errorCatalogue[kind].message, { cause: details.cause });
    this.name = 'Problem';
    this.kind = kind;
    this.actually = details.actually ?? kind;
    this.detail = details.detail;
    this.headers = details.headers;
  }

  get row(): ErrorRow {
    return errorCatalogue[this.kind];
  }
}
