import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Incoming } from './outgoing.js';

/** An answer as undici has it. The platform's `Response` is only made where somebody wants to have one. */
export function undiciAnswer({ statusCode: status, headers: raw, body }: Dispatcher.ResponseData<unknown>): Incoming {
  const headers = new Headers();
  for (const name in raw) {
    for (const value of [raw[name]].flat()) if (value !== undefined) headers.append(name, value);
  }
  let text: Promise<string> | undefined;
  let response: Response | undefined;
  return {
    status,
    ok: status >= 200 && status < 300,
    headers,
    text: () => (text ??= body.text()),
    response: () => (response ??= responseOf(status, headers, text === undefined ? body : undefined)),
    cancel: async () => body.dump(),
  };
}

/** Statuses whose answers have no body (Fetch standard, "null body status"). */
const bodyless: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(status: number, headers: Headers, body: Readable | undefined): Response {
  // The types of streams of Node and of the DOM tell of the same standard.
  const stream = body && !bodyless.has(status) ? (Readable.toWeb(body) as ReadableStream) : null;
  if (!stream) body?.resume();
  return new Response(stream, { status, headers });
}
