import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Config, Tls } from '../config/config.js';
import type { Rooms } from '../join-rooms.js';
import type { Certificate } from '../tls/certificate.js';
import { readBodies } from './bodies.js';
import { clientErrorHandler } from './client-error.js';
import { Connections } from './connection-limits.js';
import { serveModeRoutes } from './mode-routes.js';
import { originHook } from './origins.js';
import { requestIds } from './request-ids.js';
import { addressHook } from './request-limits.js';
import { measureRequests } from './request-times.js';
import { exactJsonType, lameDuck, responseHeadersHook } from './response-headers.js';
import { sessionHook } from './session-hook.js';
import { serveVerification } from './verification.js';
import { WireErrorFilter } from './wire-error-filter.js';

/** One route, as registered: `GET`, `/MicroStrategyLibrary/api/projects/:idOrName`. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

interface Application {
  readonly app: NestFastifyApplication;
  readonly fastify: FastifyInstance;
  readonly routes: readonly Route[];
}

/** What Node ends TLS with; of HTTP it speaks 1.1 alone. */
export function secureContext({ cert, key }: Certificate, { minVersion }: Tls) {
  return { cert, key, minVersion };
}

/**
 * The Nest application on Fastify. Every request walks the same few hooks, in this order: headers of the answer, address,
 * origin, session. Nest's guards, interceptors and pipes are not on the road.
 */
export async function openApplication(
  module: DynamicModule,
  config: Config,
  rooms: Rooms,
  log: Logger,
  certificate: Certificate | undefined,
): Promise<Application> {
  const { server, errorCodes } = config;
  const filter = new WireErrorFilter(rooms.refusals, rooms.pages.loginAddress);
  const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    filter.answer(error, request, reply);
  const limits = {
    maxHeaderSize: server.maximumHeaderBytes,
    headersTimeout: server.headersTimeoutSeconds * 1000,
    connectionsCheckingInterval: 1000,
    requireHostHeader: false, // request-limits.ts sees to it
  };
  const adapter = new FastifyAdapter({
    logger: false,
    genReqId: requestIds(),
    bodyLimit: server.maximumBodyBytes,
    requestTimeout: server.requestTimeoutSeconds * 1000,
    connectionTimeout: server.stalledTimeoutSeconds * 1000,
    keepAliveTimeout: server.keepAliveTimeoutSeconds * 1000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: false,
    trustProxy: server.trustedProxies.length > 0 && server.trustedProxies,
    ...(certificate === undefined || server.tls === undefined
      ? { http: limits }
      : { https: { ...limits, ...secureContext(certificate, server.tls) } }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: server.maximumAddressLength },
    clientErrorHandler: clientErrorHandler(errorCodes.style, log),
    frameworkErrors: answerError,
  });
  const fastify: FastifyInstance = adapter.getInstance();
  const routes: Route[] = [];
  if (rooms.metrics !== undefined) measureRequests(fastify, rooms.metrics.requests);
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, path: url });
  });
  if (config.security.allowAllOrigins) {
    log.warn('security.allowAllOrigins is on: pages of any site can use the sessions of who visits them');
  }
  fastify.decorateRequest('session', undefined);
  fastify.addHook('onRequest', responseHeadersHook(rooms.overTls));
  fastify.addHook('onRequest', addressHook(server.maximumAddressLength));
  fastify.addHook('onRequest', originHook(rooms.origins, config.security.allowAllOrigins));
  fastify.addHook('onRequest', sessionHook(rooms.sessions, rooms.projects));
  fastify.addHook('onSend', exactJsonType);
  fastify.addHook('onSend', lameDuck(rooms.readiness));
  readBodies(fastify);
  serveModeRoutes(fastify, server.context, rooms, answerError);
  serveVerification(fastify, server.context, answerError);
  const unlimitedAddresses = [...server.connections.unlimitedAddresses, ...server.trustedProxies];
  new Connections({ ...server.connections, unlimitedAddresses }, errorCodes.style, log).guard(fastify.server);
  // RFC 9110 section 10.1.1 lets a server pass over an expectation that it does not know; Node would answer without a body.
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response));

  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false, bodyParser: false });
  app.useGlobalFilters(filter);
  app.setGlobalPrefix(server.context, { exclude: ['health/live', 'health/ready'] });
  await app.init();
  await fastify.ready();
  return { app, fastify, routes };
}
