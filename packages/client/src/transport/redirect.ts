import type { Incoming, Outgoing } from './outgoing.js';

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** How many redirects one request follows. */
export const mostRedirects = 5;

/**
 * The request that a redirect leads to, if it may be followed: it reads only, and stays with the Library that it was sent
 * to. Anything else would hand the token to a stranger, even on the same host. In a browser a redirect does not say where
 * it leads, and none is followed. Source: RFC 9110 section 15.4, docs/decisions/0025.
 *
 * @param base Address of the API, which ends in `/api`.
 */
export function redirected(request: Outgoing, answer: Incoming, base: string): Outgoing | undefined {
  if (!redirects.has(answer.status) || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
  const location = answer.header('location');
  if (location === null || !URL.canParse(location, request.url)) return undefined;
  const url = new URL(location, request.url).href;
  return url.startsWith(base.slice(0, -'api'.length)) ? { ...request, url } : undefined;
}
