import { CookieJar } from 'tough-cookie';
import type { CookieStorage } from './cookies.js';

/** How many addresses the answers of a jar are kept for. */
const mostKept = 100;

/**
 * Cookies of a client outside a browser: tough-cookie decides by domain, path, `Secure` and expiry (RFC 6265) what goes
 * where. Cookies of load balancers are kept like any other (docs/protocol section 1.4).
 *
 * @param shared Its store must be synchronous. Do not share one jar between clients of the same server: the session
 * cookie of the one would replace that of the other.
 */
export function toughCookies(shared?: CookieJar): CookieStorage {
  const jar = shared ?? new CookieJar();
  // To look them up is nearly half of what we add to a call. Nobody else changes a jar of our own.
  const kept = new Map<string, string>();
  return {
    cookieHeader(url) {
      const known = kept.get(url);
      if (known !== undefined) return known;
      const cookies = jar.getCookiesSync(url);
      const header = cookies.map((cookie) => cookie.cookieString()).join('; ');
      if (kept.size >= mostKept) kept.clear();
      if (!shared && cookies.every(({ expires, maxAge }) => expires === 'Infinity' && maxAge === null)) {
        kept.set(url, header);
      }
      return header;
    },
    store(url, setCookie) {
      kept.clear();
      jar.setCookieSync(setCookie, url, { ignoreError: true });
    },
    setCookies: (url) => jar.getCookiesSync(url).map((cookie) => cookie.toString()),
    forget(url, name) {
      kept.clear();
      for (const { domain, path, key } of jar.getCookiesSync(url, { expire: false })) {
        // A synchronous store has called back by the time it returns.
        if (key === name) jar.store.removeCookie(domain, path, key, () => undefined);
      }
    },
  };
}
