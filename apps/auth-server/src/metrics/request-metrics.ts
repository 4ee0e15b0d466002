import type { Registry } from 'prom-client';
import type { Clock } from '../clock/clock.js';
import { Durations, type Series } from './durations.js';

const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** How long requests took. The route is the template it was registered with, never an address that somebody has sent. */
export class RequestMetrics {
  readonly #durations: Durations<'method' | 'route' | 'status'>;
  readonly #clock: Clock;

  constructor(registry: Registry, clock: Clock) {
    this.#clock = clock;
    this.#durations = new Durations(
      registry,
      'mstr_auth_http_request_duration_seconds',
      'Time from the head of a request to its answer, by route template and status class.',
      ['method', 'route', 'status'],
      bounds,
    );
  }

  now(): number {
    return this.#clock.monotonic();
  }

  /** What observes the requests of one route. Made once a route. */
  ofRoute(method: string, route: string): (startedAt: number, status: number) => void {
    const byClass: (Series<'method' | 'route' | 'status'> | undefined)[] = [];
    return (startedAt, status) => {
      const statusClass = Math.floor(status / 100);
      byClass[statusClass] ??= this.#durations.of({ method, route, status: `${statusClass}xx` });
      byClass[statusClass].observeMs(this.#clock.monotonic() - startedAt);
    };
  }
}
