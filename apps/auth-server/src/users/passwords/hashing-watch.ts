import type { Clock } from '../../clock/clock.js';
import type { HashingMetrics } from '../../metrics/hashing-metrics.js';

/** Where the queue before the hashing threads is measured. */
export interface HashingWatch {
  readonly metrics: HashingMetrics;
  readonly clock: Clock;
}
