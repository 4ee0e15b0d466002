import type { ErrorKind } from '@mstr-rest/protocol';
import type { WireErrorBody } from '../errors/to-wire-error.js';

/** A whole answer, for a socket that no request has come from; it closes the connection. */
export function problemText(
  status: number,
  kind: ErrorKind,
  body: WireErrorBody,
  headers: Readonly<Record<string, string>> = {},
): string {
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${kind}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
    'cache-control: no-store',
    'connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${head.join('\r\n')}\r\n\r\n${text}`;
}
