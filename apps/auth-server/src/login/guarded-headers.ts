import type { Evidence, OpenedMode } from '../login-modes/login-mode.js';

/** Headers of a request that say who somebody is, and are not believed. */
export interface DistrustedHeaders {
  /** Their names, in lower case. */
  readonly headers: readonly string[];
  readonly reason: string;
}

/** What is guarded by a mode and came from somebody whom the mode does not believe, whatever mode was asked for. */
export function distrustedHeaders(evidence: Evidence, modes: Iterable<OpenedMode>): readonly DistrustedHeaders[] {
  return [...modes].flatMap(({ guarded }) => {
    const headers = guarded?.headers.filter((name) => evidence.headers[name] !== undefined) ?? [];
    const reason = headers.length === 0 ? undefined : guarded?.distrust(evidence);
    return reason === undefined ? [] : [{ headers, reason }];
  });
}

/** The evidence as the chosen mode may see it: without what other modes guard, and without what it does not believe itself. */
export function screened(evidence: Evidence, chosen: OpenedMode, modes: Iterable<OpenedMode>): Evidence {
  const removed = [...modes].flatMap((mode) => {
    const believed = mode === chosen && mode.guarded?.distrust(evidence) === undefined;
    return believed ? [] : (mode.guarded?.headers ?? []);
  });
  if (removed.length === 0) return evidence;
  const kept = Object.entries(evidence.headers).filter(([name]) => !removed.includes(name));
  return { ...evidence, headers: Object.fromEntries(kept) };
}
