import type { Logger } from 'pino';
import type { AuditEvent } from './audit-event.js';
import type { AuditQuery, StoredEvent } from './audit-store.js';
import type { AuditTrail } from './audit-trail.js';
import { bounded } from './stored-event.js';
import { visible } from './visible.js';

export type { AuditEvent } from './audit-event.js';

/** Records what happens to accounts and sessions: in the log, as lines with `audit: true`, and in the trail, which can be asked. */
export class Audit {
  readonly #log: Logger;
  readonly #trail: AuditTrail | undefined;

  constructor(log: Logger, trail?: AuditTrail) {
    // Events are no matter of how much the log is to say: they are left out only where there is no log at all.
    this.#log = log.child({ audit: true }, log.level === 'silent' ? {} : { level: 'info' });
    this.#trail = trail;
  }

  /** Returns at once and never throws: what goes wrong with the audit is logged, and is no reason to refuse a login. */
  record(event: AuditEvent): void {
    try {
      const said = bounded(event);
      const auditId = this.#trail?.add(said);
      const line: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(said)) line[name] = visible(value);
      line['auditId'] = auditId;
      this.#log.info(line, said.event);
    } catch (error) {
      this.#log.error({ event: event.event, cause: error }, 'an event could not be recorded');
    }
  }

  /**
   * What was recorded, newest first, within the time that events are kept.
   * @throws Error where no events are stored, or the store cannot be read
   */
  async find(query: AuditQuery = {}): Promise<readonly StoredEvent[]> {
    if (this.#trail === undefined) throw new Error('Events are not stored: audit.store is false');
    return this.#trail.find(query);
  }

  /** Stores what waits. Never throws. */
  async close(): Promise<void> {
    await this.#trail?.close();
  }
}
