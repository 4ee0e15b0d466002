import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';

export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

/** Serves `/metrics` on an address of its own, so that whoever reaches the API does not reach it. */
export class MetricsListener {
  readonly #server: Server;

  constructor(
    metrics: Metrics,
    private readonly address: MetricsAddress,
    log: Logger,
  ) {
    const limits = { maxHeaderSize: 8192, headersTimeout: 5000, requestTimeout: 5000 };
    this.#server = createServer(limits, (request, response) => {
      const answer = (status: number, text: string, headers: Record<string, string> = {}) => {
        const type = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
        const length = { 'content-length': String(Buffer.byteLength(text)) };
        response.writeHead(status, { ...type, ...length, 'cache-control': 'no-store', ...headers });
        response.end(request.method === 'HEAD' ? undefined : text);
      };
      if (request.url?.split('?', 1)[0] !== '/metrics') return answer(404, 'Only /metrics is here\n');
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return answer(405, 'Only GET and HEAD\n', { allow: 'GET, HEAD', connection: 'close' });
      }
      metrics.text().then(
        (text) => answer(200, text, { 'content-type': metrics.registry.contentType }),
        (error: unknown) => {
          log.error({ cause: error }, 'the metrics could not be collected');
          answer(500, 'The metrics could not be collected\n');
        },
      );
    });
  }

  /** @returns the URL of the metrics. @throws Error that names the setting */
  async listen(): Promise<string> {
    const { host, port } = this.address;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (cause: NodeJS.ErrnoException) => reject(unusable(this.address, cause)));
      this.#server.listen(port, host, resolve);
    });
    const { port: taken } = this.#server.address() as AddressInfo; // it listens on TCP
    return `http://${host.includes(':') ? `[${host}]` : host}:${taken}/metrics`;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }
}

function unusable({ host, port }: MetricsAddress, cause: NodeJS.ErrnoException): Error {
  const reason =
    cause.code === 'EADDRINUSE'
      ? 'something else listens there'
      : `it cannot be listened on (${cause.code ?? 'unknown'})`;
  return new Error(`metrics.port: ${host}:${port}: ${reason}. Choose another metrics.port or metrics.host`, { cause });
}
