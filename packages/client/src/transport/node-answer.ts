import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Incoming } from './outgoing.js';

/** An answer as undici has it. What the platform has of its own is only made where somebody wants to have it. */
export function undiciAnswer({ statusCode: status, headers: raw, body }: Dispatcher.ResponseData<unknown>): Incoming {
  let text: Promise<string> | undefined;
  let response: Response | undefined;
  let headers: Headers | undefined;
  const made = () => (headers ??= headersOf(raw));
  return {
    status,
    ok: status >= 200 && status < 300,
    get headers() {
      return made();
    },
    header: (name) => (Object.hasOwn(raw, name) ? [raw[name]].flat().join(', ') : null),
    setCookies: [raw['set-cookie'] ?? []].flat(),
    text: () => (text ??= body.text()),
    response: () => (response ??= responseOf(status, made(), text === undefined ? body : undefined)),
    cancel: async () => body.dump(),
  };
}

function headersOf(raw: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers();
  for (const name in raw) {
    for (const value of [raw[name]].flat()) if (value !== undefined) headers.append(name, value);
  }
  return headers;
}

/** Statuses whose answers have no body (Fetch standard, "null body status"). */
const bodyless: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(status: number, headers: Headers, body: Readable | undefined): Response {
  // The types of streams of Node and of the DOM tell of the same standard.
  const stream = body && !bodyless.has(status) ? (Readable.toWeb(body) as ReadableStream) : null;
  if (!stream) body?.resume();
  return new Response(stream, { status, headers });
}
