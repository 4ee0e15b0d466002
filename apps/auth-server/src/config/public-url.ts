import type { Config } from './config.js';
import { isLoopbackHost } from './loopback.js';

/** The public URL, or the one that follows from host and port; without the context path. */
export function publicUrl({ server }: Config, port = server.port): string {
  const host = server.host.includes(':') ? `[${server.host}]` : server.host;
  return server.publicUrl ?? `${server.tls === undefined ? 'http' : 'https'}://${host}:${port}`;
}

/** Do browsers reach the server over TLS, whoever ends it? */
export function isOverTls({ server }: Pick<Config, 'server'>): boolean {
  return server.publicUrl?.startsWith('https:') ?? server.tls !== undefined;
}

/**
 * The exact origins whose pages may call: our own, and those of the configuration. On loopback our own has three names.
 * Source: docs/protocol section 1.6 and Q33.
 */
export function allowedOrigins(config: Config, port = config.server.port): Set<string> {
  return new Set([
    ...ownOrigins(publicUrl(config, port)),
    ...config.auth.cors.origins,
    ...config.security.allowedOrigins,
  ]);
}

/** The origins of our own pages. */
export function ownOrigins(url: string): readonly string[] {
  const { origin, hostname, protocol, port } = new URL(url);
  if (!isLoopbackHost(hostname)) return [origin];
  const suffix = port === '' ? '' : `:${port}`;
  return ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${protocol}//${host}${suffix}`);
}
