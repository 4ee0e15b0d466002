/** Requests as raw as they have to be: headers in any number and form, bodies as they are, answers in their order. */
import { request as overTcp, type RequestOptions } from 'node:http';
import { request as overTls } from 'node:https';

/** A header line: name and value. */
export type HeaderLine = readonly [name: string, value: string];

/** A request, ready to be sent. */
export interface RawRequest {
  readonly method: string;
  /** Absolute, with the query. Sent as it is, without any normalization. */
  readonly url: string;
  readonly headers: readonly HeaderLine[];
  readonly body?: string | undefined;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  /** In the order of the wire; names are in lower case. */
  readonly headers: readonly HeaderLine[];
  readonly body: string;
}

const deadlineMs = 30_000;

/** Sends a request on a connection of its own. Rejects where no complete answer comes. */
export async function send({ method, url, headers, body }: RawRequest): Promise<RawAnswer> {
  const [, origin = '', path = '/'] = /^(https?:\/\/[^/?]+)(.*)$/.exec(url) ?? [];
  const { protocol, host, hostname, port } = new URL(origin);
  const length: HeaderLine[] =
    body === undefined && method === 'GET' ? [] : [['Content-Length', String(Buffer.byteLength(body ?? ''))]];
  const lines = [['Host', host] as const, ['Connection', 'close'] as const, ...length, ...headers];
  const options: RequestOptions = {
    method,
    path,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    agent: false,
    headers: lines.flat(), // Node sends a flat list as it is
    signal: AbortSignal.timeout(deadlineMs),
  };
  return new Promise((resolve, reject) => {
    const outgoing = (protocol === 'https:' ? overTls : overTcp)(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: pairsOf(incoming.rawHeaders),
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The values of one header, in their order. */
export function valuesOfHeader({ headers }: RawAnswer, name: string): readonly string[] {
  return headers.filter(([one]) => one === name.toLowerCase()).map(([, value]) => value);
}

function pairsOf(flat: readonly string[]): HeaderLine[] {
  const names = flat.filter((_, index) => index % 2 === 0);
  return names.map((name, index): HeaderLine => [name.toLowerCase(), flat[index * 2 + 1] ?? '']);
}
