import { randomBytes } from 'node:crypto';
import { headers, sessionCookie } from '@mstr-rest/protocol';
import type { FastifyReply } from 'fastify';
import type { LoggedIn } from '../login/login.js';
import { cookieSuffix, type CookieAttributes } from './cookies.js';
import { loginHeaders } from './response-headers.js';

/** Hands the credentials of a new session to the caller. Source: docs/protocol section 1.3. */
export class SessionReply {
  readonly #suffix: string;
  readonly #withISession: boolean;

  /** @param withISession sets the cookie `iSession` too: pages look for it, and its format is unknown (docs/protocol Q16) */
  constructor(cookie: CookieAttributes, withISession: boolean) {
    this.#suffix = cookieSuffix(cookie);
    this.#withISession = withISession;
  }

  send(reply: FastifyReply, { token, cookie, serverProof }: LoggedIn): void {
    // Clients take the first Set-Cookie for the session's.
    const cookies = [`${sessionCookie}=${cookie}${this.#suffix}`];
    if (this.#withISession) cookies.push(`iSession=${randomBytes(16).toString('hex')}${this.#suffix}`);
    if (serverProof !== undefined) void reply.header('www-authenticate', serverProof);
    void reply.code(204).headers(loginHeaders).header('set-cookie', cookies).header(headers.authToken, token).send();
  }
}
