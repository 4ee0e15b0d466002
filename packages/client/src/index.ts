/** The client for Node: keeps the cookies itself. */
import { Client as AnyClient } from './client.js';
import { NodeLogin } from './node-login.js';
import type { ClientOptions } from './options.js';
import { toughCookies } from './tough-cookies.js';

export * from './exports.js';
export type { NativeOidcLogin } from './native-oidc.js';
export type { BrowserLogin, NodeLogin } from './node-login.js';
export { toughCookies } from './tough-cookies.js';

export type Client = AnyClient<NodeLogin>;

/**
 * Makes a client. It does nothing until it is called.
 *
 * @throws {TypeError} for options that cannot be, such as a base URL of another form.
 */
export function createClient(options: ClientOptions): Client {
  const cookies = options.cookies ?? toughCookies();
  return new AnyClient({ ...options, cookies }, (wire, applicationType) => new NodeLogin(wire, applicationType));
}
