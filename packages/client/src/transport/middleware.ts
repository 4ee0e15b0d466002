import type { Fetch } from '../fetch.js';

/**
 * Stands around every request that leaves, each attempt and each redirect included. It may change the request, answer
 * itself, or look at the answer: `async (request, next) => next(request)`. The request has the token and the cookies.
 */
export type Middleware = (request: Request, next: Fetch) => Promise<Response>;

/** Puts the middleware around `fetch`; the first one is the outermost. */
export function surrounded(fetch: Fetch, middleware: readonly Middleware[]): Fetch {
  return middleware.reduceRight<Fetch>((next, one) => (request) => one(request, next), fetch);
}
