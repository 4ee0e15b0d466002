import type { Login } from '../login.js';

/** How a client keeps its session. Source: docs/decisions/0024. */
export interface SessionOptions {
  /**
   * When the session is renewed before its shorter idle timer runs out. `active`: if a call was made since the last
   * renewal, so that the session of an application that does nothing may end. `always`: also then. `never`: not by
   * itself. Default `active`.
   */
  readonly keep?: 'active' | 'always' | 'never' | undefined;
  /**
   * Logs in, and does nothing else, by one of the methods that it is given: when the first call needs a session, and once
   * when a session has ended by itself. Not again after `logout()` or `close()`, nor after a login that was refused.
   * Default is to leave logging in to the application.
   */
  readonly logIn?: ((login: Login) => Promise<unknown>) | undefined;
  /**
   * Idle milliseconds after which the server ends the HTTP session, which the wire does not tell. Default is to take it
   * to be longer than that of the Intelligence Server, as the vendor asks (docs/protocol section 5.2).
   */
  readonly httpTimeoutMs?: number | undefined;
  /**
   * Logs out when the program ends without `close()`, or in a browser when the page goes away. Default is true in Node,
   * and false in a browser, where going to another page would log out too.
   */
  readonly logOutOnExit?: boolean | undefined;
}

/** @throws {TypeError} for options that cannot be. */
export function checkedSession(options: SessionOptions = {}): SessionOptions {
  const { keep = 'active', httpTimeoutMs = Infinity } = options;
  if (!['active', 'always', 'never'].includes(keep))
    throw new TypeError('session.keep must be active, always or never');
  if (!(httpTimeoutMs > 0)) throw new TypeError('session.httpTimeoutMs must be a number of milliseconds above 0');
  return options;
}
