import type { Logger } from 'pino';
import type { LifetimeRules } from './lifetime.js';
import type { SessionStore } from './session-store.js';
import { MemorySessionStore } from './stores/memory-session-store.js';
import type { RedisSettings } from './stores/redis/settings.js';

/** As in the configuration, `session.store`. */
export type SessionStoreSettings = { readonly kind: 'memory' } | RedisSettings;

export interface StoreSurroundings {
  readonly lifetime: LifetimeRules;
  /** Folder for what a store keeps on this machine. */
  readonly directory: string;
  readonly log: Logger;
}

/** The store that was chosen. What it is made of is loaded only then. */
export async function openSessionStore(
  settings: SessionStoreSettings,
  { lifetime, log }: StoreSurroundings,
): Promise<SessionStore> {
  switch (settings.kind) {
    case 'memory':
      return new MemorySessionStore(lifetime);
    case 'redis': {
      const { openRedisSessionStore } = await import('./stores/redis/open-redis-session-store.js');
      return openRedisSessionStore(settings, lifetime, log);
    }
  }
}
