/** Keeps events for as long as configured: collects them, and stores them in batches off the road of a request. */
import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.js';
import type { AuditMetrics } from '../metrics/audit-metrics.js';
import type { AuditEvent } from './audit-event.js';
import type { AuditQuery, AuditStore, StoredEvent } from './audit-store.js';
import { EventIds } from './event-ids.js';
import { toStored } from './stored-event.js';

/** A batch is stored when it is full, or this long after its first event. */
const batchSize = 100;
const flushAfterMs = 100;
/** After a failure. */
const retryAfterMs = 1000;
/** Events that wait in memory while the store fails; further ones are in the log only. */
const maximumWaiting = 10_000;
const complainEveryMs = 60_000;
const pruneEveryMs = 24 * 3600 * 1000;
const closeDeadlineMs = 2000;

export interface TrailSettings {
  /** Milliseconds after which an event is forgotten. */
  readonly retentionMs: number;
  readonly metrics?: AuditMetrics | undefined;
}

export class AuditTrail {
  readonly #store: AuditStore;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #retentionMs: number;
  readonly #metrics: AuditMetrics | undefined;
  readonly #ids = new EventIds(randomBytes(6));
  readonly #pruning: NodeJS.Timeout;
  readonly #waiting: StoredEvent[] = [];
  #flushing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;
  #lost = 0;
  #closed = false;
  /** While the store fails: when that was last said, by `Clock.monotonic()`. */
  #failingSaidAt: number | undefined;

  constructor(store: AuditStore, clock: Clock, log: Logger, { retentionMs, metrics }: TrailSettings) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
    this.#retentionMs = retentionMs;
    this.#metrics = metrics;
    metrics?.watch(() => this.#waiting.length);
    // Frees room only: what is too old is not found either way.
    this.#pruning = setInterval(() => void this.prune(), pruneEveryMs);
    this.#pruning.unref();
  }

  /** Takes an event and returns its id. */
  add(event: AuditEvent): string {
    const at = Math.floor(this.#clock.now());
    const id = this.#ids.next(at);
    if (this.#waiting.length < maximumWaiting) {
      this.#waiting.push(toStored(event, id, at));
    } else {
      this.#lost += 1;
      this.#metrics?.lost();
      this.#complain(undefined);
    }
    this.#plan();
    return id;
  }

  async find(query: AuditQuery): Promise<readonly StoredEvent[]> {
    await this.flush();
    return this.#store.find({ ...query, since: Math.max(query.since ?? 0, this.#oldest()) });
  }

  /** Removes what is too old. */
  async prune(): Promise<void> {
    try {
      await this.#store.prune(this.#oldest());
    } catch (error) {
      this.#log.error({ cause: error }, 'old events could not be removed from the audit store');
    }
  }

  /** Stores what waits, as far as the store works. */
  flush(): Promise<void> {
    this.#flushing ??= this.#drain().finally(() => {
      this.#flushing = undefined;
      if (this.#waiting.length > 0) this.#plan();
    });
    return this.#flushing;
  }

  async close(): Promise<void> {
    clearInterval(this.#pruning);
    await Promise.race([this.flush(), new Promise((resolve) => setTimeout(resolve, closeDeadlineMs).unref())]);
    this.#closed = true;
    this.#cancel();
    const lost = this.#waiting.length + this.#lost;
    if (lost > 0) this.#log.error({ lost }, 'the audit store fails: these events are in the log only');
    try {
      await this.#store.close();
    } catch (error) {
      this.#log.error({ cause: error }, 'the audit store was not closed properly');
    }
  }

  #oldest(): number {
    return this.#clock.now() - this.#retentionMs;
  }

  #plan(): void {
    if (this.#closed || this.#flushing !== undefined) return;
    const failing = this.#failingSaidAt !== undefined;
    if (!failing && this.#waiting.length >= batchSize) this.#turn ??= setImmediate(() => void this.flush());
    this.#timer ??= setTimeout(() => void this.flush(), failing ? retryAfterMs : flushAfterMs).unref();
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
    this.#timer = this.#turn = undefined;
  }

  async #drain(): Promise<void> {
    this.#cancel();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, batchSize);
      try {
        await this.#store.append(batch);
      } catch (error) {
        this.#metrics?.writeFailed();
        this.#complain(error);
        return;
      }
      this.#waiting.splice(0, batch.length);
      this.#recover();
      await nextTurn(); // a store in this process works on the event loop
    }
  }

  #complain(error: unknown): void {
    const now = this.#clock.monotonic();
    if (this.#failingSaidAt !== undefined && now < this.#failingSaidAt + complainEveryMs) return;
    this.#failingSaidAt = now;
    const line = { waiting: this.#waiting.length, lost: this.#lost, cause: error };
    this.#log.error(line, 'the audit store fails: events wait in memory, and are in the log');
  }

  #recover(): void {
    if (this.#failingSaidAt === undefined) return;
    const lost = this.#lost;
    this.#failingSaidAt = undefined;
    this.#lost = 0;
    this.#log.warn({ lost }, 'the audit store works again');
    if (lost > 0) this.add({ event: 'auditEventsLost', lost });
  }
}
