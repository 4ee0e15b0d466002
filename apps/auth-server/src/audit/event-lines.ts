/** Events as lines: for people, and for programs. No name that a caller chose can break a line or act on a terminal. */
import type { StoredEvent } from './audit-store.js';
import { jsonLine, quoted } from './visible.js';

/** `2026-01-01T00:00:00.000Z loginRefused loginName=ann loginMode=1 ip=192.0.2.1 reason=passwordWrong` */
export function textLineOf({ id: _, at, event, details, ...columns }: StoredEvent): string {
  const fields = Object.entries({ ...columns, ...details })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${quoted(typeof value === 'string' ? value : JSON.stringify(value))}`);
  return [new Date(at).toISOString(), event, ...fields].join(' ');
}

/** The event as JSON, with `at` as text in UTC. */
export function jsonLineOf(event: StoredEvent): string {
  return jsonLine({ ...event, at: new Date(event.at).toISOString() });
}
