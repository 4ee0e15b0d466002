import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  type Configuration,
  type IDToken,
} from 'openid-client';
import { createHash } from 'node:crypto';
import type { Clock } from '../../clock/clock.js';
import { Problem } from '../../errors/problem.js';
import type { PendingLogin } from '../login-mode.js';
import { boundedFetch } from './bounded-fetch.js';
import type { OidcSettings, ProviderSettings } from './settings.js';

type Common = Pick<OidcSettings, 'requestTimeoutSeconds' | 'clockSkewSeconds'>;

/** One OpenID provider. Its discovery document is fetched when the first login needs it, and again after an hour. */
export class Provider {
  readonly settings: ProviderSettings;
  readonly #common: Common;
  readonly #clock: Clock;
  #known: { readonly configuration: Promise<Configuration>; readonly since: number } | undefined;

  constructor(settings: ProviderSettings, common: Common, clock: Clock) {
    this.settings = settings;
    this.#common = common;
    this.#clock = clock;
  }

  /** Where the browser proves itself: authorization code flow with PKCE (RFC 7636), state and nonce of this login. */
  async authorizationUrl(pending: PendingLogin, redirectUri: string): Promise<string> {
    const { scopes, maximumAuthenticationAgeSeconds: maxAge } = this.settings;
    const url = buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state: pending.id,
      nonce: pending.derive('nonce'),
      code_challenge: createHash('sha256').update(pending.derive('verifier')).digest('base64url'),
      code_challenge_method: 'S256',
      ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
    });
    return url.href;
  }

  /**
   * The claims behind the code that the browser has brought back. The library checks issuer, audience, azp, times,
   * nonce, state, algorithm and signature (OpenID Connect Core 3.1.3.7, RFC 9207).
   * @throws whatever the library found wrong
   */
  async claims(pending: PendingLogin, returnedTo: URL): Promise<IDToken> {
    const { maximumAuthenticationAgeSeconds: maxAge } = this.settings;
    const tokens = await authorizationCodeGrant(await this.configuration(), returnedTo, {
      expectedState: pending.id,
      expectedNonce: pending.derive('nonce'),
      pkceCodeVerifier: pending.derive('verifier'),
      idTokenExpected: true,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('there is no ID token');
    return claims;
  }

  /** @throws Problem serviceUnavailable where the provider cannot be asked who it is */
  async configuration(): Promise<Configuration> {
    const hourMs = 3_600_000;
    if (this.#known === undefined || this.#clock.monotonic() - this.#known.since > hourMs) {
      const configuration = this.#discover();
      this.#known = { configuration, since: this.#clock.monotonic() };
      configuration.catch(() => (this.#known = undefined));
    }
    try {
      return await this.#known.configuration;
    } catch (cause) {
      const message = 'The identity provider cannot be reached';
      throw new Problem('serviceUnavailable', { message, headers: { 'retry-after': '5' }, cause });
    }
  }

  #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const { requestTimeoutSeconds, clockSkewSeconds } = this.#common;
    const authentication = clientSecret === undefined ? None() : ClientSecretPost(clientSecret);
    return discovery(new URL(issuer), clientId, { [clockTolerance]: clockSkewSeconds }, authentication, {
      timeout: requestTimeoutSeconds,
      [customFetch]: boundedFetch,
      // Signatures are checked although the tokens come straight from the provider. Plain http is for loopback only (settings.ts).
      execute: [
        enableNonRepudiationChecks,
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is marked so only to stand out
        ...(issuer.startsWith('http:') ? [allowInsecureRequests] : []),
      ],
    });
  }
}
