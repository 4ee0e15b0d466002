/**
 * Why a login by a browser came to nothing. `refused`: the person refused. `notOpened`: no browser could be opened.
 * `wrongServer`: the answer is from another server than the one of `baseUrl`. `popupBlocked`, `popupClosed`: what happened
 * to the window of the login. `cookiesBlocked`: somebody is logged in there, but the browser keeps the cookies back from
 * this page, as it does with those of third parties. `providerUnknown`: the server names no such OpenID provider. `providerUnreachable`: the
 * provider did not answer. `providerRefused`: it answered with an error, or with what cannot be believed.
 */
export type BrowserLoginFailure =
  | 'refused'
  | 'notOpened'
  | 'wrongServer'
  | 'popupBlocked'
  | 'popupClosed'
  | 'cookiesBlocked'
  | 'providerUnknown'
  | 'providerUnreachable'
  | 'providerRefused';

/** A login by a browser came to nothing before the server was asked for a session. */
export class BrowserLoginError extends Error {
  static {
    this.prototype.name = 'BrowserLoginError';
  }

  readonly reason: BrowserLoginFailure;

  constructor(reason: BrowserLoginFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
