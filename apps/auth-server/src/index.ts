/** A login and session server for the MicroStrategy-compatible REST API, to run or to embed. */
import 'reflect-metadata';
import type { AddressInfo, Server } from 'node:net';
import type { Server as TlsServer } from 'node:tls';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import type { Audit } from './audit/audit.js';
import { AuthServerModule } from './auth-server.module.js';
import { cookieWarnings } from './config/cookie-warnings.js';
import type { ConfigInput } from './config/config.js';
import { parseConfig } from './config/parse-config.js';
import { allowedOrigins, publicUrl } from './config/public-url.js';
import { openApplication, secureContext, type Route } from './http/application.js';
import { joinRooms, type Overrides, type Rooms } from './join-rooms.js';
import { logOptions } from './log.js';
import { MetricsListener } from './metrics/metrics-listener.js';
import { objectionTo, readCertificate, type Certificate } from './tls/certificate.js';
import { followCertificate } from './tls/follow-certificate.js';

export type { AuditEventName } from './audit/audit-event.js';
export type { AuditQuery, AuditStore, StoredEvent } from './audit/audit-store.js';
export { ManualClock } from './clock/manual-clock.js';
export { systemClock, type Clock } from './clock/clock.js';
export type { Config, ConfigInput } from './config/config.js';
export { ConfigError } from './config/parse-config.js';
export { Problem } from './errors/problem.js';
export type { Overrides } from './join-rooms.js';
export type {
  Admission,
  BrowserEvidence,
  Delivered,
  Evidence,
  Identity,
  Lent,
  LoginMode,
  MessageAnswer,
  ModeRoute,
  OpenedMode,
  OpenStrategy,
  PendingLogin,
  Profile,
  Rejection,
  SourceMessage,
} from './login-modes/login-mode.js';
export { strategyOf } from './login-modes/strategy-of.js';
export type { SessionStore } from './sessions/session-store.js';
export type { SettingsStore, StoredSetting } from './users/settings-store.js';
export { MemorySessionStore } from './sessions/stores/memory-session-store.js';

/** A server that is ready to listen or to be asked in process. */
export interface AuthServer {
  /** Where callers reach it, with the context path. Right after `listen()` with port 0, the port that was taken. */
  readonly url: string;
  /** Where metrics are, while they are on and it listens. */
  readonly metricsUrl: string | undefined;
  /** What this start did to the directory. A random password of a new administrator is here and nowhere else. */
  readonly accounts: Rooms['accounts'];
  /** What was recorded: who logged in, out or failed to (docs/audit.md). */
  readonly audit: Pick<Audit, 'find'>;
  /** Every route that is served. */
  readonly routes: readonly Route[];
  /** @throws Error such as EADDRINUSE */
  listen(): Promise<void>;
  /**
   * Answers a request without a socket (Fetch standard types). Headers that Node would refuse throw.
   * @param peer where it comes from, for the audit and for counting failed logins; by default 127.0.0.1
   */
  fetch(request: Request, peer?: { readonly ip: string }): Promise<Response>;
  /** Stops: not ready any more, keeps serving for `server.drainMs`, ends what is open, frees everything. */
  close(): Promise<void>;
}

/**
 * Makes a server. Nothing listens yet.
 * @param config as in the configuration file; `{}` serves Standard login on 127.0.0.1:8080
 * @throws ConfigError with every mistake of the configuration; Error where the data directory cannot be used
 */
export async function createAuthServer(config: ConfigInput = {}, overrides: Overrides = {}): Promise<AuthServer> {
  const parsed = parseConfig(config);
  const log = overrides.log ?? pino(logOptions(parsed.log.level));
  for (const warning of cookieWarnings(parsed)) log.warn(warning);
  const { tls } = parsed.server;
  const certificate = tls && readCertificate(tls);
  const rooms = await joinRooms(parsed, log, overrides);
  if (certificate !== undefined) {
    rooms.metrics?.tls.inUse(certificate.validTo);
    const objection = objectionTo(certificate, rooms.clock.now());
    if (objection !== undefined) log.warn(objection);
  }
  const { app, fastify, routes } = await openApplication(
    AuthServerModule.of(rooms),
    parsed,
    rooms,
    log,
    certificate,
  ).catch(async (error: unknown) => {
    await rooms.close();
    throw error;
  });
  const metricsListener = rooms.metrics && new MetricsListener(rooms.metrics, parsed.metrics, log);
  // Frees memory only: whether a session is over never depends on when this runs.
  const sweeping = setInterval(() => {
    void rooms.sessions.sweep().catch((error: unknown) => log.error(error));
    rooms.failureCounts.sweep();
  }, 10_000);
  sweeping.unref();
  const following = setInterval(() => void rooms.accessFollower.follow(), 1000);
  following.unref();
  let url = publicUrl(parsed) + parsed.server.context;
  let metricsUrl: string | undefined;
  let listening = false;
  let stopFollowing: (() => void) | undefined;
  let closing: Promise<void> | undefined;

  const close = async () => {
    rooms.readiness.ready = false;
    if (listening) await wait(parsed.server.drainMs);
    clearInterval(sweeping);
    clearInterval(following);
    stopFollowing?.();
    // Node looks after slow senders no more once it stops listening.
    const cutting = setTimeout(() => {
      log.warn('some requests did not end in time: they are cut off');
      fastify.server.closeAllConnections();
    }, parsed.server.stopTimeoutSeconds * 1000);
    await app.close();
    clearTimeout(cutting);
    await metricsListener?.close();
    await rooms.close();
    log.info('stopped');
  };

  return {
    get url() {
      return url;
    },
    get metricsUrl() {
      return metricsUrl;
    },
    accounts: rooms.accounts,
    audit: { find: (query) => rooms.audit.find(query) },
    routes,
    async listen() {
      await app.listen(parsed.server.port, parsed.server.host);
      listening = true;
      const { port } = fastify.server.address() as AddressInfo; // it listens on TCP
      url = publicUrl(parsed, port) + parsed.server.context;
      rooms.address.publicUrl = url;
      for (const origin of allowedOrigins(parsed, port)) rooms.origins.add(origin);
      if (tls !== undefined && certificate !== undefined) {
        const use = (next: Certificate) =>
          (fastify.server as Server as TlsServer).setSecureContext(secureContext(next, tls));
        stopFollowing = followCertificate(tls, certificate, {
          use,
          log,
          clock: rooms.clock,
          metrics: rooms.metrics?.tls,
        });
      }
      metricsUrl = await metricsListener?.listen();
      log.info({ url, port, metricsUrl }, 'listening');
    },
    async fetch(request, peer) {
      const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
      const { pathname, search } = new URL(request.url);
      const answer = await fastify.inject({
        method: request.method as 'GET', // any method: inject's type names only the common ones
        url: pathname + search,
        headers: Object.fromEntries(request.headers),
        ...(body === undefined ? {} : { payload: body }),
        ...(peer === undefined ? {} : { remoteAddress: peer.ip }),
      });
      const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
      );
      const empty = answer.statusCode === 204 || answer.statusCode === 304;
      return new Response(empty ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers });
    },
    close() {
      return (closing ??= close());
    },
  };
}
