import type { FastifyReply, FastifyRequest } from 'fastify';
import { pendingLifetimeMs } from '../browser-login/pending-logins.js';
import { cookieNamed, cookieSuffix } from './cookies.js';

const nameOf = (id: string) => `mstr-login-${id}`;

/**
 * The cookie by which a browser proves that it began a login. One a login, so that several tabs do not get in each
 * other's way. Lax whatever the session's cookie is: the browser comes back by a plain navigation.
 */
export class PendingCookie {
  readonly #suffix: string;

  constructor({ path, secure }: { readonly path: string; readonly secure: boolean }) {
    this.#suffix = cookieSuffix({ path, secure, sameSite: 'Lax', partitioned: false });
  }

  set(reply: FastifyReply, id: string, sealed: string): void {
    void reply.header('set-cookie', `${nameOf(id)}=${sealed}${this.#suffix}; Max-Age=${pendingLifetimeMs / 1000}`);
  }

  read(request: FastifyRequest, id: string): string | undefined {
    return cookieNamed(request.headers.cookie, nameOf(id));
  }

  /** @returns the Set-Cookie that takes it away */
  removal(id: string): string {
    return `${nameOf(id)}=${this.#suffix}; Max-Age=0`;
  }
}
