/**
 * The client for runtimes that have `fetch` and no more, such as Cloudflare's workers: keeps the cookies itself, because
 * nobody else does there, and needs none of Node's modules.
 */
import { Client as AnyClient } from './client.js';
import { Login } from './login.js';
import type { ClientOptions } from './options.js';
import { toughCookies } from './tough-cookies.js';

export * from './exports.js';
export { toughCookies } from './tough-cookies.js';

export type Client = AnyClient;

/**
 * Makes a client. It does nothing until it is called. Make one for each request that a worker answers: what is kept from
 * one to the next may not be used there, and would be one session for all callers.
 *
 * @throws {TypeError} for options that cannot be, such as a base URL of another form.
 */
export function createClient(options: ClientOptions): Client {
  const cookies = options.cookies ?? toughCookies();
  return new AnyClient({ ...options, cookies }, (wire, applicationType) => new Login(wire, applicationType));
}
