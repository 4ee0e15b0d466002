import type { LifetimeRules } from './lifetime.js';
import type { SessionStore } from './session-store.js';
import { LmdbSessionStore } from './stores/lmdb/lmdb-session-store.js';
import { MemorySessionStore } from './stores/memory-session-store.js';

/** Where sessions are kept; `sync` as in `LmdbOptions`. */
export type StoreChoice =
  { readonly kind: 'embedded'; readonly sync: 'process' | 'disk' } | { readonly kind: 'memory' };

/**
 * The store of the configuration.
 * @param folder of the embedded one
 * @throws Error that names the folder and says what is wrong with it
 */
export async function openSessionStore(
  choice: StoreChoice,
  folder: string,
  rules: LifetimeRules,
): Promise<SessionStore> {
  return choice.kind === 'memory' ? new MemorySessionStore(rules) : LmdbSessionStore.open(folder, rules, choice);
}
