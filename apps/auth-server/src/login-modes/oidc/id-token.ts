import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { TokenVerifier } from './token-verifier.js';

/** What an ID token says. Its subject is there. */
export type IdTokenClaims = JWTPayload & { readonly sub: string };

/**
 * The claims of an ID token that this client may believe: OpenID Connect Core 3.1.3.7, without the nonce.
 * @throws whatever is wrong with it
 */
export async function verifiedIdToken(
  verifier: TokenVerifier,
  token: string,
  clientId: string,
  accessToken?: string,
): Promise<IdTokenClaims> {
  const claims = await verifier.verify(token, { audience: clientId, requiredClaims: ['sub'], types: ['jwt'] });
  const { sub, aud, azp, at_hash: hash, events } = claims;
  if (typeof sub !== 'string' || sub === '') throw new Error('the claim sub is not a name');
  if (Array.isArray(aud) && aud.length > 1 && azp === undefined) throw new Error('the claim azp is missing');
  if (azp !== undefined && azp !== clientId) throw new Error('the claim azp names another client');
  // What tells of a logout is signed with the same keys, for the same audience.
  if (events !== undefined) throw new Error('the token tells of an event, and is no ID token');
  if (hash !== undefined && accessToken !== undefined && !hashes(accessToken).some((one) => one === hash)) {
    throw new Error('the claim at_hash is that of another access token');
  }
  return { ...claims, sub };
}

/** The left half of the hash: by which function follows from the algorithm of the signature, of which there are three. */
function hashes(text: string): readonly string[] {
  return ['sha256', 'sha384', 'sha512'].map((name) => {
    const digest = createHash(name).update(text).digest();
    return digest.subarray(0, digest.length / 2).toString('base64url');
  });
}
