import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on a free port of this machine and says where, in the words of the auth-server. */
export function listen(listener: RequestListener): void {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo; // it listens on TCP
    process.stderr.write(`Listening at http://127.0.0.1:${port}/MicroStrategyLibrary\n`);
  });
}
