import type { Logger } from 'pino';
import type { LifetimeRules } from '../../lifetime.js';
import { connectRedis, untilReady } from './connection.js';
import { RedisSessionStore } from './redis-session-store.js';
import type { RedisSettings } from './settings.js';

/** So long a start waits for Redis. After that the server starts without it, answers 503, and is not ready. */
const patienceMs = 2000;

/** @throws Error where a file of the settings cannot be read */
export async function openRedisSessionStore(
  settings: RedisSettings,
  rules: LifetimeRules,
  log: Logger,
): Promise<RedisSessionStore> {
  const client = await connectRedis(settings, log);
  if (!(await untilReady(client, patienceMs))) {
    log.error('Redis cannot be reached yet: the server starts without it, and is ready when it comes');
  }
  return new RedisSessionStore(client, settings.keyPrefix, rules);
}
