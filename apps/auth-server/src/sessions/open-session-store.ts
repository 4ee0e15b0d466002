import type { Logger } from 'pino';
import type { LifetimeRules } from './lifetime.js';
import type { SessionStore } from './session-store.js';
import { LmdbSessionStore } from './stores/lmdb/lmdb-session-store.js';
import { MemorySessionStore } from './stores/memory-session-store.js';
import type { RedisSettings } from './stores/redis/settings.js';

/** As in the configuration, `session.store`. */
export type SessionStoreSettings =
  { readonly kind: 'embedded'; readonly sync: 'process' | 'disk' } | { readonly kind: 'memory' } | RedisSettings;

export interface StoreSurroundings {
  readonly lifetime: LifetimeRules;
  /** Where the embedded store keeps what it has. */
  readonly folder: string;
  readonly log: Logger;
}

/**
 * The store that was chosen. What Redis needs is loaded only then.
 * @throws Error that names the folder, or the setting, and says what is wrong with it
 */
export async function openSessionStore(
  settings: SessionStoreSettings,
  { lifetime, folder, log }: StoreSurroundings,
): Promise<SessionStore> {
  switch (settings.kind) {
    case 'embedded':
      return LmdbSessionStore.open(folder, lifetime, settings);
    case 'memory':
      return new MemorySessionStore(lifetime);
    case 'redis': {
      const { openRedisSessionStore } = await import('./stores/redis/open-redis-session-store.js');
      return openRedisSessionStore(settings, lifetime, log);
    }
  }
}
