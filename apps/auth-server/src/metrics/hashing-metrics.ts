import { Counter, Gauge, type Registry } from 'prom-client';
import { Durations, type Series } from './durations.js';

/** The threads that hash passwords, at this moment. */
export interface HashingState {
  readonly waiting: number;
  readonly busy: number;
}

const bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The queue before the threads that hash passwords. */
export class HashingMetrics {
  #state: (() => HashingState) | undefined;
  readonly #waits: Series<never>;
  readonly #refused: Counter;

  constructor(registry: Registry) {
    const state = () => this.#state?.() ?? { waiting: 0, busy: 0 };
    new Gauge({
      name: 'mstr_auth_hash_queue_length',
      help: 'Password computations that wait for a thread.',
      registers: [registry],
      collect() {
        this.set(state().waiting);
      },
    });
    new Gauge({
      name: 'mstr_auth_hash_threads_busy',
      help: 'Threads that compute at this moment.',
      registers: [registry],
      collect() {
        this.set(state().busy);
      },
    });
    this.#waits = new Durations<never>(
      registry,
      'mstr_auth_hash_wait_seconds',
      'Time that a password computation has waited for a thread.',
      [],
      bounds,
    ).of({});
    this.#refused = new Counter({
      name: 'mstr_auth_hash_refused_total',
      help: 'Password computations that were refused because too many were waiting.',
      registers: [registry],
    });
  }

  watch(state: () => HashingState): void {
    this.#state = state;
  }

  waited(ms: number): void {
    this.#waits.observeMs(ms);
  }

  refused(): void {
    this.#refused.inc();
  }
}
