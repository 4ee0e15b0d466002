import type { ConnectionError } from './connection-error.js';
import type { TimeoutError } from './timeout-error.js';
import type { UnexpectedAnswerError } from './unexpected-answer-error.js';
import { WireError, type AnyWireError, type ErrorCode } from './wire-error.js';

/** Everything that a call rejects with, but for the reason of an aborted signal and a TypeError for bad arguments. */
export type CallError = WireError | UnexpectedAnswerError | ConnectionError | TimeoutError;

/** The codes of the catalogue, which itself is too heavy to be here; the type sees to it that none is missing. */
const known: Readonly<Record<ErrorCode, true>> = {
  ERR001: true,
  ERR003: true,
  ERR004: true,
  ERR005: true,
  ERR006: true,
  ERR009: true,
  ERR014: true,
  ERR017: true,
  ERR0013: true,
  ERR0016: true,
  ERR0023: true,
};

/**
 * Is this a wire error with a code of the catalogue? Then its code can be compared and narrows the type. Other servers
 * of this family also send codes that are not in it: such an error is a {@link WireError} all the same.
 */
export function isWireError(error: unknown): error is AnyWireError {
  return error instanceof WireError && Object.hasOwn(known, error.code);
}

/** Is this a wire error with this code, in the short spelling? */
export function hasCode<Code extends ErrorCode>(
  error: unknown,
  code: Code,
): error is Extract<AnyWireError, { readonly code: Code }> {
  return error instanceof WireError && error.code === code;
}
