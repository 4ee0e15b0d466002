/** The client for browsers: leaves the cookies to the browser, and asks it to send them across origins as well. */
import { Client as AnyClient } from './client.js';
import { leaveOnPageHide } from './leaving/leave-on-page-hide.js';
import type { ClientOptions } from './options.js';
import { PageLogin } from './page-login.js';

export * from './exports.js';
export type { PageLogin, PopupLogin } from './page-login.js';

export type Client = AnyClient<PageLogin>;

/**
 * Makes a client. It does nothing until it is called.
 *
 * @throws {TypeError} for options that cannot be, such as a base URL of another form.
 */
export function createClient(options: ClientOptions): Client {
  const client: Client = new AnyClient(options, (wire, applicationType) => new PageLogin(wire, applicationType));
  if (options.session?.logOutOnExit) leaveOnPageHide(client);
  return client;
}
