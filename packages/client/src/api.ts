import type { paths } from '@mstr-rest/protocol';
import type { Client } from 'openapi-fetch';
import { addressOf, type QueryValue } from './transport/address.js';
import type { Incoming, Outgoing } from './transport/outgoing.js';

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const;

/**
 * The calls of an OpenAPI document, with the types and in the manner of openapi-fetch. Of that package only the types are
 * here: it would be a quarter of what a browser has to load, and half of what a call costs (docs/decisions/0025).
 */
export type ApiOf<Paths extends object> = Pick<Client<Paths>, (typeof methods)[number]>;

/** The calls of our own document. */
export type Api = ApiOf<paths>;

/** Sends what a call has put together. */
export type SendCall = (call: Omit<Outgoing, 'signal'>, signal?: AbortSignal) => Promise<Incoming>;

/** What a call hands to {@link Api} beside the parameters and the body of its operation. */
export type CallInit = { readonly send: SendCall };

/** An answer as {@link Api} gives it, of one operation or another. */
export interface Received<Content> {
  /** The JSON body of a success; undefined where it is none. */
  readonly data?: Content;
  /** The body of a failure, as JSON where it is that. */
  readonly error?: unknown;
}

/** What a call can be given: a part of what openapi-fetch takes. */
interface Init {
  readonly send?: SendCall;
  readonly signal?: AbortSignal;
  readonly params?: {
    readonly path?: Readonly<Record<string, string | number>>;
    readonly query?: Readonly<Record<string, QueryValue>>;
    readonly header?: Readonly<Record<string, string | undefined>>;
  };
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly keepalive?: boolean;
  readonly parseAs?: 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';
}

/**
 * Makes the calls of a document.
 *
 * @param base Address of the API, without a slash at its end.
 * @param sendAny Sends the calls that bring no way of their own.
 */
export function createApi<Paths extends object = paths>(base: string, sendAny?: SendCall): ApiOf<Paths> {
  const callBy =
    (method: string) =>
    async (path: string, init: Init = {}) => {
      const { params = {}, body, signal, keepalive, parseAs = 'json', send = sendAny } = init;
      if (!send) throw new TypeError('nothing sends this call');
      const headers = headersOf(params.header, init.headers);
      const call = { method, url: addressOf(base, path, params.path, params.query), headers, keepalive };
      const answer = await send(body === undefined ? call : withBody(call, body), signal);
      if (parseAs === 'stream') return { data: answer.response().body, response: answer.response() };
      if (parseAs !== 'json') return { data: await answer.response()[parseAs](), response: answer.response() };
      const content = jsonOf(await answer.text());
      return {
        [answer.ok ? 'data' : 'error']: content,
        get response() {
          return answer.response();
        },
      };
    };
  // The types are those of openapi-fetch, whose manner this keeps to.
  return Object.fromEntries(methods.map((method) => [method, callBy(method)])) as unknown as ApiOf<Paths>;
}

/** The value of a text, or undefined where it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withBody(call: Omit<Outgoing, 'signal'>, body: unknown): Omit<Outgoing, 'signal'> {
  if (body instanceof FormData || body instanceof Blob || body instanceof ReadableStream) return { ...call, body };
  return {
    ...call,
    headers: { 'content-type': 'application/json', ...call.headers },
    body: JSON.stringify(body),
    json: body,
  };
}

function headersOf(...given: readonly (Readonly<Record<string, string | undefined>> | undefined)[]) {
  const headers: Record<string, string> = { accept: 'application/json' };
  for (const some of given) {
    for (const name in some) if (some[name] !== undefined) headers[name.toLowerCase()] = some[name];
  }
  return headers;
}
