import { headerValue } from '../arguments.js';
import type { Exchange } from '../exchange.js';
import type { Fetch } from '../fetch.js';
import type { OperationName } from '../operations.js';
import type { CallOptions } from '../options.js';
import { saysSessionIsOver, type Wire } from '../wire.js';
import { addressBelow, pathBelow, type QueryValue } from './address.js';

/** What a call of {@link Client.call} sends. */
export interface OtherCall extends CallOptions {
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, and as it comes: a form, a file, a stream. A stream is never sent twice. */
  readonly body?: BodyInit | undefined;
}

/** Of a request whose body is a stream, which the types of the DOM leave out. Source: Fetch standard. */
type StreamingInit = RequestInit & { readonly duplex?: 'half' };

/**
 * Sends a request of the session to any path of the API. The deadline holds until the head of the answer is there, the
 * caller's signal until the end of its body.
 *
 * @returns The answer with its body unread: a success, or 304.
 */
export async function callOther(wire: Wire, method: string, path: string, options: OtherCall): Promise<Response> {
  const url = addressBelow(wire.settings.base, path, options.query);
  const { body, json, headers = {}, signal } = options;
  const streams = body instanceof ReadableStream;
  const init: StreamingInit = {
    ...manner(wire),
    method,
    headers: headersOf(headers, json !== undefined),
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(body === undefined ? {} : { body, ...(streams && { duplex: 'half' }) }),
  };
  return sendOther(wire, `${method} ${path as `/${string}`}`, options, (exchange) => {
    if (json !== undefined) exchange.showBody(json);
    const make = () => new Request(url, { ...init, signal: whole(exchange, signal) });
    return exchange.send(make(), streams ? undefined : make);
  });
}

/** A `fetch` that sends the session along, for other clients of this API: their requests go the road of ours. */
export function fetchOfSession(wire: Wire, options: CallOptions): Fetch {
  return async (asked) => {
    const path = pathBelow(wire.settings.base, asked.url);
    return sendOther(wire, `${asked.method} ${path}`, options, (exchange) => {
      const request = new Request(asked, { ...manner(wire), signal: whole(exchange, asked.signal) });
      const repeats = request.method === 'GET' || request.method === 'HEAD'; // a body has been read after the first time
      return exchange.send(request, repeats ? () => request : undefined);
    });
  };
}

/** Not the deadline alone: it lets go of the caller's signal with the head of the answer. */
function whole({ signal }: Exchange, caller: AbortSignal | undefined): AbortSignal {
  return caller ? AbortSignal.any([signal, caller]) : signal;
}

function manner({ settings }: Wire): RequestInit {
  return { redirect: 'manual', ...(settings.platformCookies && { credentials: 'include' }) };
}

function sendOther(
  wire: Wire,
  operation: OperationName,
  options: CallOptions,
  send: (exchange: Exchange) => Promise<Response>,
): Promise<Response> {
  return wire.exchange(operation, options, async (exchange) => {
    const answer = await send(exchange);
    if (answer.ok || answer.status === 304) return answer;
    const error = await exchange.failureOf({ answer });
    if (saysSessionIsOver(operation, error)) exchange.endSession();
    throw error;
  });
}

function headersOf(given: Readonly<Record<string, string>>, isJson: boolean): Headers {
  const headers = new Headers({ accept: 'application/json', ...(isJson && { 'content-type': 'application/json' }) });
  for (const [name, value] of Object.entries(given)) headers.set(name, headerValue(name, value));
  return headers;
}
