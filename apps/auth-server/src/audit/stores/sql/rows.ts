/** Between rows of the table and events. */
import type { Selectable } from 'kysely';
import type { AuditEventName } from '../../audit-event.js';
import type { StoredEvent } from '../../audit-store.js';
import { loginKeyOf } from '../../stored-event.js';
import type { Tables } from './tables.js';

type Row = Selectable<Tables['events']>;

export function toRow(event: StoredEvent): Row {
  const { loginName } = event;
  const details = JSON.stringify(event.details);
  return {
    id: event.id,
    at: event.at,
    event: event.event,
    user_id: event.userId ?? null,
    login_name: loginName ?? null,
    login_key: loginName === undefined ? null : loginKeyOf(loginName),
    login_mode: event.loginMode ?? null,
    session_id: event.sessionId ?? null,
    ip: event.ip ?? null,
    request_id: event.requestId ?? null,
    reason: event.reason ?? null,
    by_user_id: event.byUserId ?? null,
    details: details === '{}' ? null : details,
  };
}

export function toEvent(row: Row): StoredEvent {
  return {
    id: row.id,
    at: row.at,
    event: row.event as AuditEventName, // rows are written by toRow only
    userId: row.user_id ?? undefined,
    loginName: row.login_name ?? undefined,
    loginMode: row.login_mode ?? undefined,
    sessionId: row.session_id ?? undefined,
    ip: row.ip ?? undefined,
    requestId: row.request_id ?? undefined,
    reason: row.reason ?? undefined,
    byUserId: row.by_user_id ?? undefined,
    details: JSON.parse(row.details ?? '{}') as StoredEvent['details'], // an object: see toRow
  };
}
