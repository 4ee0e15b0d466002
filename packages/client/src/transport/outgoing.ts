import type { Fetch } from '../fetch.js';

/** A request as it leaves. Plain, because objects of the platform cost more than all the rest of a call. */
export interface Outgoing {
  /** In upper case. */
  readonly method: string;
  readonly url: string;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: RequestInit['body'] | undefined;
  /** What the body says, where that is JSON: for the hooks, and for the secrets in it. */
  readonly json?: unknown;
  readonly signal: AbortSignal;
  /** Is it sent even if its page goes away? Source: Fetch standard. */
  readonly keepalive?: boolean | undefined;
}

/** The head of an answer, and a way to its body. */
export interface Incoming {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  /** One of them, by its name in lower case; null where there is none. */
  header(name: string): string | null;
  readonly setCookies: readonly string[];
  /** The whole body; the same each time. */
  text(): Promise<string>;
  /** The answer as the platform has it, its body unread. */
  response(): Response;
  /** Lets go of the body. */
  cancel(): Promise<void>;
}

/** Sends a request. Follows no redirect. */
export type Send = (outgoing: Outgoing) => Promise<Incoming>;

/** Of a request whose body is a stream, which the types of the DOM leave out. Source: Fetch standard. */
type StreamingInit = RequestInit & { readonly duplex?: 'half' };

/** How a request is handed to the platform. @param platformCookies Are cookies the platform's? */
export function initOf(
  { method, headers, body, signal, keepalive }: Outgoing,
  platformCookies: boolean,
): StreamingInit {
  return {
    method,
    headers,
    signal,
    // Never followed by `fetch`: the token is in a header of its own, which it would hand to any other host.
    redirect: 'manual',
    ...(keepalive ? { keepalive } : {}),
    ...(platformCookies ? { credentials: 'include' } : {}),
    ...(body === undefined ? {} : { body, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) }),
  };
}

/** Sends by a `fetch` that takes a request. */
export function sendBy(fetch: Fetch, platformCookies: boolean): Send {
  return async (outgoing) => incoming(await fetch(new Request(outgoing.url, initOf(outgoing, platformCookies))));
}

/** An answer of the platform. */
export function incoming(response: Response): Incoming {
  const { status, ok, headers } = response;
  let text: Promise<string> | undefined;
  return {
    status,
    ok,
    headers,
    header: (name) => headers.get(name),
    setCookies: headers.getSetCookie(),
    text: () => (text ??= response.text()),
    response: () => response,
    cancel: async () => response.body?.cancel(),
  };
}
