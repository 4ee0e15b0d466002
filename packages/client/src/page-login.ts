import { BrowserLoginError } from './errors/browser-login-error.js';
import { hasCode } from './errors/guards.js';
import { Login } from './login.js';
import type { CallOptions } from './options.js';
import { signedInByPopup } from './popup-window.js';
import type { Wire } from './wire.js';

/** What a login in a window takes. Its deadline is 5 minutes unless `timeoutMs` says otherwise. */
export interface PopupLogin extends CallOptions {
  /** Leads straight to the login of this mode. */
  readonly loginMode?: number | undefined;
  /** Which source of that mode, where the server has several. */
  readonly source?: string | undefined;
  /** Opens the window even if this browser has a session already. Default is to take that session over. */
  readonly fresh?: boolean | undefined;
  /** Of the window, in CSS pixels. Default 480. */
  readonly width?: number | undefined;
  /** Of the window, in CSS pixels. Default 640. */
  readonly height?: number | undefined;
}

/** The ways into a session from a page. */
export class PageLogin extends Login {
  readonly #wire: Wire;

  constructor(wire: Wire, applicationType: number | undefined) {
    super(wire, applicationType);
    this.#wire = wire;
  }

  /**
   * Takes over the session that this browser has with the server, or else lets the person log in, in whatever mode the
   * server offers, in a window of its own. Call it in the handler of a click, or the browser opens none. The server has to
   * allow the origin of this page. Source: docs/protocol sections 3.3 and 3.13.
   *
   * @throws {BrowserLoginError} when the window is blocked, or closed before the login is done, or this page is not let have
   * the cookies of the session. {@link TimeoutError} when
   * the person takes too long. {@link CallError} otherwise.
   */
  async popup({
    loginMode,
    source,
    fresh = false,
    width = 480,
    height = 640,
    ...options
  }: PopupLogin = {}): Promise<void> {
    if (!fresh && (await this.#takenOver(options))) return;
    const address = new URL(`${this.#wire.settings.base.replace(/api$/, '')}auth/login-dialog.jsp`);
    if (loginMode !== undefined) address.searchParams.set('loginMode', String(loginMode));
    if (source !== undefined) address.searchParams.set('source', source);
    address.searchParams.set('callback-origin', location.origin);
    const over = new AbortController();
    const { clock } = this.#wire.settings;
    let told = false;
    try {
      await this.#wire.call(
        'getAuthToken',
        { ...options, timeoutMs: options.timeoutMs ?? 300_000 },
        async (api, init) => {
          told = await signedInByPopup({ address, width, height }, clock, over.signal);
          if (!told && (fresh || !(await this.#takenOver(options))))
            throw new BrowserLoginError('popupClosed', 'The window was closed before the login was done');
          return api.GET('/auth/token', init);
        },
      );
    } catch (error) {
      if (!told || !hasCode(error, 'ERR009')) throw error;
      // The window has the session, and the page does not: their cookies are not the same.
      const message = `The browser keeps the cookies of ${address.host} back from this page`;
      throw new BrowserLoginError('cookiesBlocked', message, { cause: error });
    } finally {
      over.abort();
    }
  }

  async #takenOver({ signal }: CallOptions): Promise<boolean> {
    try {
      await this.#wire.call('getAuthToken', { signal }, (api, init) => api.GET('/auth/token', init));
      return true;
    } catch (error) {
      if (hasCode(error, 'ERR009')) return false;
      throw error;
    }
  }
}
