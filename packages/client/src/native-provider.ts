/** The provider's side of a login with its tokens: RFC 8252, 7636, 9207 and OpenID Connect Core 1.0, by oauth4webapi. */
import type * as oauth from 'oauth4webapi';
import type { OidcNativeConfiguration } from './client.js';
import { BrowserLoginError } from './errors/browser-login-error.js';
import type { Fetch } from './fetch.js';
import { believed, isSafe, refusalOf, refused, requestOptions, type RequestOptions } from './provider-answers.js';

export type NativeProvider = OidcNativeConfiguration['iams'][number];
type Library = typeof oauth;

/** How far the clocks of this machine and of the provider may be apart. */
const clockToleranceSeconds = 30;

/** What a login asks the provider for, and has to come back. */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly codeChallenge: string;
  readonly loginHint?: string | undefined;
  readonly prompt?: string | undefined;
}

/** The one that is meant. @throws {BrowserLoginError} providerUnknown */
export function chosen(all: readonly NativeProvider[], id: string | undefined): NativeProvider {
  const fitting = id === undefined ? all.filter((one) => one.default) : all.filter((one) => one.id === id);
  const [provider = id === undefined ? all[0] : undefined] = fitting;
  if (provider !== undefined) return provider;
  const names = all.map((one) => one.id).join(', ');
  throw new BrowserLoginError('providerUnknown', `The server names no such provider; it has: ${names || 'none'}`);
}

/** A provider whose own discovery document has been read. Every method throws {@link BrowserLoginError}. */
export class NativeProviderClient {
  readonly #library: Library;
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;
  readonly #scope: string;
  readonly #options: RequestOptions;

  private constructor(
    library: Library,
    server: oauth.AuthorizationServer,
    provider: NativeProvider,
    options: RequestOptions,
  ) {
    this.#library = library;
    this.#server = server;
    this.#client = { client_id: provider.nativeClientId, [library.clockTolerance]: clockToleranceSeconds };
    // Nobody keeps a refresh token, so none is asked for.
    this.#scope = provider.scopes.filter((scope) => scope !== 'offline_access').join(' ');
    this.#options = options;
  }

  static async open(provider: NativeProvider, fetch: Fetch, signal: AbortSignal): Promise<NativeProviderClient> {
    // Loaded when it is needed: few programs log in like this.
    const library = await import('oauth4webapi');
    return believed(signal, async () => {
      const issuer = new URL(provider.issuer);
      const options = requestOptions(library, issuer, fetch, signal);
      const answer = await library.discoveryRequest(issuer, options);
      const server = await library.processDiscoveryResponse(issuer, answer);
      // The library compares addresses, and lets a slash be missing.
      if (server.issuer !== provider.issuer) throw new Error('the discovery document is that of another issuer');
      if (server.code_challenge_methods_supported?.includes('S256') === false) {
        throw new Error('it does no PKCE with S256 (RFC 7636)');
      }
      return new NativeProviderClient(library, server, provider, options);
    });
  }

  /** Where the person logs in. */
  address({ redirectUri, state, nonce, codeChallenge, loginHint, prompt }: AuthorizationRequest): string {
    const { authorization_endpoint: endpoint = '' } = this.#server;
    if (!isSafe(endpoint, this.#server.issuer)) throw refused('it has no safe authorization_endpoint');
    const url = new URL(endpoint);
    const fields = {
      client_id: this.#client.client_id,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: this.#scope,
      state,
      nonce,
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
      ...(loginHint === undefined ? {} : { login_hint: loginHint }),
      ...(prompt === undefined ? {} : { prompt }),
    };
    for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
    return url.href;
  }

  /** What the browser has brought back, if it is a code of this provider. */
  code(fields: URLSearchParams, state: string): URLSearchParams {
    try {
      return this.#library.validateAuthResponse(this.#server, this.#client, fields, state);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** The token response for a code, whose ID token is for this client, this login and this moment. */
  async tokens(
    code: URLSearchParams,
    { redirectUri, nonce, codeVerifier }: AuthorizationRequest,
    signal: AbortSignal,
  ): Promise<oauth.TokenEndpointResponse & { readonly id_token: string }> {
    const [library, server, client] = [this.#library, this.#server, this.#client];
    return believed(signal, async () => {
      const answer = await library.authorizationCodeGrantRequest(
        server,
        client,
        library.None(),
        code,
        redirectUri,
        codeVerifier,
        this.#options,
      );
      const expected = { expectedNonce: nonce, requireIdToken: true };
      const tokens = await library.processAuthorizationCodeResponse(server, client, answer, expected);
      return { ...tokens, id_token: tokens.id_token ?? '' }; // required, or the library had thrown
    });
  }
}
