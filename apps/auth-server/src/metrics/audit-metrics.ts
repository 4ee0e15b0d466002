import { Counter, Gauge, type Registry } from 'prom-client';

/** Whether the audit is kept. */
export class AuditMetrics {
  #waiting: (() => number) | undefined;
  readonly #errors: Counter;
  readonly #lost: Counter;

  constructor(registry: Registry) {
    this.#errors = new Counter({
      name: 'mstr_auth_audit_write_errors_total',
      help: 'Attempts to store audit events that failed. The events are in the log.',
      registers: [registry],
    });
    this.#lost = new Counter({
      name: 'mstr_auth_audit_events_lost_total',
      help: 'Audit events that are in the log only.',
      registers: [registry],
    });
    const waiting = () => this.#waiting?.() ?? 0;
    new Gauge({
      name: 'mstr_auth_audit_events_waiting',
      help: 'Audit events that wait in memory until they are stored.',
      registers: [registry],
      collect() {
        this.set(waiting());
      },
    });
  }

  watch(waiting: () => number): void {
    this.#waiting = waiting;
  }

  writeFailed(): void {
    this.#errors.inc();
  }

  lost(): void {
    this.#lost.inc();
  }
}
