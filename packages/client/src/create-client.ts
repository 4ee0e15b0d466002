/** Makes clients for Node. */
import { Client as NodeClient, type NodeClientOptions } from './node-client.js';

export type { NodeClientOptions } from './node-client.js';

export type Client = NodeClient;

/**
 * Makes a client. It does nothing until it is called.
 *
 * @throws {TypeError} for options that cannot be, such as a base URL of another form.
 */
export function createClient(options: NodeClientOptions): Client {
  return new NodeClient(options);
}
