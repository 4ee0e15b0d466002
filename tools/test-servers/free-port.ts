/** Asks the system for a port that nobody listens on. */
import { createServer, type AddressInfo } from 'node:net';

/** @returns that many different ports of 127.0.0.1 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port); // it listens on TCP
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
