import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../../clock/clock.js';
import { boundedFetch } from './bounded-fetch.js';
import type { OidcSettings } from './settings.js';

/** Signatures of key pairs only: no `none`, and no HMAC, for which the public key of the provider would be the secret. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
/** Tokens come right after they were issued. */
const maximumAgeSeconds = 600;
/** A key that is not known makes us ask for the keys again, at most this often: forged tokens name any key. */
const keysCooldownMs = 2000;
const keysCacheMs = 600_000;

/** What a token must say of itself. */
export interface Expected {
  /** The client that it must be for. */
  readonly audience: string;
  readonly requiredClaims: readonly string[];
  /** Values of the header `typ` that it may have, in lower case; it may be missing. */
  readonly types: readonly string[];
}

/** Checks what one provider has signed: with the keys of its own discovery document and no others. */
export class TokenVerifier {
  readonly #issuer: string;
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;
  readonly #toleranceSeconds: number;
  readonly #clock: Clock;
  /** When the keys were asked for last, by `Clock.monotonic()`. */
  #askedAt = -Infinity;

  constructor(
    issuer: string,
    jwksUri: string,
    { requestTimeoutSeconds, clockSkewSeconds }: Pick<OidcSettings, 'requestTimeoutSeconds' | 'clockSkewSeconds'>,
    clock: Clock,
  ) {
    this.#issuer = issuer;
    this.#toleranceSeconds = clockSkewSeconds;
    this.#clock = clock;
    this.#keys = createRemoteJWKSet(new URL(jwksUri), {
      timeoutDuration: requestTimeoutSeconds * 1000,
      // When to ask again is said below: the library knows no clock but the machine's.
      cooldownDuration: Infinity,
      cacheMaxAge: Infinity,
      [customFetch]: boundedFetch as typeof fetch, // it is given an address as text
    });
  }

  /** @throws whatever is wrong with the token, as jose says it */
  async verify(token: string, { audience, requiredClaims, types }: Expected): Promise<JWTPayload> {
    const { payload, protectedHeader } = await jwtVerify(token, this.#keyOf, {
      algorithms,
      issuer: this.#issuer,
      audience,
      requiredClaims: ['iat', 'exp', ...requiredClaims],
      maxTokenAge: maximumAgeSeconds,
      clockTolerance: this.#toleranceSeconds,
      currentDate: new Date(this.#clock.now()),
    });
    const { typ } = protectedHeader;
    if (typ !== undefined && !types.includes(typ.toLowerCase())) throw new Error('the token is of another type');
    return payload;
  }

  readonly #keyOf: JWTVerifyGetKey = async (header, token) => {
    if (this.#isAskedBefore(keysCacheMs)) await this.#ask();
    try {
      return await this.#keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !this.#isAskedBefore(keysCooldownMs)) throw error;
      await this.#ask();
      return this.#keys(header, token);
    }
  };

  /** Those that ask meanwhile wait for the same answer. */
  async #ask(): Promise<void> {
    const at = this.#clock.monotonic();
    await this.#keys.reload();
    this.#askedAt = at;
  }

  #isAskedBefore(ageMs: number): boolean {
    return this.#clock.monotonic() - this.#askedAt >= ageMs;
  }
}
