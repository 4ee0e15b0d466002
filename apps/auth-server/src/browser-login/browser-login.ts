/** Logging in with a browser that is sent elsewhere and comes back: the same road as any login, walked twice. */
import { randomBytes } from 'node:crypto';
import type { Audit } from '../audit/audit.js';
import type { From } from '../audit/audit-event.js';
import { defaultSettings } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import type { LoggedIn, Login, Redirected } from '../login/login.js';
import type { BrowserEvidence, Delivered, Evidence } from '../login-modes/login-mode.js';
import type { Sessions } from '../sessions/sessions.js';
import type { PendingLogins } from './pending-logins.js';
import type { ReturnTo } from './return-to.js';

/** A browser that was sent with an answer has to come again at once. */
const deliveryLifetimeMs = 60_000;

/** What a browser's first step leads to. */
export type Started =
  | ({ readonly kind: 'sent'; readonly id: string; readonly sealed: string } & Redirected)
  | { readonly kind: 'loggedIn'; readonly loggedIn: LoggedIn; readonly returnTo: ReturnTo };

export class BrowserLogin {
  readonly #login: Login;
  readonly #pending: PendingLogins;
  readonly #sessions: Sessions;
  readonly #audit: Audit;

  constructor(login: Login, pending: PendingLogins, sessions: Sessions, audit: Audit) {
    this.#login = login;
    this.#pending = pending;
    this.#sessions = sessions;
    this.#audit = audit;
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
    if ('location' in outcome) return { kind: 'sent', ...outcome, id: begun.pending.id, sealed };
    return { kind: 'loggedIn', loggedIn: outcome, returnTo };
  }

  /**
   * An answer of the source came with a request that proves no browser.
   * @param judge the mode's own judgement of the answer
   * @returns the login that it belongs to, and the handle with which the browser gets it
   * @throws Problem whatever is wrong with the answer
   */
  async deliver(
    loginMode: number,
    judge: () => Promise<Delivered>,
    from: From,
  ): Promise<{ readonly pendingId: string; readonly handle: string }> {
    return this.#audited(loginMode, from, async () => {
      const { pendingId, text, oneUse } = await judge();
      if (!(await this.#sessions.useOnce(oneUse))) {
        throw new Problem('providerAnswerRefused', { detail: 'the answer was used before' });
      }
      const handle = randomBytes(16).toString('base64url');
      await this.#sessions.park(`delivered ${handle}`, text, deliveryLifetimeMs);
      return { pendingId, handle };
    });
  }

  /**
   * The browser is back from the source of this mode.
   * @param id of the login, as the source has sent it back
   * @param sealed what this browser keeps of that login
   * @param handle of what was delivered for it
   * @throws Problem browserLoginLost; whatever kept the caller out
   */
  async finish(
    loginMode: number,
    id: string,
    sealed: string | undefined,
    parameters: Readonly<Record<string, string>>,
    evidence: Omit<Evidence, 'body'>,
    handle?: string,
  ): Promise<{ readonly loggedIn: LoggedIn; readonly returnTo: ReturnTo }> {
    const { pending, returnTo } = await this.#audited(loginMode, evidence, async () => {
      const begun = await this.#pending.open(id, sealed);
      const isFirst =
        begun.loginMode === loginMode && (await this.#sessions.useOnce({ id: `login ${id}`, until: begun.until }));
      if (!isFirst) throw new Problem('browserLoginLost');
      return begun;
    });
    const delivered = handle === undefined ? undefined : await this.#sessions.takeParked(`delivered ${handle}`);
    const loggedIn = await this.#attempt(loginMode, evidence, { kind: 'return', pending, parameters, delivered });
    if ('location' in loggedIn) throw new Error(`login mode ${loginMode} redirects a browser that is back`);
    return { loggedIn, returnTo };
  }

  /** What is refused before it comes to the login leaves its trace here. */
  async #audited<T>(loginMode: number, { ip, requestId }: From, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      const { actually: reason, detail } = error instanceof Problem ? error : new Problem('internal');
      this.#audit.record({ event: 'loginRefused', loginMode, loginName: undefined, reason, detail, ip, requestId });
      throw error;
    }
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
