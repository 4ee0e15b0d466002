/** Logging in with a browser that is sent elsewhere and comes back: the same road as any login, walked twice. */
import { defaultSettings } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import type { LoggedIn, Login } from '../login/login.js';
import type { BrowserEvidence, Evidence } from '../login-modes/login-mode.js';
import type { Sessions } from '../sessions/sessions.js';
import type { PendingLogins } from './pending-logins.js';
import type { ReturnTo } from './return-to.js';

/** What a browser's first step leads to. */
export type Started =
  | { readonly kind: 'sent'; readonly location: string; readonly id: string; readonly sealed: string }
  | { readonly kind: 'loggedIn'; readonly loggedIn: LoggedIn; readonly returnTo: ReturnTo };

export class BrowserLogin {
  readonly #login: Login;
  readonly #pending: PendingLogins;
  readonly #sessions: Sessions;

  constructor(login: Login, pending: PendingLogins, sessions: Sessions) {
    this.#login = login;
    this.#pending = pending;
    this.#sessions = sessions;
  }

  /** @throws Problem whatever kept the caller out */
  async start(
    loginMode: number,
    source: string | undefined,
    returnTo: ReturnTo,
    evidence: Omit<Evidence, 'body'>,
  ): Promise<Started> {
    const { begun, sealed } = await this.#pending.begin(loginMode, source, returnTo);
    const outcome = await this.#attempt(loginMode, evidence, { kind: 'start', pending: begun.pending });
    if ('location' in outcome) return { kind: 'sent', location: outcome.location, id: begun.pending.id, sealed };
    return { kind: 'loggedIn', loggedIn: outcome, returnTo };
  }

  /**
   * The browser is back from the source of this mode.
   * @param id of the login, as the source has sent it back
   * @param sealed what this browser keeps of that login
   * @throws Problem browserLoginLost; whatever kept the caller out
   */
  async finish(
    loginMode: number,
    id: string,
    sealed: string | undefined,
    parameters: Readonly<Record<string, string>>,
    evidence: Omit<Evidence, 'body'>,
  ): Promise<{ readonly loggedIn: LoggedIn; readonly returnTo: ReturnTo }> {
    const { pending, returnTo, until, loginMode: begunWith } = await this.#pending.open(id, sealed);
    const isFirst = begunWith === loginMode && (await this.#sessions.useOnce({ id: `login ${id}`, until }));
    if (!isFirst) throw new Problem('browserLoginLost');
    const loggedIn = await this.#attempt(loginMode, evidence, { kind: 'return', pending, parameters });
    if ('location' in loggedIn) throw new Error(`login mode ${loginMode} redirects a browser that is back`);
    return { loggedIn, returnTo };
  }

  #attempt(loginMode: number, evidence: Omit<Evidence, 'body'>, body: BrowserEvidence) {
    return this.#login.begin({
      door: 'browser',
      loginMode,
      username: undefined,
      settings: defaultSettings,
      evidence: { ...evidence, body },
    });
  }
}
