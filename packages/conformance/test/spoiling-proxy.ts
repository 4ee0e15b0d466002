/** A server between: passes requests on to another server and spoils what comes back. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send, type HeaderLine, type RawAnswer } from '../src/index.js';

/** Makes another answer of an answer. */
export type Spoil = (answer: RawAnswer) => RawAnswer;

/** Starts one. `await using` stops it. */
export async function spoilingProxy(baseUrl: string, spoil: Spoil) {
  const { origin, pathname } = new URL(baseUrl);
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = Buffer.concat(await incoming.toArray()).toString();
      const headers = pairsOf(incoming.rawHeaders).filter(
        ([name]) => !/^(host|connection|content-length)$/i.test(name),
      );
      const { method = 'GET', url = '' } = incoming;
      const spoiled = spoil(await send({ method, url: origin + url, headers, ...(body === '' ? {} : { body }) }));
      const kept = spoiled.headers.filter(([name]) => !/^(connection|content-length|transfer-encoding)$/.test(name));
      const length: HeaderLine = ['content-length', String(Buffer.byteLength(spoiled.body))];
      outgoing.writeHead(spoiled.status, [...kept, ...(spoiled.status === 204 ? [] : [length])].flat());
      outgoing.end(spoiled.body);
    })().catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    baseUrl: `http://127.0.0.1:${port}${pathname}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pairsOf(flat: readonly string[]): HeaderLine[] {
  const names = flat.filter((_, index) => index % 2 === 0);
  return names.map((name, index): HeaderLine => [name, flat[index * 2 + 1] ?? '']);
}
