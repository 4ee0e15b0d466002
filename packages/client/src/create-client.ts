/** Makes clients for Node. */
import { Client as AnyClient } from './client.js';
import { NodeLogin } from './node-login.js';
import type { ClientOptions } from './options.js';
import { toughCookies } from './tough-cookies.js';
import type { ConnectionOptions } from './transport/connection-options.js';
import { nodeConnections } from './transport/node-connections.js';

export type Client = AnyClient<NodeLogin>;

/** What a client in Node is made from. */
export interface NodeClientOptions extends ClientOptions, ConnectionOptions {}

/**
 * Makes a client. It does nothing until it is called.
 *
 * @throws {TypeError} for options that cannot be, such as a base URL of another form.
 */
export function createClient(options: NodeClientOptions): Client {
  const { cookies = toughCookies(), fetch, connectTimeoutMs, tls, proxy } = options;
  if (fetch && (connectTimeoutMs ?? tls ?? proxy) !== undefined)
    throw new TypeError(
      'connectTimeoutMs, tls and proxy are of no effect on a fetch of your own: leave one of them out',
    );
  return new AnyClient(
    { ...options, cookies },
    (wire, applicationType) => new NodeLogin(wire, applicationType),
    fetch ? undefined : nodeConnections({ connectTimeoutMs, tls, proxy }),
  );
}
