/** Lets a service of one's own in by the sessions of the server beside it, whatever framework it is made with: docs/gateway.md. */
export { sessionVerifier, type VerifySession } from './session-verifier.js';
export type { RequestHeaders } from './credentials.js';
export type { VerifierOptions } from './verifier-options.js';
export type { Refusal, Verdict, Verified, VerifiedUser } from './verdict.js';
