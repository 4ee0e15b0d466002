import type { Logger } from 'pino';

/** What happened to an account or a session: who, what, from where, and the real reason. Never a secret. */
export type AuditEvent =
  | {
      readonly event: 'login';
      readonly loginMode: number;
      readonly userId: string;
      /** Public id of the Intelligence Server session. */
      readonly sessionId: string;
      readonly ip: string;
    }
  | {
      readonly event: 'loginRefused';
      readonly loginMode: number | undefined;
      readonly loginName: string | undefined;
      readonly reason: string;
      readonly ip: string;
    }
  | {
      readonly event: 'logout';
      readonly userId: string;
      readonly sessionId: string;
      readonly sessionsEnded: number;
      readonly ip: string;
    }
  | { readonly event: 'identityTokenMade'; readonly userId: string; readonly sessionId: string; readonly ip: string }
  | { readonly event: 'passwordChanged'; readonly userId: string; readonly sessionsEnded: number };

/** Keeps the trail of authentication events: lines of the log with `audit: true`. */
export class Audit {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log.child({ audit: true });
  }

  record(event: AuditEvent): void {
    this.#log.info(event, event.event);
  }
}
