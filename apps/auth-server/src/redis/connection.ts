/** The connection to Redis: nothing waits in a queue for a server that is away, and the log says when it goes and comes. */
import { readFileSync } from 'node:fs';
import type { Cluster, Redis, RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import type { RedisSettings } from './settings.js';

/** A question that Redis has not answered after this long has failed. Sessions have deadlines of their own. */
const commandTimeoutMs = 1000;
/** A server that is silent for so long with questions open is cut off, so that these do not pile up. */
const silenceMs = 1500;
const connectTimeoutMs = 1500;

/** Connects in the background, for as long as it takes. @throws Error where a file of the settings cannot be read */
export async function connectRedis(settings: RedisSettings, log: Logger): Promise<Redis | Cluster> {
  const { Redis, Cluster } = await import('ioredis');
  const options = commonOptions(settings);
  const client =
    settings.clusterNodes !== undefined
      ? new Cluster([...settings.clusterNodes], {
          redisOptions: options,
          enableOfflineQueue: false,
          enableAutoPipelining: true,
          slotsRefreshTimeout: 1000,
          slotsRefreshInterval: 2000,
          retryDelayOnFailover: 100,
          maxRedirections: 3,
          clusterRetryStrategy: reconnectAfterMs,
        })
      : new Redis({
          ...options,
          ...whereTo(settings),
          replyMapping: 'legacy',
          enableOfflineQueue: false,
          retryStrategy: reconnectAfterMs,
        });
  tellLog(client, log);
  return client;
}

/** Resolves when it can be asked, or when that takes longer than a start should wait. */
export async function untilReady(client: Redis | Cluster, patienceMs: number): Promise<boolean> {
  if (client.status === 'ready') return true;
  return new Promise((resolve) => {
    const patience = setTimeout(() => resolve(false), patienceMs);
    client.once('ready', () => {
      clearTimeout(patience);
      resolve(true);
    });
  });
}

function commonOptions(settings: RedisSettings) {
  const { username, tls, database } = settings;
  const password = secretOf(settings.password, settings.passwordFile);
  return {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls === undefined ? {} : { tls: tls.caFile === undefined ? {} : { ca: contentsOf(tls.caFile) } }),
    ...(settings.clusterNodes === undefined ? { db: database } : {}),
    enableAutoPipelining: true,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    commandTimeout: commandTimeoutMs,
    socketTimeout: silenceMs,
    connectTimeout: connectTimeoutMs,
    disableClientInfo: true,
  } satisfies RedisOptions;
}

function whereTo(settings: RedisSettings): RedisOptions {
  const { url, sentinels, name, tls, sentinelUsername } = settings;
  const sentinelPassword = secretOf(settings.sentinelPassword, settings.sentinelPasswordFile);
  if (sentinels !== undefined && name !== undefined) {
    return {
      sentinels: [...sentinels],
      name,
      // What was the primary is a replica now: ask the Sentinels again.
      reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
      ...(sentinelUsername === undefined ? {} : { sentinelUsername }),
      ...(sentinelPassword === undefined ? {} : { sentinelPassword }),
      ...(tls === undefined ? {} : { enableTLSForSentinelMode: true }),
      sentinelRetryStrategy: reconnectAfterMs,
      sentinelCommandTimeout: commandTimeoutMs,
      failoverDetector: true,
    };
  }
  const { hostname, port, protocol } = new URL(url ?? 'redis://127.0.0.1');
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? 6379 : Number(port),
    ...(protocol === 'rediss:' && tls === undefined ? { tls: {} } : {}),
  };
}

function secretOf(secret: string | undefined, file: string | undefined): string | undefined {
  return file === undefined ? secret : contentsOf(file).trimEnd();
}

function contentsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`session.store: the file ${file} cannot be read`, { cause });
  }
}

function reconnectAfterMs(attempt: number): number {
  return Math.min(50 * attempt, 500);
}

/** Once for each time that it goes and comes, not for each attempt. Only the message of an error: it may hang the password on itself. */
function tellLog(client: Redis | Cluster, log: Logger): void {
  let away = false;
  const isAway = (reason: string) => {
    if (!away)
      log.error({ reason }, 'the session store cannot be reached: requests are answered 503 until Redis is back');
    away = true;
  };
  client.on('error', (error: Error) => isAway(reasonOf(error)));
  client.on('reconnecting', () => isAway('the connection was lost'));
  client.on('ready', () => {
    log.info('the session store is reached');
    away = false;
  });
}

function reasonOf(error: Error): string {
  const { lastNodeError } = error as { readonly lastNodeError?: unknown }; // a Cluster says little itself
  return lastNodeError instanceof Error ? lastNodeError.message : error.message;
}
