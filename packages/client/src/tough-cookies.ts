import { CookieJar } from 'tough-cookie';
import type { CookieStorage } from './cookies.js';

/**
 * Cookies of a client outside a browser: tough-cookie decides by domain, path, `Secure` and expiry (RFC 6265) what goes
 * where. Cookies of load balancers are kept like any other (docs/protocol section 1.4).
 *
 * @param jar Its store must be synchronous. Do not share one jar between clients of the same server: the session
 * cookie of the one would replace that of the other.
 */
export function toughCookies(jar: CookieJar = new CookieJar()): CookieStorage {
  return {
    cookieHeader: (url) => jar.getCookieStringSync(url),
    store: (url, setCookie) => {
      jar.setCookieSync(setCookie, url, { ignoreError: true });
    },
    setCookies: (url) => jar.getCookiesSync(url).map((cookie) => cookie.toString()),
    forget: (url, name) => {
      for (const { domain, path, key } of jar.getCookiesSync(url, { expire: false })) {
        // A synchronous store has called back by the time it returns.
        if (key === name) jar.store.removeCookie(domain, path, key, () => undefined);
      }
    },
  };
}
