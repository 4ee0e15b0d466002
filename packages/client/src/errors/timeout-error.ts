import type { OperationName } from '../operations.js';

/** Who set a deadline: the call's own `timeoutMs`, the client's, `close()`, or what keeps the session. */
export type DeadlineOwner = 'call' | 'client' | 'close' | 'keeping';

/** What a deadline was for: the connection, the head of the answer, or the whole call. */
export type DeadlinePhase = 'connect' | 'response' | 'call';

const missed = { connect: 'no connection', response: 'no answer', call: 'no complete answer' } as const;
const named = { connect: 'connect deadline', response: 'response deadline', call: 'deadline' } as const;

/** A deadline passed before the whole answer was there. Whether the server did what was asked is not known. */
export class TimeoutError extends Error {
  static {
    this.prototype.name = 'TimeoutError';
  }

  /** The operation that was called. */
  readonly operation: OperationName;
  /** The deadline that passed, in milliseconds. */
  readonly timeoutMs: number;
  /** Who set it. */
  readonly setBy: DeadlineOwner;
  /** What it was for. */
  readonly phase: DeadlinePhase;

  constructor(operation: OperationName, timeoutMs: number, setBy: DeadlineOwner, phase: DeadlinePhase = 'call') {
    super(`${operation}: ${missed[phase]} within ${timeoutMs} ms, the ${named[phase]} of the ${setBy}`);
    this.operation = operation;
    this.timeoutMs = timeoutMs;
    this.setBy = setBy;
    this.phase = phase;
  }
}
