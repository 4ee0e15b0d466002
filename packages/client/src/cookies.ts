/**
 * Where a client keeps its cookies. Everything is synchronous, because a token and its cookie must be read together and
 * replaced together: with a pause between the two, a call beside a login would send the token of one session with the
 * cookie of another. Fill a storage that outlives the process before you pass it.
 */
export interface CookieStorage {
  /** The value of the `Cookie` header for a request to this address; empty when there is none. */
  cookieHeader(url: string): string;
  /** Keeps one cookie as a `Set-Cookie` header of an answer from this address gives it. Ignores what is not valid. */
  store(url: string, setCookie: string): void;
  /** Drops every cookie with this name that a request to this address would carry. */
  forget(url: string, name: string): void;
  /** The cookies that a request to this address would carry, each as a `Set-Cookie` header. Needed for saving a session. */
  setCookies?(url: string): readonly string[];
}
