import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  customFetch,
  discovery,
  fetchUserInfo,
  None,
  type Configuration,
} from 'openid-client';
import { createHash } from 'node:crypto';
import type { Clock } from '../../clock/clock.js';
import type { PendingLogin } from '../login-mode.js';
import { boundedFetch } from './bounded-fetch.js';
import { verifiedIdToken, type IdTokenClaims } from './id-token.js';
import { unreachable } from './refusal.js';
import type { OidcSettings, ProviderSettings } from './settings.js';
import { TokenVerifier } from './token-verifier.js';

type Common = Pick<OidcSettings, 'requestTimeoutSeconds' | 'clockSkewSeconds'>;

/** What the discovery document has told. */
interface Known {
  readonly configuration: Configuration;
  readonly verifier: TokenVerifier;
}

/** What a login has proved. */
export interface Proof {
  readonly claims: IdTokenClaims;
  /** The ID token, where the logout is going to need it. */
  readonly logoutHint: string | undefined;
}

/** Longer ones fit neither into an address nor well into the record of a session. The logout then asks without. */
const maximumHintLength = 4096;

function hintOf(idToken: string): string | undefined {
  return idToken.length <= maximumHintLength ? idToken : undefined;
}

/** By which identities of a provider are known here. */
export function issuerOf({ settings: { issuer } }: Provider): string {
  return `oidc ${issuer}`;
}

const discoveryLifetimeMs = 3_600_000;

/** One OpenID provider. Its discovery document is fetched when the first login needs it, and again after an hour. */
export class Provider {
  readonly settings: ProviderSettings;
  readonly #common: Common;
  readonly #clock: Clock;
  #known: { readonly answer: Promise<Known>; readonly since: number } | undefined;

  constructor(settings: ProviderSettings, common: Common, clock: Clock) {
    this.settings = settings;
    this.#common = common;
    this.#clock = clock;
  }

  /** Where the browser proves itself: authorization code flow with PKCE (RFC 7636), state and nonce of this login. */
  async authorizationUrl(pending: PendingLogin, redirectUri: string): Promise<string> {
    const { scopes, maximumAuthenticationAgeSeconds: maxAge } = this.settings;
    const { configuration } = await this.known();
    const url = buildAuthorizationUrl(configuration, {
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
   * Who it is, by the code that the browser has brought back. The library checks the answer and the ID token
   * (OpenID Connect Core 3.1.3.7, RFC 9207); the signature, although the token comes straight from the provider, the
   * list of algorithms and the age are checked here.
   * @throws whatever was found wrong
   */
  async proof(pending: PendingLogin, returnedTo: URL): Promise<Proof> {
    const { clientId, maximumAuthenticationAgeSeconds: maxAge } = this.settings;
    const { configuration, verifier } = await this.known();
    const tokens = await authorizationCodeGrant(configuration, returnedTo, {
      expectedState: pending.id,
      expectedNonce: pending.derive('nonce'),
      pkceCodeVerifier: pending.derive('verifier'),
      idTokenExpected: true,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
    if (tokens.id_token === undefined) throw new Error('there is no ID token');
    const claims = await verifiedIdToken(verifier, tokens.id_token, clientId, tokens.access_token);
    return {
      claims: await this.#withUserInfo(claims, configuration, tokens.access_token),
      logoutHint: this.settings.logout === 'global' ? hintOf(tokens.id_token) : undefined,
    };
  }

  /**
   * The claims of an ID token that a program has got itself, as the client of this id.
   * @throws whatever was found wrong
   */
  async nativeClaims(idToken: string, clientId: string, accessToken: string | undefined): Promise<IdTokenClaims> {
    const { configuration, verifier } = await this.known();
    const claims = await verifiedIdToken(verifier, idToken, clientId, accessToken);
    return this.#withUserInfo(claims, configuration, accessToken);
  }

  /** The ID token has the last word. The library sees to it that the subject is the same. */
  async #withUserInfo(claims: IdTokenClaims, configuration: Configuration, accessToken: string | undefined) {
    if (!this.settings.userInfo || accessToken === undefined) return claims;
    const { iss: _iss, ...more } = await fetchUserInfo(configuration, accessToken, claims.sub);
    return { ...more, ...claims };
  }

  /**
   * Where a browser logs out at the provider; undefined where that is not wanted, or the provider has no such place.
   * @param hint whose session it is: OpenID Connect RP-Initiated Logout 1.0, section 2
   */
  async endSessionUrl(returnTo: string, hint: string | undefined): Promise<URL | undefined> {
    if (this.settings.logout === 'local') return undefined;
    const { configuration } = await this.known();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: returnTo,
      ...(hint === undefined ? {} : { id_token_hint: hint }),
    });
  }

  /** How far its clock may be off, in milliseconds. */
  get toleranceMs(): number {
    return this.#common.clockSkewSeconds * 1000;
  }

  /** @throws Problem serviceUnavailable where the provider cannot be asked who it is, or says that it is another */
  async known(): Promise<Known> {
    const since = this.#clock.monotonic();
    if (this.#known === undefined || since - this.#known.since > discoveryLifetimeMs) {
      const known = { answer: this.#discover(), since };
      this.#known = known;
      known.answer.catch(() => {
        if (this.#known === known) this.#known = undefined;
      });
    }
    try {
      return await this.#known.answer;
    } catch (cause) {
      throw unreachable(cause);
    }
  }

  async #discover(): Promise<Known> {
    const { issuer, clientId } = this.settings;
    const { requestTimeoutSeconds, clockSkewSeconds } = this.#common;
    const metadata = { [clockTolerance]: clockSkewSeconds };
    const configuration = await discovery(new URL(issuer), clientId, metadata, this.#authentication(), {
      timeout: requestTimeoutSeconds,
      [customFetch]: boundedFetch,
      // Plain http is for loopback only (settings.ts).
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is marked so only to stand out
      execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
    });
    const { issuer: named, jwks_uri: jwksUri } = configuration.serverMetadata();
    // The library lets some well-known hosts name themselves otherwise, such as those that speak for any tenant.
    if (named !== issuer) throw new Error('the discovery document is that of another issuer');
    if (jwksUri === undefined) throw new Error('the discovery document has no jwks_uri');
    if (issuer.startsWith('https:') && !jwksUri.startsWith('https:')) throw new Error('the jwks_uri is not https');
    return { configuration, verifier: new TokenVerifier(issuer, jwksUri, this.#common, this.#clock) };
  }

  #authentication() {
    const { clientSecret, clientAuthentication } = this.settings;
    if (clientSecret === undefined) return None();
    return clientAuthentication === 'client_secret_basic'
      ? ClientSecretBasic(clientSecret)
      : ClientSecretPost(clientSecret);
  }
}
