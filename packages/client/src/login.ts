import type { components } from '@mstr-rest/protocol';
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

/** What a login by delegation needs: what {@link IdentityTokens.create} of another client returned. */
export interface DelegatedLogin {
  readonly identityToken: string;
  /** For a token that was made for a challenge: the `codeVerifier` of {@link pkcePair}. */
  readonly codeVerifier?: string | undefined;
}

/**
 * The ways into a session. Every login opens a new one and takes it over with its token and cookies; the one before,
 * if any, is not logged out but lives on at the server until it is idle too long. A failed login leaves the client as
 * it was. Of two logins at once the one that is answered last stays.
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
  async standard({ newPassword, ...login }: StandardLogin, options: CallOptions = {}): Promise<void> {
    const change = newPassword === undefined ? {} : { changePassword: true, newPassword };
    await this.with({ ...login, ...change, loginMode: 1 }, options);
  }

  /**
   * Logs in as the guest (mode 8). Source: docs/protocol sections 2 and 3.1.
   *
   * @throws {WireError} ERR003 when the server admits no guests. {@link CallError} otherwise.
   */
  async anonymous(settings: LoginSettings = {}, options: CallOptions = {}): Promise<void> {
    await this.with({ ...settings, loginMode: 8 }, options);
  }

  /**
   * Logs in by any mode of this door, with the body as the document has it: `{ loginMode: 16, username, password }` for
   * LDAP, `{ loginMode: 4096, username: apiToken }` for an API token. Source: docs/protocol sections 2 and 3.1.
   *
   * @throws {WireError} ERR003 when the login fails or the mode is not enabled. {@link CallError} otherwise.
   */
  async with(request: LoginRequest, options: CallOptions = {}): Promise<void> {
    const body = { ...this.#defaults, ...request };
    await this.#wire.call('postLogin', options, (api, init) => api.POST('/auth/login', { ...init, body }));
  }

  /**
   * Opens a session beside the one that the identity token was made in (mode -1). The two share the Intelligence Server
   * session: **logging out of one ends both**, and so does {@link Client.close}. Source: docs/protocol section 3.7.
   *
   * @throws {WireError} ERR003 when the token is not valid, or was used before. {@link CallError} otherwise.
   */
  async delegated({ identityToken, codeVerifier }: DelegatedLogin, options: CallOptions = {}): Promise<void> {
    const verifier = codeVerifier === undefined ? {} : { codeVerifier };
    const body = { loginMode: -1 as const, identityToken, ...verifier };
    await this.#wire.call('postDelegate', options, (api, init) => api.POST('/auth/delegate', { ...init, body }));
  }
}
