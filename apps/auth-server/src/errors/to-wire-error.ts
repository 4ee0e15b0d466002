import { randomBytes } from 'node:crypto';
import { spellErrorCode, type components, type ErrorCodeStyle } from '@mstr-rest/protocol';
import { Problem } from './problem.js';

/** The body of every failure. Source: docs/protocol section 4.1. */
export type WireErrorBody = components['schemas']['Error'];

/** A failure as it leaves the server. */
export interface WireError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: WireErrorBody;
  /** The problem behind it, for the log. */
  readonly problem: Problem;
}

/** Turns anything that was thrown into a row of the catalogue with a new ticket id. What is not a Problem is a defect of ours. */
export function toWireError(thrown: unknown, style: ErrorCodeStyle): WireError {
  const problem = thrown instanceof Problem ? thrown : new Problem('internal', { cause: thrown });
  const { code, status, iServerCode } = problem.row;
  return {
    status,
    headers: problem.headers ?? {},
    body: {
      code: spellErrorCode(code, style),
      message: problem.message,
      ticketId: randomBytes(16).toString('hex'),
      ...(iServerCode === undefined ? {} : { iServerCode }),
    },
    problem,
  };
}
