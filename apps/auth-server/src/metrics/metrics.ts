/** Counts what operators watch, for one server, in the names and base units of Prometheus (docs/metrics.md). */
import { Registry } from 'prom-client';
import type { Clock } from '../clock/clock.js';
import { AuditMetrics } from './audit-metrics.js';
import { HashingMetrics } from './hashing-metrics.js';
import { LoginMetrics } from './login-metrics.js';
import { metricsOfProcess } from './process-metrics.js';
import { RequestMetrics } from './request-metrics.js';
import { SessionMetrics } from './session-metrics.js';
import { StoreMetrics } from './store-metrics.js';
import { TlsMetrics } from './tls-metrics.js';

/** Rooms are handed their part, or undefined where metrics are off: then nothing is counted. */
export class Metrics {
  /** Of this server alone: several in one process do not mix. */
  readonly registry = new Registry();
  readonly requests: RequestMetrics;
  readonly logins = new LoginMetrics(this.registry);
  readonly sessions = new SessionMetrics(this.registry);
  readonly store = new StoreMetrics(this.registry);
  readonly hashing = new HashingMetrics(this.registry);
  readonly audit = new AuditMetrics(this.registry);
  readonly tls = new TlsMetrics(this.registry);

  constructor(readonly clock: Clock) {
    this.requests = new RequestMetrics(this.registry, clock);
  }

  /** Everything in the text format of Prometheus, that of the process included. */
  async text(): Promise<string> {
    return `${await this.registry.metrics()}\n${await metricsOfProcess().metrics()}`;
  }
}
