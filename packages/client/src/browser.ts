/** The client for browsers: leaves the cookies to the browser, and asks it to send them across origins as well. */
import { Client } from './client.js';
import type { ClientOptions } from './options.js';

export * from './exports.js';

/**
 * Makes a client. It does nothing until it is called.
 *
 * @throws {TypeError} for options that cannot be, such as a base URL of another form.
 */
export function createClient(options: ClientOptions): Client {
  return new Client(options);
}
