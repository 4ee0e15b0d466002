import type { Fetch } from '../fetch.js';
import { surrounded, type Middleware } from './middleware.js';
import { incoming, initOf, sendBy, type Send } from './outgoing.js';

/** Connections of another kind than the platform's `fetch` has. */
export interface OwnConnections {
  readonly send: Send;
  /** The same for those who have requests of the platform: middleware, and logins at somebody else's. */
  readonly fetch: Fetch;
  /** Milliseconds that a connection may take; undefined where nobody said. */
  readonly connectTimeoutMs: number | undefined;
}

/** How the requests of a client get out. */
export interface Road {
  /** To the server: through all middleware. */
  readonly send: Send;
  /** To anybody else. */
  readonly fetch: Fetch;
}

/** @param platformCookies Are the cookies the platform's, to be sent across origins as well? */
export function roadOf(
  options: { readonly fetch?: Fetch | undefined; readonly middleware?: readonly Middleware[] | undefined },
  own: OwnConnections | undefined,
  platformCookies: boolean,
): Road {
  const { middleware = [] } = options;
  // Looked up with each call and called as a plain function: browsers refuse a fetch with another `this`.
  const fetch = options.fetch ?? own?.fetch ?? ((request: Request) => globalThis.fetch(request));
  if (options.fetch || middleware.length > 0)
    return { fetch, send: sendBy(surrounded(fetch, middleware), platformCookies) };
  const send: Send = async (outgoing) =>
    incoming(await globalThis.fetch(outgoing.url, initOf(outgoing, platformCookies)));
  return { fetch, send: own?.send ?? send };
}
