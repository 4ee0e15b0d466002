import type { PostgresSettings } from '../postgres/settings.js';
import type { Access } from '../schema/refuse-other-schema.js';
import type { AuditStore } from './audit-store.js';
import { openPostgresAuditStore } from './stores/postgres/postgres-audit-store.js';
import { openSqliteAuditStore } from './stores/sqlite/sqlite-audit-store.js';

/** Where events are kept. */
export type AuditPlace =
  { readonly kind: 'sqlite'; readonly file: string } | ({ readonly kind: 'postgres' } & PostgresSettings);

/**
 * @param access for reading it must be there, and others may be writing it
 * @throws Error naming the place: it cannot be opened or reached, or belongs to another program or another version
 */
export function openAuditStore(place: AuditPlace, access: Access = 'write'): Promise<AuditStore> {
  return place.kind === 'sqlite' ? openSqliteAuditStore(place.file, access) : openPostgresAuditStore(place, access);
}
