/**
 * The two things a caller holds of an HTTP session, and the one key under which we know it. Source: docs/protocol Q25.
 *
 * The cookie is random. The token is derived from it, so each proves the other without a look-up; the store knows only
 * a hash of the token, so what is at rest opens nothing.
 */
import { createHmac, hash, randomBytes } from 'node:crypto';

/** What a login hands to the caller. */
export interface Credentials {
  /** Value of `X-MSTR-AuthToken`: 26 characters `[0-9a-v]`. */
  readonly token: string;
  /** Value of the cookie `JSESSIONID`: 32 upper-case hexadecimal digits. */
  readonly cookie: string;
}

const cookiePattern = /^[0-9A-F]{32}$/;
const tokenPattern = /^[0-9a-v]{26}$/;
const label = 'mstr-rest-auth token';
const base32hex = '0123456789abcdefghijklmnopqrstuv';

/** New random credentials: 128 bits of cookie, and the token that belongs to it. */
export function newCredentials(): Credentials {
  const cookie = randomBytes(16).toString('hex').toUpperCase();
  return { cookie, token: tokenOf(cookie) };
}

/** Has this text the form of a session cookie's value? */
export function isCookie(value: string): boolean {
  return cookiePattern.test(value);
}

/** Has this text the form of a token? */
export function isToken(value: string): boolean {
  return tokenPattern.test(value);
}

/** The token that belongs to a cookie: the first 130 bits of HMAC-SHA-256 with the cookie's bits as the key. */
export function tokenOf(cookie: string): string {
  const mac = createHmac('sha256', Buffer.from(cookie, 'hex')).update(label).digest();
  let token = '';
  for (let bit = 0; bit < 130; bit += 5) {
    const twoBytes = ((mac[bit >> 3] ?? 0) << 8) | (mac[(bit >> 3) + 1] ?? 0);
    token += base32hex[(twoBytes >> (11 - (bit & 7))) & 31];
  }
  return token;
}

/** The key of a session in the store: SHA-256 of its token, base64url. */
export function sessionKeyOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
