import type { FastifyRequest } from 'fastify';
import { clientAddressOf, peerAddressOf } from './client-address.js';
import type { Evidence } from '../login-modes/login-mode.js';

/** What a strategy may see of a request: the parsed body, and no query. */
export function evidenceOf(request: FastifyRequest, body: unknown): Evidence {
  const { raw, method, url } = request;
  return { body, headers: headersOf(raw.rawHeaders), method, url, peer: peerAddressOf(request), ...fromOf(request) };
}

/** What the audit says of where a request came from. */
export function fromOf(request: FastifyRequest): { readonly ip: string; readonly requestId: string } {
  return { ip: clientAddressOf(request), requestId: request.id };
}

/** Node joins some headers that come several times, and drops others: a strategy has to see that it is not one. */
function headersOf(raw: readonly string[]): Evidence['headers'] {
  const values = new Map<string, string[]>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = '', value = ''] = [raw[at]?.toLowerCase(), raw[at + 1]];
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]));
}
