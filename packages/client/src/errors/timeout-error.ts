import type { OperationId } from '@mstr-rest/protocol';

/** Who set a deadline: the call's own `timeoutMs`, the client's, `close()`, or what keeps the session. */
export type DeadlineOwner = 'call' | 'client' | 'close' | 'keeping';

/** The deadline passed before the whole answer was there. Whether the server did what was asked is not known. */
export class TimeoutError extends Error {
  static {
    this.prototype.name = 'TimeoutError';
  }

  /** The operation that was called, by its name in the OpenAPI document. */
  readonly operation: OperationId;
  /** The deadline that passed, in milliseconds from the start of the call. */
  readonly timeoutMs: number;
  /** Who set it. */
  readonly setBy: DeadlineOwner;

  constructor(operation: OperationId, timeoutMs: number, setBy: DeadlineOwner) {
    super(`${operation}: no complete answer within ${timeoutMs} ms, the deadline of the ${setBy}`);
    this.operation = operation;
    this.timeoutMs = timeoutMs;
    this.setBy = setBy;
  }
}
