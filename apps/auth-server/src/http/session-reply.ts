import { headers, sessionCookie } from '@mstr-rest/protocol';
import type { FastifyReply } from 'fastify';
import type { Credentials } from '../tokens/auth-token.js';
import { cookieSuffix, type CookieAttributes } from './cookies.js';
import { loginHeaders } from './response-headers.js';

/** Hands the credentials of a new session to the caller. Source: docs/protocol section 1.3. */
export class SessionReply {
  readonly #suffix: string;

  constructor(cookie: CookieAttributes) {
    this.#suffix = cookieSuffix(cookie);
  }

  send(reply: FastifyReply, { token, cookie }: Credentials): void {
    void reply
      .code(204)
      .headers(loginHeaders)
      .header('set-cookie', `${sessionCookie}=${cookie}${this.#suffix}`)
      .header(headers.authToken, token)
      .send();
  }
}
