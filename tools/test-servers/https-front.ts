/** A TLS-terminating proxy in front of a server of plain HTTP, as deployments have one. */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificates.js';

export interface HttpsFront {
  readonly port: number;
  close(): Promise<void>;
}

/** @param target port of 127.0.0.1 that every request is handed to, with the Host header that it came with */
export async function openHttpsFront(certificate: Certificate, target: () => number): Promise<HttpsFront> {
  const pems = { cert: readFileSync(certificate.certificateFile), key: readFileSync(certificate.keyFile) };
  const server = createServer(pems, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: target(), method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, // it listens on TCP
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
