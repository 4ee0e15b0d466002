import { randomBytes } from 'node:crypto';
import { BrowserLoginError } from './errors/browser-login-error.js';
import { Login, type DelegatedLogin } from './login.js';
import { Loopback } from './loopback.js';
import type { CallOptions } from './options.js';
import { pkcePair } from './pkce.js';
import type { Wire } from './wire.js';

const defaultTimeoutMs = 5 * 60_000;

/** What a login by the system's browser takes. Its deadline is 5 minutes unless `timeoutMs` says otherwise. */
export interface BrowserLogin extends CallOptions {
  /** Leads straight to the login of this mode, if nobody is logged in at the browser. */
  readonly loginMode?: number | undefined;
  /** Which source of that mode, where the server has several. */
  readonly source?: string | undefined;
  /** Opens the address in a browser. Default is the system's own one. */
  readonly open?: ((url: string) => unknown) | undefined;
  /**
   * Gets the address, for a person to open it himself, in a browser of this machine. If it is given, a browser that cannot
   * be opened does not end the login.
   */
  readonly onUrl?: ((url: string) => unknown) | undefined;
}

/** The ways into a session from Node. */
export class NodeLogin extends Login {
  readonly #library: string;

  constructor(wire: Wire, applicationType: number | undefined) {
    super(wire, applicationType);
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
  async browser({ loginMode, source, open, onUrl, ...options }: BrowserLogin = {}): Promise<void> {
    const over = new AbortController();
    const handedOver = () => this.#handedOver({ loginMode, source, open, onUrl }, over.signal);
    try {
      await this.delegated(handedOver, { ...options, timeoutMs: options.timeoutMs ?? defaultTimeoutMs });
    } finally {
      over.abort();
    }
  }

  /** @param over Aborted at the end of the login, however it ends. */
  async #handedOver({ onUrl, open, ...mode }: BrowserLogin, over: AbortSignal): Promise<DelegatedLogin> {
    const { codeVerifier, codeChallenge } = await pkcePair();
    const state = randomBytes(32).toString('base64url');
    const loopback = await Loopback.open();
    over.addEventListener('abort', () => loopback.close());
    if (over.aborted) loopback.close();
    over.throwIfAborted();
    const { redirectUri } = loopback;
    const url = this.#address({ ...mode, redirectUri, state, codeChallenge });
    const answered = loopback.answer({ state, issuer: this.#library });
    onUrl?.(url);
    const identityToken = await Promise.race([answered, failureToOpen(url, open, onUrl !== undefined)]);
    return { identityToken, codeVerifier };
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

/** Opens the browser. Settles only if that fails, and matters. */
function failureToOpen(url: string, open: BrowserLogin['open'], mayFail: boolean): Promise<never> {
  return new Promise((_, reject) => {
    (async () => (open ?? openSystemBrowser)(url))().catch((cause: unknown) => {
      if (!mayFail) reject(new BrowserLoginError('notOpened', 'No browser could be opened', { cause }));
    });
  });
}

async function openSystemBrowser(url: string): Promise<void> {
  // Loaded when it is needed: few programs log in like this.
  const { default: openUrl } = await import('open');
  await openUrl(url);
}
