/** From what the libraries find wrong to what the server answers. */
import { isNativeError } from 'node:util/types';
import { errors } from 'jose';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { Problem } from '../../errors/problem.js';
import type { Rejection } from '../login-mode.js';

/** What the libraries say where a provider does not answer in time. */
const lateCodes: readonly (string | undefined)[] = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'ERR_JWKS_TIMEOUT'];

/** The identity provider cannot be asked, or cannot be believed to be itself: no fault of the caller's. */
export function unreachable(cause: unknown): Problem {
  const message = 'The identity provider cannot be reached';
  return new Problem('serviceUnavailable', {
    message,
    detail: detailOf(cause),
    headers: { 'retry-after': '5' },
    cause,
  });
}

/**
 * @param thrown what an answer of a provider was refused for
 * @throws Problem serviceUnavailable where there was no answer
 */
export function refusalOf(thrown: unknown): Rejection {
  if (thrown instanceof Problem) throw thrown;
  const cause = innermost(thrown);
  if (isDown(cause)) throw unreachable(thrown);
  const problem = cause instanceof AuthorizationResponseError ? 'providerRefused' : 'providerAnswerRefused';
  return { problem, detail: detailOf(thrown), cause: thrown };
}

export function isDown(cause: unknown): boolean {
  if (cause instanceof ClientError && cause.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') {
    return cause.cause instanceof Response && cause.cause.status >= 500;
  }
  if (cause instanceof ClientError || cause instanceof errors.JOSEError) return lateCodes.includes(cause.code);
  // `fetch` says so where there is no connection, and where one breaks.
  return isNativeError(cause) && ['fetch failed', 'terminated'].includes(cause.message);
}

/** What was wrong, by the codes and names of the libraries: never a token, and nothing that could be one. */
export function detailOf(thrown: unknown): string {
  const cause = innermost(thrown);
  if (cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError) {
    return `the provider answered ${tokenOf(cause.error)}`;
  }
  if (cause instanceof ClientError) return [cause.code, claimIn(cause)].filter((part) => part !== undefined).join(' ');
  if (cause instanceof errors.JWTClaimValidationFailed || cause instanceof errors.JWTExpired) {
    return `${cause.code} ${cause.claim}`;
  }
  if (cause instanceof errors.JOSEError) return cause.code;
  return isNativeError(cause) ? cause.message.slice(0, 200) : 'unknown';
}

/** The library wraps what it does not know. */
function innermost(thrown: unknown): unknown {
  return thrown instanceof ClientError && thrown.code === undefined ? (thrown.cause ?? thrown) : thrown;
}

/** Which claim or attribute it was, where the library says so. */
function claimIn({ cause }: ClientError): string | undefined {
  const details = isNativeError(cause) ? cause.cause : cause;
  if (typeof details !== 'object' || details === null) return undefined;
  if ('claim' in details && typeof details.claim === 'string') return details.claim;
  return 'attribute' in details && typeof details.attribute === 'string' ? details.attribute : undefined;
}

/** An error code of OAuth (RFC 6749 section 4.1.2.1), and nothing else that somebody may put in its place. */
function tokenOf(error: string): string {
  return /^[\w.-]{1,64}$/.test(error) ? error : 'an error without a name';
}
