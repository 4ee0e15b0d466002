/** A page that holds the client for browsers, at an origin of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

/** A server of pages. */
export interface Pages {
  readonly origin: string;
  close(): Promise<void>;
}

/** The client's browser entry in one module, as a page loads it. */
export async function bundleClient(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "export * from '@mstr-rest/client/browser';", resolveDir: __dirname },
    conditions: ['@mstr-rest/source'],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Serves a page whose global `mstr` is the client. */
export async function servePages(client: string): Promise<Pages> {
  const html = '<!doctype html><script type="module">import * as m from "/client.js"; globalThis.mstr = m;</script>';
  const server = createServer(({ url }, response) => {
    const script = url === '/client.js';
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    response.end(script ? client : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
