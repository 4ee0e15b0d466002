/** One connection to Redis, for all that a node keeps there. */
import type { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';
import { connectRedis, untilReady } from './connection.js';
import type { RedisSettings } from './settings.js';

/** So long a start waits for Redis. After that the server starts without it, answers 503, and is not ready. */
const patienceMs = 2000;

export interface SharedRedis {
  readonly client: Redis | Cluster;
  /** Before the name of every key. */
  readonly keyPrefix: string;
}

/** @throws Error where a file of the settings cannot be read */
export async function openRedis(settings: RedisSettings, log: Logger): Promise<SharedRedis> {
  const client = await connectRedis(settings, log);
  if (!(await untilReady(client, patienceMs))) {
    log.error('Redis cannot be reached yet: the server starts without it, and is ready when it comes');
  }
  return { client, keyPrefix: settings.keyPrefix };
}
