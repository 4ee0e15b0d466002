import { sessionCookie } from '@mstr-rest/protocol';
import type { CookieStorage } from './cookies.js';

/**
 * The token and the cookies of one client. What belongs together changes in one step, without a pause in between, so
 * that calls running side by side never mix two sessions. Source: docs/protocol section 1.4.
 */
export class SessionState {
  readonly #cookies: CookieStorage | undefined;
  #token: string | undefined;
  #epoch = 0;

  /** @param cookies Undefined where the platform keeps them, as a browser does. */
  constructor(cookies: CookieStorage | undefined) {
    this.#cookies = cookies;
  }

  /** The token; undefined when logged out. */
  get token(): string | undefined {
    return this.#token;
  }

  /** Changes when nobody waits any more for what logins under way may open. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Logins under way are overtaken: what they open is not wanted. */
  leave(): void {
    this.#epoch += 1;
  }

  /** The value of the `Cookie` header; undefined where the platform sends them. */
  cookieHeader(url: string): string | undefined {
    return this.#cookies?.cookieHeader(url);
  }

  /** All cookies for an address, each as a `Set-Cookie` header; undefined where that cannot be known. */
  setCookies(url: string): readonly string[] | undefined {
    return this.#cookies?.setCookies?.(url);
  }

  /** Takes over the session that an answer opened, with all cookies of the answer. */
  open(token: string, url: string, setCookies: readonly string[]): void {
    // A session cookie left over on a longer path would be sent before the new one, and be taken in its place.
    if (setCookies.some(isSessionCookie)) this.#cookies?.forget(url, sessionCookie);
    this.#store(url, setCookies);
    this.#token = token;
  }

  /** Keeps the cookies of any other answer, to a request that was sent with `tokenThen`. */
  keep(url: string, setCookies: readonly string[], tokenThen: string | undefined): void {
    // An answer that comes late must not touch the session cookie of a session opened since.
    const late = tokenThen !== this.#token;
    this.#store(url, late ? setCookies.filter((setCookie) => !isSessionCookie(setCookie)) : setCookies);
  }

  /** Forgets the session of this token. Of no effect, and false, when another one has been opened since. */
  end(url: string, token: string | undefined): boolean {
    if (token === undefined || token !== this.#token) return false;
    this.#token = undefined;
    this.#cookies?.forget(url, sessionCookie);
    return true;
  }

  #store(url: string, setCookies: readonly string[]): void {
    for (const setCookie of setCookies) this.#cookies?.store(url, setCookie);
  }
}

function isSessionCookie(setCookie: string): boolean {
  return setCookie.slice(0, setCookie.indexOf('=')).trim() === sessionCookie;
}
