/** What the node:http servers keep and answer for a session. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Credentials } from './node-http.js';

/** The same members, of about the same length, as in our answer. */
export const description = {
  locale: 1033,
  maxSearch: 3,
  workingSet: 10,
  timeout: 600,
  id: '294DEDC011D2F1D56000D98E67019608',
  fullName: 'Public / Guest',
  initials: 'PG',
};

/** A random token with a random cookie beside it. */
export function randomCredentials(): Credentials {
  return { token: randomBytes(13).toString('hex'), cookie: newCookie() };
}

/** A random cookie, and the token that belongs to it in our contract. */
export function derivedCredentials(): Credentials {
  const cookie = newCookie();
  return { cookie, token: derive(cookie) };
}

/** The token of a cookie: 26 digits of five bits, from HMAC-SHA-256 with the cookie as the key. */
export function derive(cookie: string): string {
  const mac = createHmac('sha256', Buffer.from(cookie, 'hex')).update('mstr-rest-auth token').digest();
  let token = '';
  let bits = 0;
  let held = 0;
  for (const byte of mac) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; held -= 5) token += ((bits >> (held - 5)) & 31).toString(32);
    if (token.length >= 26) break;
    bits &= 31;
  }
  return token.slice(0, 26);
}

function newCookie(): string {
  return randomBytes(16).toString('hex').toUpperCase();
}
