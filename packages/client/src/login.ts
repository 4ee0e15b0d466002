import type { components } from '@mstr-rest/protocol';
import { headerValue } from './arguments.js';
import type { CallOptions } from './options.js';
import type { Wire } from './wire.js';

/** The body of `POST /auth/login`, as the document has it. */
export type LoginRequest = components['schemas']['LoginRequest'];

/** What a login says of the session that it opens. Source: docs/protocol section 3.1. */
export type LoginSettings = Omit<
  LoginRequest,
  'loginMode' | 'username' | 'password' | 'changePassword' | 'newPassword'
>;

/** What a standard login needs. */
export type StandardLogin = LoginSettings & {
  readonly username: string;
  /** May be empty. */
  readonly password: string;
  /** Changes the password as part of the login (`changePassword`). */
  readonly newPassword?: string | undefined;
};

/** What a login by LDAP needs: name and password of the directory. */
export type LdapLogin = LoginSettings & {
  readonly username: string;
  /** Never empty: no directory takes an empty one for a proof. */
  readonly password: string;
};

/** What a login by API token needs: what {@link ApiTokens.create} returned. */
export type ApiTokenLogin = LoginSettings & { readonly apiToken: string };

/** What a login by trusted header needs: nothing, for the proxy between says who it is. */
export type TrustedLogin = LoginSettings & {
  /** Headers that the proxy would add, where this client stands in its place. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** What a login by Kerberos needs. */
export type KerberosLogin = LoginSettings & {
  /**
   * A SPNEGO token in base64. It is good for one login, so a function has to make a new one each time. Without it the
   * platform has to negotiate by itself, as browsers do with servers that they are set to trust.
   */
  readonly token?: string | undefined;
};

/** What a login by delegation needs: what {@link IdentityTokens.create} of another client returned. */
export interface DelegatedLogin {
  readonly identityToken: string;
  /** For a token that was made for a challenge: the `codeVerifier` of {@link pkcePair}. */
  readonly codeVerifier?: string | undefined;
}

/** What a login with tokens of an OpenID provider needs. */
export type OidcTokensLogin = components['schemas']['OidcTokens'] & {
  /** The `nativeClientId` of {@link Client.nativeOidc}: the client that the tokens were issued to. */
  readonly clientId: string;
};

/**
 * Credentials, or a function that gets them. A function is called once at each login and nothing that it returns is
 * kept, so that a secret can be changed where it is stored. What it throws, the login throws. Its time counts for the
 * deadline of the login.
 */
export type Provided<Credentials> = Credentials | (() => Credentials | Promise<Credentials>);

/**
 * The ways into a session. Every login opens a new one and takes it over with its token and cookies; the one before,
 * if any, is not logged out but lives on at the server until it is idle too long. A failed login leaves the client as
 * it was. Of two logins at once the one that is answered last stays. Every one takes a function in the place of its
 * credentials: {@link Provided}.
 */
export class Login {
  readonly #wire: Wire;
  readonly #defaults: Pick<LoginRequest, 'applicationType'>;

  constructor(wire: Wire, applicationType: number | undefined) {
    this.#wire = wire;
    this.#defaults = applicationType === undefined ? {} : { applicationType };
  }

  /**
   * Logs in with user name and password (mode 1). Source: docs/protocol section 3.1.
   *
   * @throws {WireError} ERR003 when the login fails; `kind` says why. {@link CallError} otherwise.
   */
  async standard(credentials: Provided<StandardLogin>, options: CallOptions = {}): Promise<void> {
    await this.#logIn(credentials, options, ({ newPassword, ...login }) => {
      const change = newPassword === undefined ? {} : { changePassword: true, newPassword };
      return { ...login, ...change, loginMode: 1 };
    });
  }

  /**
   * Logs in as the guest (mode 8). Source: docs/protocol sections 2 and 3.1.
   *
   * @throws {WireError} ERR003 when the server admits no guests. {@link CallError} otherwise.
   */
  async anonymous(settings: Provided<LoginSettings> = {}, options: CallOptions = {}): Promise<void> {
    await this.#logIn(settings, options, (given) => ({ ...given, loginMode: 8 }));
  }

  /**
   * Logs in with name and password of a directory (mode 16). Source: docs/protocol sections 3.1 and 6.2.
   *
   * @throws {WireError} when the login fails; `kind` says why: `userNotLinked` for somebody whom the directory knows and the
   * server does not, `ldapNotConfigured`, `serviceUnavailable` while the directory is down. {@link CallError} otherwise.
   */
  async ldap(credentials: Provided<LdapLogin>, options: CallOptions = {}): Promise<void> {
    await this.#logIn(credentials, options, (login) => ({ ...login, loginMode: 16 }));
  }

  /**
   * Logs in with an API token (mode 4096). Source: docs/protocol sections 3.1 and 3.8.
   *
   * @throws {WireError} ERR003 when the token is unknown, expired or revoked (`kind` is `apiTokenInvalid`), or the mode is
   * not enabled. {@link CallError} otherwise.
   */
  async apiToken(credentials: Provided<ApiTokenLogin>, options: CallOptions = {}): Promise<void> {
    await this.#logIn(credentials, options, ({ apiToken, ...settings }) => ({
      ...settings,
      username: apiToken,
      loginMode: 4096,
    }));
  }

  /**
   * Logs in as the one whom the access-management proxy between names (mode 64). Source: docs/protocol section 6.8.
   *
   * @throws {WireError} ERR003: `kind` is `trustedLoginRefused` where no proxy that is trusted names anybody, and
   * `userNotLinked` where the one named has no account. {@link CallError} otherwise.
   */
  async trusted(settings: Provided<TrustedLogin> = {}, options: CallOptions = {}): Promise<void> {
    await this.#logIn(settings, options, ({ headers, ...given }) => ({ ...given, loginMode: 64 }), headersOf);
  }

  /**
   * Logs in with a Kerberos ticket (mode 128). Source: docs/protocol section 6.7.
   *
   * @returns the server's own token in base64, for a Kerberos library that checks who answered
   * @throws {WireError} ERR003: `kind` is `integratedLoginFailed` where the token is refused or missing, and
   * `userNotLinked` where its holder has no account. {@link CallError} otherwise.
   */
  async kerberos(credentials: Provided<KerberosLogin> = {}, options: CallOptions = {}): Promise<string | undefined> {
    const toBody = ({ token, ...given }: KerberosLogin) => ({ ...given, loginMode: 128 });
    const { headers } = await this.#logIn(credentials, options, toBody, authorizationOf);
    return headers.get('www-authenticate')?.replace(/^Negotiate /, '');
  }

  /**
   * Logs in by any mode of this door, with the body as the document has it. Source: docs/protocol sections 2 and 3.1.
   *
   * @throws {WireError} ERR003 when the login fails or the mode is not enabled. {@link CallError} otherwise.
   */
  async with(request: Provided<LoginRequest>, options: CallOptions = {}): Promise<void> {
    await this.#logIn(request, options, (given) => given);
  }

  /**
   * Opens a session beside the one that the identity token was made in (mode -1). The two share the Intelligence Server
   * session: **logging out of one ends both**, and so does {@link Client.close}. Source: docs/protocol section 3.7.
   *
   * @throws {WireError} ERR003 when the token is not valid, or was used before. {@link CallError} otherwise.
   */
  async delegated(credentials: Provided<DelegatedLogin>, options: CallOptions = {}): Promise<void> {
    await this.#wire.call('postDelegate', options, async (api, init) => {
      const { identityToken, codeVerifier } = await got(credentials);
      const verifier = codeVerifier === undefined ? {} : { codeVerifier };
      const body = { loginMode: -1 as const, identityToken, ...verifier };
      return api.POST('/auth/delegate', { ...init, body });
    });
  }

  /**
   * Logs in with the token response of an OpenID provider as it came (mode 4194304), for programs that are no browser.
   * An ID token opens one session, within ten minutes. Source: docs/protocol section 3.10.
   *
   * @throws {WireError} ERR003 when the tokens are refused or the mode is not enabled. {@link CallError} otherwise.
   */
  async oidcTokens(credentials: Provided<OidcTokensLogin>, options: CallOptions = {}): Promise<void> {
    await this.#wire.call('postOidcToken', options, async (api, init) => {
      const { clientId, ...body } = await got(credentials);
      return api.POST('/auth/oidc/token', { ...init, params: { query: { clientId } }, body });
    });
  }

  #logIn<Given>(
    given: Provided<Given>,
    options: CallOptions,
    toBody: (given: Given) => LoginRequest,
    toHeaders: (given: Given) => SentHeaders = () => ({}),
  ) {
    return this.#wire.call('postLogin', options, async (api, init) => {
      const login = await got(given);
      return api.POST('/auth/login', {
        ...init,
        body: { ...this.#defaults, ...toBody(login) },
        headers: toHeaders(login),
      });
    });
  }
}

type SentHeaders = Readonly<Record<string, string>>;

function headersOf({ headers = {} }: TrustedLogin): SentHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerValue(name, value)]));
}

function authorizationOf({ token }: KerberosLogin): SentHeaders {
  return token === undefined ? {} : { authorization: headerValue('token', `Negotiate ${token}`) };
}

async function got<Credentials>(provided: Provided<Credentials>): Promise<Credentials> {
  // No credentials are a function, which the type of any credentials cannot say.
  return typeof provided === 'function' ? (provided as () => Credentials | Promise<Credentials>)() : provided;
}
