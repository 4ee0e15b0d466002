import { Counter, type Registry } from 'prom-client';
import { Durations, type Series } from './durations.js';

/** From a memory of this process to a store that has to be asked over a slow wire. */
const bounds = [0.00001, 0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What the session store takes, by operation: the name of the method that was asked. */
export class StoreMetrics {
  readonly #durations: Durations<'operation'>;
  readonly #series = new Map<string, Series<'operation'>>();
  readonly #errors: Counter<'operation'>;

  constructor(registry: Registry) {
    this.#durations = new Durations(
      registry,
      'mstr_auth_store_duration_seconds',
      'Time until the session store has answered or failed, by operation.',
      ['operation'],
      bounds,
    );
    this.#errors = new Counter({
      name: 'mstr_auth_store_errors_total',
      help: 'Questions that the session store has not answered, or not in time, by operation.',
      labelNames: ['operation'],
      registers: [registry],
    });
  }

  answered(operation: string, durationMs: number): void {
    let series = this.#series.get(operation);
    if (series === undefined) this.#series.set(operation, (series = this.#durations.of({ operation })));
    series.observeMs(durationMs);
  }

  failed(operation: string, durationMs: number): void {
    this.answered(operation, durationMs);
    this.#errors.inc({ operation });
  }
}
