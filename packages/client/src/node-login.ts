import { randomBytes } from 'node:crypto';
import { BrowserLoginError } from './errors/browser-login-error.js';
import { Login, type DelegatedLogin } from './login.js';
import { Loopback } from './loopback.js';
import { tokensOfProvider, type NativeOidcLogin } from './native-oidc.js';
import type { CallOptions } from './options.js';
import { pkcePair } from './pkce.js';
import { shown, type Showing } from './system-browser.js';
import type { Wire } from './wire.js';

const defaultTimeoutMs = 5 * 60_000;

/** What a login by the system's browser takes. Its deadline is 5 minutes unless `timeoutMs` says otherwise. */
export interface BrowserLogin extends CallOptions, Showing {
  /** Leads straight to the login of this mode, if nobody is logged in at the browser. */
  readonly loginMode?: number | undefined;
  /** Which source of that mode, where the server has several. */
  readonly source?: string | undefined;
}

/** The ways into a session from Node. */
export class NodeLogin extends Login {
  readonly #wire: Wire;
  readonly #library: string;

  constructor(wire: Wire, applicationType: number | undefined) {
    super(wire, applicationType);
    this.#wire = wire;
    this.#library = wire.settings.base.replace(/\/api$/, '');
  }

  /**
   * Logs in through the browser of the person at this machine, in whatever mode the server offers: he logs in there, if he
   * is not yet, and allows it. The session shares the Intelligence Server session of the browser: **logging out of one ends
   * both**. Only servers with the page `auth/handover` can do this. Source: docs/handover.md; RFC 8252, 7636, 9207.
   *
   * @throws {BrowserLoginError} when it is refused, or no browser can be opened. {@link TimeoutError} when the person takes
   * too long. {@link CallError} otherwise.
   */
  async browser(login: BrowserLogin = {}): Promise<void> {
    await this.#byBrowser(login, (over, options) => this.delegated(() => this.#handedOver(login, over), options));
  }

  /**
   * Logs in at an OpenID provider that the server names, in the browser of the person at this machine, as the provider's
   * client for native programs (mode 4194304). The session is one of its own. Source: docs/protocol sections 3.9 and
   * 3.10; RFC 8252, 7636, 9207.
   *
   * @throws {BrowserLoginError} when it is refused, no browser can be opened, or the provider is not there or not to be
   * believed. {@link TimeoutError} when the person takes too long. {@link WireError} ERR001 with status 404 when the server
   * names no provider, ERR003 when it refuses the tokens. {@link CallError} otherwise.
   */
  async oidcNative(login: NativeOidcLogin = {}): Promise<void> {
    const { fetch } = this.#wire.settings;
    await this.#byBrowser(login, (over, options) =>
      this.oidcTokens(async () => {
        const { body } = await this.#wire.call('getOidcNativeConfiguration', { signal: over }, (api, init) =>
          api.GET('/config/oidc/native', init),
        );
        return tokensOfProvider(body.iams, login, fetch, over);
      }, options),
    );
  }

  /** @param logIn Its signal is aborted at the end of the login, however it ends. */
  async #byBrowser(
    { signal, timeoutMs = defaultTimeoutMs, projectId }: CallOptions,
    logIn: (over: AbortSignal, options: CallOptions) => Promise<void>,
  ): Promise<void> {
    const over = new AbortController();
    try {
      await logIn(over.signal, { signal, timeoutMs, projectId });
    } finally {
      over.abort();
    }
  }

  async #handedOver({ onUrl, open, ...mode }: BrowserLogin, over: AbortSignal): Promise<DelegatedLogin> {
    const { codeVerifier, codeChallenge } = await pkcePair();
    const state = randomBytes(32).toString('base64url');
    const loopback = await Loopback.open();
    over.addEventListener('abort', () => loopback.close());
    if (over.aborted) loopback.close();
    over.throwIfAborted();
    const { redirectUri } = loopback;
    const url = this.#address({ ...mode, redirectUri, state, codeChallenge });
    const answered = loopback.answer(state, (fields) => handedOver(fields, this.#library));
    return { identityToken: await shown(url, { open, onUrl }, answered), codeVerifier };
  }

  #address({ loginMode, source, redirectUri, state, codeChallenge }: Asked): string {
    const query = new URLSearchParams({
      redirect_uri: redirectUri,
      state,
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
      ...(loginMode === undefined ? {} : { loginMode: String(loginMode) }),
      ...(source === undefined ? {} : { source }),
    });
    return `${this.#library}/auth/handover?${query.toString()}`;
  }
}

interface Asked extends Pick<BrowserLogin, 'loginMode' | 'source'> {
  readonly redirectUri: string;
  readonly state: string;
  readonly codeChallenge: string;
}

/**
 * The identity token in an answer.
 *
 * @param issuer Address of the server that was asked, with its context path (RFC 9207).
 * @throws {BrowserLoginError}
 */
function handedOver(fields: URLSearchParams, issuer: string): string {
  if (fields.get('iss') !== issuer) {
    const message = `The answer is not from ${issuer}: baseUrl has to be the public address of the server`;
    throw new BrowserLoginError('wrongServer', message);
  }
  const identityToken = fields.get('identityToken');
  if (identityToken !== null) return identityToken;
  throw new BrowserLoginError('refused', 'The login was refused in the browser');
}
