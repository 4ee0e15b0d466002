import type { Logger } from 'pino';
import type { Sessions } from '../sessions/sessions.js';
import type { AccessJournal, EndedAccess } from '../users/access-journal.js';

/**
 * Ends the sessions of users whose access another process has ended: `admin reset-password`, or another server on the same
 * directory. No request waits for it.
 */
export class AccessFollower {
  #waiting: readonly EndedAccess[] = [];
  #working = false;

  constructor(
    private readonly journal: AccessJournal,
    private readonly sessions: Sessions,
    private readonly log: Logger,
  ) {}

  /** To be called every second. Never throws; what failed is tried again at the next call. */
  async follow(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      this.#waiting = [...this.#waiting, ...(await this.journal.endedElsewhere())];
      for (const { userId, openedUntil } of this.#waiting) {
        await this.sessions.endAccessUntil(userId, openedUntil);
        this.#waiting = this.#waiting.slice(1);
        this.log.info({ userId }, 'another process has ended the access of a user: his sessions have ended');
      }
    } catch (error) {
      this.log.error({ cause: error }, 'sessions of users whose access was ended elsewhere may still be open');
    } finally {
      this.#working = false;
    }
  }
}
