import { createApi, type ApiOf, type SendCall } from '../api.js';
import { headerValue } from '../arguments.js';
import type { OperationName } from '../operations.js';
import type { CallOptions } from '../options.js';
import { saysSessionIsOver, type Wire } from '../wire.js';
import { addressBelow, addressOf, type QueryValue } from './address.js';
import type { Incoming } from './outgoing.js';

/** What a call of {@link Client.call} sends. */
export interface OtherCall extends CallOptions {
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, and as it comes: a form, a file, a stream. A stream is never sent twice. */
  readonly body?: RequestInit['body'] | undefined;
}

/**
 * Sends a request of the session to any path of the API. The deadline holds until the head of the answer is there, the
 * caller's signal until the end of its body.
 *
 * @returns The answer with its body unread: a success, or 304.
 */
export async function callOther(wire: Wire, method: string, path: string, options: OtherCall): Promise<Response> {
  const { query, json, body = json === undefined ? undefined : JSON.stringify(json) } = options;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (json !== undefined) headers['content-type'] = 'application/json';
  for (const [name, value] of Object.entries(options.headers ?? {}))
    headers[name.toLowerCase()] = headerValue(name, value);
  const url = addressOf(addressBelow(wire.settings.base, path), '', {}, query);
  const answer = await sendOther(wire, options)({ method, url, headers, body, json }, options.signal);
  return answer.response();
}

/** The calls of another document, with the session. */
export function otherApi<Paths extends object>(wire: Wire, options: CallOptions): ApiOf<Paths> {
  return createApi<Paths>(wire.settings.base, sendOther(wire, options));
}

function sendOther(wire: Wire, options: CallOptions): SendCall {
  return async (call, caller) => {
    const { base } = wire.settings;
    const path = addressBelow(base, new URL(call.url).href.split('?')[0]?.slice(base.length) ?? '').slice(base.length);
    const operation = `${call.method} ${path}` as OperationName; // the path begins with a slash
    return wire.exchange(operation, options, async (exchange) => {
      // Not the deadline alone: it lets go of the caller's signal with the head of the answer.
      const signal = caller ? AbortSignal.any([exchange.signal, caller]) : exchange.signal;
      const answer: Incoming = await exchange.send({ ...call, signal });
      if (answer.ok || answer.status === 304) return answer;
      const error = await exchange.failureOf({ answer });
      if (saysSessionIsOver(operation, error) && exchange.endSession()) wire.settings.keeper?.ended('server');
      throw error;
    });
  };
}
