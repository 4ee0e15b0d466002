import type { FastifyReply, FastifyRequest } from 'fastify';
import { pendingLifetimeMs } from '../browser-login/pending-logins.js';
import { cookieNamed, cookieSuffix } from './cookies.js';

const prefix = 'mstr-login-';
const nameOf = (id: string) => `${prefix}${id}`;
/** Logins on their way in one browser. Whoever can make it begin more would else fill its Cookie header up to 431. */
const most = 5;

/**
 * The cookie by which a browser proves that it began a login. One a login, so that several tabs do not get in each
 * other's way. Lax whatever the session's cookie is: the browser comes back by a plain navigation.
 */
export class PendingCookie {
  readonly #suffix: string;

  constructor({ path, secure }: { readonly path: string; readonly secure: boolean }) {
    this.#suffix = cookieSuffix({ path, secure, sameSite: 'Lax', partitioned: false });
  }

  set(request: FastifyRequest, reply: FastifyReply, id: string, sealed: string): void {
    const surplus = idsIn(request.headers.cookie).slice(most - 1);
    const set = `${nameOf(id)}=${sealed}${this.#suffix}; Max-Age=${pendingLifetimeMs / 1000}`;
    void reply.header('set-cookie', [set, ...surplus.map((other) => this.removal(other))]);
  }

  read(request: FastifyRequest, id: string): string | undefined {
    return cookieNamed(request.headers.cookie, nameOf(id));
  }

  /** @returns the Set-Cookie that takes it away */
  removal(id: string): string {
    return `${nameOf(id)}=${this.#suffix}; Max-Age=0`;
  }
}

/** The ids in a `Cookie` header that are of our making. */
function idsIn(header = ''): readonly string[] {
  const names = header.split(';').map((pair) => pair.trim().split('=', 1)[0] ?? '');
  return names.filter((name) => /^mstr-login-[\w-]{22}$/.test(name)).map((name) => name.slice(prefix.length));
}
