/** The client for Node: keeps the cookies itself. */
import { Client } from './client.js';
import type { ClientOptions } from './options.js';
import { toughCookies } from './tough-cookies.js';

export * from './exports.js';
export { toughCookies } from './tough-cookies.js';

/**
 * Makes a client. It does nothing until it is called.
 *
 * @throws {TypeError} for options that cannot be, such as a base URL of another form.
 */
export function createClient(options: ClientOptions): Client {
  return new Client({ ...options, cookies: options.cookies ?? toughCookies() });
}
