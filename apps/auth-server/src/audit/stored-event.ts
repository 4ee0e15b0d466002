/** From what rooms record to what is kept. */
import { isSecretName, redacted } from '@mstr-rest/protocol';
import type { AuditEvent } from './audit-event.js';
import type { StoredEvent } from './audit-store.js';

/** UTF-16 units of a text that are kept. Login names may be longer than anybody's. */
const maximumLength = 256;

/** All fields that any event has a column for. */
type Columns = Partial<Omit<StoredEvent, 'id' | 'at' | 'event' | 'details'>>;

/** The event with no text longer than 256 units: a caller may send a login name of thousands. */
export function bounded<Event extends AuditEvent>(event: Event): Event {
  const said: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(event)) said[name] = boundedValue(name, value);
  return said as Event; // the same names, and of each value its type
}

function boundedValue(name: string, value: unknown): unknown {
  if (isSecretName(name)) return redacted; // no event has such a field: should one ever do so, it stays here
  return typeof value === 'string' && value.length > maximumLength ? `${value.slice(0, maximumLength)}…` : value;
}

/** Anything that a store could stumble over is taken out here, so that one event never keeps others from being stored. */
export function toStored(event: AuditEvent, id: string, at: number): StoredEvent {
  const { event: name, ...fields } = event;
  const { userId, loginName, loginMode, sessionId, ip, requestId, reason, byUserId, ...details } = fields as Columns; // each field that an event has has the type of its column
  return {
    id,
    at,
    event: name,
    userId: text(userId),
    loginName: text(loginName),
    loginMode: Number.isSafeInteger(loginMode) ? loginMode : undefined,
    sessionId: text(sessionId),
    ip: text(ip),
    requestId: text(requestId),
    reason: text(reason),
    byUserId: text(byUserId),
    details,
  };
}

/** Without NUL and without halves of characters, which databases cut or choke on. */
function text(value: string | undefined): string | undefined {
  return value?.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}

/** Under which a login name is found, however it was spelled. As `nameKeyOf` of the users. */
export function loginKeyOf(loginName: string): string {
  return loginName.normalize('NFKC').toLowerCase().normalize('NFKC');
}
