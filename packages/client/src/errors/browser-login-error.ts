/**
 * Why a login by a browser came to nothing. `refused`: the person refused. `notOpened`: no browser could be opened.
 * `wrongServer`: the answer is from another server than the one of `baseUrl`. `popupBlocked`, `popupClosed`: what happened
 * to the window of the login.
 */
export type BrowserLoginFailure = 'refused' | 'notOpened' | 'wrongServer' | 'popupBlocked' | 'popupClosed';

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
