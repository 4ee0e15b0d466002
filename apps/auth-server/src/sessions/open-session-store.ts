import type { Logger } from 'pino';
import type { RedisSettings } from '../redis/settings.js';
import { openRedis, type SharedRedis } from '../redis/shared-redis.js';
import type { LifetimeRules } from './lifetime.js';
import type { SessionStore } from './session-store.js';
import { LmdbSessionStore } from './stores/lmdb/lmdb-session-store.js';
import { MemorySessionStore } from './stores/memory-session-store.js';
import { RedisSessionStore } from './stores/redis/redis-session-store.js';

/** As in the configuration, `session.store`. */
export type SessionStoreSettings =
  { readonly kind: 'embedded'; readonly sync: 'process' | 'disk' } | { readonly kind: 'memory' } | RedisSettings;

export interface StoreSurroundings {
  readonly lifetime: LifetimeRules;
  /** Where the embedded store keeps what it has. */
  readonly folder: string;
  readonly log: Logger;
}

export interface OpenedSessionStore {
  readonly store: SessionStore;
  /** Where the store is in Redis: its connection, for others too. It ends with the store. */
  readonly redis?: SharedRedis;
}

/**
 * The store that was chosen.
 * @throws Error that names the folder, or the setting, and says what is wrong with it
 */
export async function openSessionStore(
  settings: SessionStoreSettings,
  { lifetime, folder, log }: StoreSurroundings,
): Promise<OpenedSessionStore> {
  switch (settings.kind) {
    case 'embedded':
      return { store: await LmdbSessionStore.open(folder, lifetime, settings) };
    case 'memory':
      return { store: new MemorySessionStore(lifetime) };
    case 'redis': {
      const redis = await openRedis(settings, log);
      return { store: new RedisSessionStore(redis.client, redis.keyPrefix, lifetime), redis };
    }
  }
}
