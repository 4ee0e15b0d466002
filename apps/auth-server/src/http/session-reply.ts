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

  send(reply: FastifyReply, loggedIn: LoggedIn): void {
    this.#give(reply, loggedIn, []);
    void reply.code(204).header(headers.authToken, loggedIn.token).send();
  }

  /** Lets a browser in: the cookies, and where it goes next. A page asks for the token by `GET /auth/token`. */
  sendOn(reply: FastifyReply, loggedIn: LoggedIn, location: string, furtherCookies: readonly string[] = []): void {
    this.#give(reply, loggedIn, furtherCookies);
    void reply.code(303).header('location', location).send();
  }

  #give(reply: FastifyReply, { cookie, serverProof }: LoggedIn, furtherCookies: readonly string[]): void {
    // Clients take the first Set-Cookie for the session's.
    const cookies = [`${sessionCookie}=${cookie}${this.#suffix}`];
    if (this.#withISession) cookies.push(`iSession=${randomBytes(16).toString('hex')}${this.#suffix}`);
    if (serverProof !== undefined) void reply.header('www-authenticate', serverProof);
    void reply.headers(loginHeaders).header('set-cookie', [...cookies, ...furtherCookies]);
  }
}
