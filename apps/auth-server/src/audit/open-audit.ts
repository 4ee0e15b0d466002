import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.js';
import type { AuditMetrics } from '../metrics/audit-metrics.js';
import { AuditTrail } from './audit-trail.js';
import { Audit } from './audit.js';
import type { AuditStore } from './audit-store.js';
import { openAuditStore, type AuditPlace } from './open-audit-store.js';

export interface AuditSettings {
  /** Are events kept beside the log? */
  readonly store: boolean;
  readonly retentionDays: number;
}

export const dayMs = 24 * 3600 * 1000;

/**
 * The audit, ready. What is too old is removed now, and once a day.
 * @param place the database, or a store to use instead
 * @throws Error that names the place
 */
export async function openAudit(
  settings: AuditSettings,
  place: AuditPlace | AuditStore,
  clock: Clock,
  log: Logger,
  metrics?: AuditMetrics,
): Promise<Audit> {
  if (!settings.store) return new Audit(log);
  const store = 'kind' in place ? await openAuditStore(place) : place;
  const trail = new AuditTrail(store, clock, log, { retentionMs: settings.retentionDays * dayMs, metrics });
  void trail.prune();
  return new Audit(log, trail);
}
