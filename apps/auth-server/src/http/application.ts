import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { configuredOrigins } from '../config/room-settings.js';
import type { Rooms } from '../join-rooms.js';
import { readBodies } from './bodies.js';
import { clientErrorHandler } from './client-error.js';
import { originHook, ownOrigins } from './origins.js';
import { addressHook } from './request-limits.js';
import { exactJsonType, responseHeadersHook } from './response-headers.js';
import { sessionHook } from './session-hook.js';
import { WireErrorFilter } from './wire-error-filter.js';

/**
 * The Nest application on Fastify. Every request walks the same few hooks, in this order: headers of the answer, address,
 * origin, session. Nest's guards, interceptors and pipes are not on the road.
 */
export async function openApplication(
  module: DynamicModule,
  config: Config,
  rooms: Rooms,
  log: Logger,
): Promise<NestFastifyApplication> {
  const { server, errorCodes } = config;
  const filter = new WireErrorFilter(errorCodes.style, log);
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: server.maximumBodyBytes,
    requestTimeout: server.requestTimeoutSeconds * 1000,
    keepAliveTimeout: server.keepAliveTimeoutSeconds * 1000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: false,
    http: {
      maxHeaderSize: server.maximumHeaderBytes,
      headersTimeout: server.headersTimeoutSeconds * 1000,
      connectionsCheckingInterval: 1000,
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: server.maximumAddressLength },
    clientErrorHandler: clientErrorHandler(errorCodes.style, log),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => filter.answer(error, request, reply),
  });
  const fastify = adapter.getInstance();
  const overTls = server.publicUrl?.startsWith('https:') === true;
  const origins = new Set([...ownOrigins(listeningUrl(config)), ...configuredOrigins(config)]);
  fastify.decorateRequest('session', undefined);
  fastify.addHook('onRequest', responseHeadersHook(overTls));
  fastify.addHook('onRequest', addressHook(server.maximumAddressLength));
  fastify.addHook('onRequest', originHook(origins));
  fastify.addHook('onRequest', sessionHook(rooms.sessions, rooms.projects));
  fastify.addHook('onSend', exactJsonType);
  readBodies(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false, bodyParser: false });
  app.useGlobalFilters(filter);
  app.setGlobalPrefix(server.context, { exclude: ['health/live', 'health/ready'] });
  await app.init();
  await fastify.ready();
  return app;
}

/** The public URL, or the one that follows from host and port. */
export function listeningUrl({ server }: Config, port = server.port): string {
  const host = server.host.includes(':') ? `[${server.host}]` : server.host;
  return server.publicUrl ?? `http://${host}:${port}`;
}
