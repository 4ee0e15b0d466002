/**
 * What sends a request: the platform's `fetch`, or anything that fits. The request has the token and, outside a browser,
 * the cookies in its headers, and says `redirect: 'manual'`: a redirect must not be followed, because `fetch` would hand
 * the token to any other host. An implementation with a `Request` class of its own, such as that of an installed undici,
 * has to be handed the parts: `(request) => itsFetch(request.url, { method: request.method, … })`.
 */
export type Fetch = (request: Request) => Promise<Response>;
