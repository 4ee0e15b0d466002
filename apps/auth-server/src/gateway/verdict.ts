import type { components } from '@mstr-rest/protocol';
import { Problem } from '../errors/problem.js';
import { toWireError, type WireErrorBody } from '../errors/to-wire-error.js';

/** Who is logged in: `id`, `username` (login name), `fullName`, `initials`; `metadataUser` is false for a guest. */
export type VerifiedUser = Readonly<components['schemas']['UserInfo']>;

/** The request belongs to a living session. */
export interface Verified {
  readonly kind: 'verified';
  /** Public id of the session, as administrators see it. It proves nothing. */
  readonly sessionId: string;
  readonly user: VerifiedUser;
}

/** It does not (401), or nobody can tell at the moment (503). To be answered as it stands here. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: 401 | 503;
  /** Such as `retry-after`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The error of the wire, as the server itself answers it (docs/protocol section 4.1). */
  readonly body: WireErrorBody;
  /** Of a 503: why. For the log, not for the caller. */
  readonly cause?: Error;
}

export type Verdict = Verified | Refusal;

/** The request has no living session. @param body as the server has it; by default one of our own */
export function noSession(body?: WireErrorBody): Refusal {
  const ours = toWireError(new Problem('sessionInvalid'), 'short');
  return { kind: 'refused', status: 401, headers: {}, body: body ?? ours.body };
}

/** Nobody can tell. Never 401: clients throw their session away then, and log in again (docs/protocol Q35). */
export function cannotTell(cause: Error): Refusal {
  const message = 'The session cannot be verified at the moment';
  const { headers, body } = toWireError(
    new Problem('serviceUnavailable', { message, headers: { 'retry-after': '1' } }),
    'short',
  );
  return { kind: 'refused', status: 503, headers, body, cause };
}
