import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * Where a request comes from: what the trusted proxies in front say in X-Forwarded-For (Fastify reads it from its end, and
 * stops at the first address that is no trusted proxy), or the address of the socket where they say nothing readable.
 */
export function clientAddressOf(request: FastifyRequest): string {
  const { ip } = request;
  return isIP(ip) === 0 ? peerAddressOf(request) : ip;
}

/** The address of the socket, whatever any header says. */
export function peerAddressOf(request: FastifyRequest): string {
  return request.socket.remoteAddress ?? '';
}
