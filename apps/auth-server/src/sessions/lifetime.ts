import type { Session } from './session.js';

/** When a session is over. Source: docs/protocol section 5.2 and Q34, Q37. */
export interface LifetimeRules {
  /** Idle milliseconds after which the HTTP session is over. Greater than the next one. */
  readonly httpIdleMs: number;
  /** Idle milliseconds after which the Intelligence Server session is over, and every HTTP session on it. */
  readonly engineIdleMs: number;
  /** Milliseconds after its opening when an HTTP session is over, however busy. */
  readonly absoluteMs: number;
  /**
   * Idle sessions are noticed only at multiples of this many milliseconds, as the vendor's server does: a session may
   * live to almost twice its timeout. 0: to the millisecond.
   */
  readonly sweepEveryMs: number;
}

/** Why a session is over, or undefined while it lives. */
export type Ending = 'httpIdle' | 'engineIdle' | 'absolute';

/** Judges a session at a moment of `Clock.monotonic()`. A moment before its last use ends nothing. */
export function endingOf({ http, engine }: Session, rules: LifetimeRules, at: number): Ending | undefined {
  if (at >= http.endsAt) return 'absolute';
  const noticed = rules.sweepEveryMs > 0 ? at - (at % rules.sweepEveryMs) : at;
  if (noticed - engine.lastUsedAt >= rules.engineIdleMs) return 'engineIdle';
  if (noticed - http.lastUsedAt >= rules.httpIdleMs) return 'httpIdle';
  return undefined;
}

/** The earliest moment at which a session that is used no more is over. */
export function endOf({ http, engine }: Session, rules: LifetimeRules): number {
  const httpIdle = noticedAt(http.lastUsedAt + rules.httpIdleMs, rules);
  return Math.min(idleEndOf(engine.lastUsedAt, rules), httpIdle, http.endsAt);
}

/** The moment at which a session is over that is not used again after this one, should nothing else end it first. */
export function idleEndOf(engineLastUsedAt: number, rules: LifetimeRules): number {
  return noticedAt(engineLastUsedAt + rules.engineIdleMs, rules);
}

function noticedAt(moment: number, { sweepEveryMs }: LifetimeRules): number {
  return sweepEveryMs > 0 ? Math.ceil(moment / sweepEveryMs) * sweepEveryMs : moment;
}
