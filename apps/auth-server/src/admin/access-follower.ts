import type { Logger } from 'pino';
import type { Sessions } from '../sessions/sessions.js';
import type { AccessJournal, EndedAccess } from '../users/access-journal.js';

/**
 * Ends the sessions of users whose access another process has ended: `admin reset-password`, or another server on the same
 * directory. Logins ask for it before they are done; no other request waits for it.
 */
export class AccessFollower {
  #waiting: readonly EndedAccess[] = [];
  #working: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(
    private readonly journal: AccessJournal,
    private readonly sessions: Sessions,
    private readonly log: Logger,
  ) {}

  /** To be called every second, and when something may have been written. Never throws; what failed is tried again. */
  async follow(): Promise<void> {
    try {
      await this.catchUp();
    } catch (error) {
      this.log.error({ cause: error }, 'sessions of users whose access was ended elsewhere may still be open');
    }
  }

  /**
   * Once it resolves, everything counts here that was written before the call. Many calls at once share the work.
   * @throws Problem serviceUnavailable, or what the journal throws
   */
  catchUp(): Promise<void> {
    if (this.#working === undefined) {
      this.#working = this.#work().finally(() => (this.#working = undefined));
      return this.#working;
    }
    // What is under way may have looked already.
    this.#next ??= this.#working
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.catchUp();
      });
    return this.#next;
  }

  async #work(): Promise<void> {
    this.#waiting = [...this.#waiting, ...(await this.journal.endedElsewhere())];
    for (const { userId, openedUntil } of this.#waiting) {
      await this.sessions.endAccessUntil(userId, openedUntil);
      this.#waiting = this.#waiting.slice(1);
      this.log.info({ userId }, 'another process has ended the access of a user: his sessions have ended');
    }
  }
}
