/** Logging out where another source keeps a session too. */
import type { Audit } from '../audit/audit.js';
import type { From } from '../audit/audit-event.js';
import { Problem } from '../errors/problem.js';
import type { EnabledModes } from '../login/enabled-modes.js';
import type { LogoutNotice, PostedForm } from '../login-modes/login-mode.js';
import type { Session } from '../sessions/session.js';
import type { Sessions } from '../sessions/sessions.js';
import type { UserDirectory } from '../users/user-directory.js';

/** What there may still be at the source after a logout here: nothing, what the browser ends there next, or a session. */
export type LeftAtSource =
  { readonly kind: 'nothing' | 'session' } | { readonly kind: 'onward'; readonly to: URL | PostedForm };

export class BrowserLogout {
  readonly #sessions: Sessions;
  readonly #modes: EnabledModes;
  readonly #users: UserDirectory;
  readonly #audit: Audit;

  constructor(sessions: Sessions, modes: EnabledModes, users: UserDirectory, audit: Audit) {
    this.#sessions = sessions;
    this.#modes = modes;
    this.#users = users;
    this.#audit = audit;
  }

  /**
   * Ends the session here.
   * @throws Problem serviceUnavailable where the session may live on
   */
  async end(session: Session, from: From): Promise<LeftAtSource> {
    const sessionsEnded = await this.#sessions.end(session);
    const { id: sessionId, user, loginMode, source } = session.engine;
    this.#audit.record({ event: 'logout', userId: user.id, sessionId, sessionsEnded, ...from });
    if (source === undefined) return { kind: 'nothing' };
    // Logged out here is logged out, also where the source cannot be asked.
    const to = await this.#modes.logoutAddress(loginMode, source).catch(() => undefined);
    return to === undefined ? { kind: 'session' } : { kind: 'onward', to };
  }

  /**
   * Ends what a source says that it has ended.
   * @param read the mode's own judgement of what was sent
   * @throws Problem what is wrong with it; serviceUnavailable
   */
  async obey(loginMode: number, read: () => Promise<LogoutNotice>, from: From): Promise<void> {
    try {
      const notice = await read();
      if (!(await this.#sessions.useOnce(notice.oneUse))) {
        throw new Problem('logoutTokenRefused', { detail: 'the notice was sent before' });
      }
      await this.#endAll(notice, from);
    } catch (error) {
      const { actually: reason, detail } = error instanceof Problem ? error : new Problem('internal');
      this.#audit.record({ event: 'logoutRefused', loginMode, reason, detail, ...from });
      throw error;
    }
  }

  async #endAll({ issuer, subject, id }: LogoutNotice, from: From): Promise<void> {
    const user = subject === undefined ? undefined : await this.#users.findByIdentity({ issuer, subject });
    if (subject !== undefined && user === undefined) return; // nobody of ours
    for (const { id: sessionId, user: holder, source } of await this.#sessions.list(user?.id)) {
      if (source?.issuer !== issuer) continue;
      if (subject !== undefined && source.subject !== subject) continue;
      if (id !== undefined && source.id !== id) continue;
      const sessionsEnded = await this.#sessions.endEngine(sessionId, 'logout');
      this.#audit.record({ event: 'logout', userId: holder.id, sessionId, sessionsEnded, bySource: issuer, ...from });
    }
  }
}
