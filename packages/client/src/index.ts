/** The client for Node: keeps the cookies itself. */
import { Client as NodeClient, type NodeClientOptions } from './node-client.js';

export * from './exports.js';
export type { NativeOidcLogin } from './native-oidc.js';
export type { NodeClientOptions, NodeSessionOptions } from './node-client.js';
export type { BrowserLogin, NodeLogin } from './node-login.js';
export type { SessionRequest, Sharing } from './sharing/sharing.js';
export { toughCookies } from './tough-cookies.js';

export type Client = NodeClient;

/**
 * Makes a client. It does nothing until it is called.
 *
 * @throws {TypeError} for options that cannot be, such as a base URL of another form.
 */
export function createClient(options: NodeClientOptions): Client {
  return new NodeClient(options);
}
