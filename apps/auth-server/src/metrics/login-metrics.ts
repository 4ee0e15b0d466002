import { Counter, type Registry } from 'prom-client';
import { Durations } from './durations.js';

/** How a login ended. `redirected`: the browser was sent to an identity provider. `failed`: something of ours did not work. */
export type LoginResult = 'accepted' | 'redirected' | 'refused' | 'throttled' | 'failed';

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Logins by the name of their mode, which is `unknown` where none was found for them. */
export class LoginMetrics {
  readonly #results: Counter<'mode' | 'result'>;
  readonly #durations: Durations<'mode'>;

  constructor(registry: Registry) {
    this.#results = new Counter({
      name: 'mstr_auth_logins_total',
      help: 'Logins and delegations, by login mode and result: accepted, redirected, refused, throttled, failed.',
      labelNames: ['mode', 'result'],
      registers: [registry],
    });
    this.#durations = new Durations(
      registry,
      'mstr_auth_login_duration_seconds',
      'Time that a login took, by login mode, whatever its result.',
      ['mode'],
      bounds,
    );
  }

  ended(mode: string | undefined, result: LoginResult, durationMs: number): void {
    this.#results.inc({ mode: mode ?? 'unknown', result });
    this.#durations.of({ mode: mode ?? 'unknown' }).observeMs(durationMs);
  }
}
