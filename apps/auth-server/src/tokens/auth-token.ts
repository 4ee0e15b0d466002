/**
 * The two things a caller holds of an HTTP session, and the one key under which we know it. Source: docs/protocol Q25.
 *
 * The cookie is random. The token is derived from it, so each proves the other without a look-up; the store knows only
 * a hash of the token, so what is at rest opens nothing.
 */
import { hash, randomBytes } from 'node:crypto';

/** What a login hands to the caller. */
export interface Credentials {
  /** Value of `X-MSTR-AuthToken`: 26 characters `[0-9a-v]`. */
  readonly token: string;
  /** Value of the cookie `JSESSIONID`: 32 upper-case hexadecimal digits. */
  readonly cookie: string;
}

const tokenPattern = /^[0-9a-v]{26}$/;
const label = 'mstr-rest-auth token';
/** Of SHA-256, in bytes. What HMAC hashes are the key's block before the text, and before the first hash (RFC 2104 section 2). */
const blockSize = 64;
const inner = Buffer.concat([Buffer.alloc(blockSize, 0x36), Buffer.from(label)]);
const outer = Buffer.alloc(blockSize + 32, 0x5c);

/** New random credentials: 128 bits of cookie, and the token that belongs to it. */
export function newCredentials(): Credentials {
  const cookie = randomBytes(16).toString('hex').toUpperCase();
  return { cookie, token: tokenOf(cookie) };
}

/** Has this text the form of a token? */
export function isToken(value: string): boolean {
  return tokenPattern.test(value);
}

/**
 * The token that belongs to a cookie: the first 130 bits of HMAC-SHA-256 with the cookie's bits as the key, in base32hex
 * (RFC 4648 section 7). Every authenticated request asks for it, and two hashes take half the time of Node's HMAC object.
 */
export function tokenOf(cookie: string): string {
  const key = Buffer.from(cookie, 'hex');
  for (let at = 0; at < key.length; at += 1) {
    inner[at] = key.readUInt8(at) ^ 0x36;
    outer[at] = key.readUInt8(at) ^ 0x5c;
  }
  outer.set(hash('sha256', inner, 'buffer'), blockSize);
  const first132Bits = hash('sha256', outer, 'hex').slice(0, 33);
  return (BigInt(`0x${first132Bits}`) >> 2n).toString(32).padStart(26, '0');
}

/** The key of a session in the store: SHA-256 of its token, base64url. */
export function sessionKeyOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
