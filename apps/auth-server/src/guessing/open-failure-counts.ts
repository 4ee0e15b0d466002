import type { Clock } from '../clock/clock.js';
import type { SharedRedis } from '../redis/shared-redis.js';
import type { FailureCounts } from './failure-counts.js';
import type { ThrottleRules } from './rules.js';
import { LmdbFailureCounts } from './stores/lmdb/lmdb-failure-counts.js';
import { MemoryFailureCounts } from './stores/memory/memory-failure-counts.js';
import { RedisFailureCounts } from './stores/redis/redis-failure-counts.js';

/** Where sessions are, failures are counted. */
export type CountsPlace =
  | { readonly kind: 'memory' }
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'redis'; readonly redis: SharedRedis };

/** @throws Error that names the folder and says what is wrong with it */
export async function openFailureCounts(
  place: CountsPlace,
  rules: ThrottleRules,
  clock: Clock,
): Promise<FailureCounts> {
  switch (place.kind) {
    case 'memory':
      return new MemoryFailureCounts(rules, clock);
    case 'embedded':
      return LmdbFailureCounts.open(place.folder, rules, clock);
    case 'redis':
      return new RedisFailureCounts(place.redis, rules, clock);
  }
}
