import { createHash, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../clock/clock.js';
import { Problem } from '../errors/problem.js';

/** What an identity token says. Source: docs/protocol section 5.3, Q5. */
export interface IdentityClaims {
  /** The use that delegating makes of it; undefined where a token may be used again (Q6). */
  readonly oneUse: { readonly id: string; readonly until: number } | undefined;
  readonly userId: string;
  /** Key of the session that it was made from and dies with. */
  readonly sessionKey: string;
  /** S256 challenge (RFC 7636 section 4.2) that its user must answer; undefined for a token without one. */
  readonly codeChallenge: string | undefined;
}

/** How identity tokens are made. */
export interface IdentityTokenRules {
  /** At least 32 characters, the same on every node. */
  readonly secretKey: string;
  readonly lifetimeMs: number;
  readonly singleUse: boolean;
}

/** Makes and reads identity tokens: short-lived statements, signed with the server's key, that a session exists. */
export class IdentityTokens {
  readonly #key: Uint8Array;
  readonly #rules: IdentityTokenRules;
  readonly #clock: Clock;

  constructor(rules: IdentityTokenRules, clock: Clock) {
    this.#key = new TextEncoder().encode(rules.secretKey);
    this.#rules = rules;
    this.#clock = clock;
  }

  /** A token for the holder of a session: a JSON Web Signature (RFC 7515), HS256. Opaque to callers. */
  async issue(sessionKey: string, userId: string, codeChallenge?: string): Promise<string> {
    const claims = { sid: sessionKey, ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge }) };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'identity' })
      .setSubject(userId)
      .setJti(randomUUID())
      .setExpirationTime(Math.ceil((this.#clock.monotonic() + this.#rules.lifetimeMs) / 1000))
      .sign(this.#key);
  }

  /**
   * Reads a token that we signed and that has not expired. Whether its session lives is for the caller to ask.
   * @throws Problem identityTokenInvalid
   */
  async read(token: string): Promise<IdentityClaims> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        typ: 'identity',
        currentDate: new Date(this.#clock.monotonic()),
        requiredClaims: ['sub', 'jti', 'sid', 'exp'],
      });
      // What we signed has these types; requiredClaims made sure that they are there.
      const { sub, jti, exp, sid, code_challenge } = payload as Record<string, string> & { exp: number };
      return {
        oneUse: this.#rules.singleUse ? { id: jti ?? '', until: exp * 1000 } : undefined,
        userId: sub ?? '',
        sessionKey: sid ?? '',
        codeChallenge: code_challenge,
      };
    } catch (cause) {
      throw new Problem('identityTokenInvalid', { cause });
    }
  }
}

/**
 * Does the verifier answer the challenge (RFC 7636 section 4.6)? A token without a challenge takes no verifier, so that
 * nobody can pass off a plain token as one that was bound to him (RFC 9700 section 2.1.1).
 */
export function answersChallenge(challenge: string | undefined, verifier: string | undefined): boolean {
  if (challenge === undefined || verifier === undefined) return challenge === verifier;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
