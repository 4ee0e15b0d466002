import { createHmac } from 'node:crypto';
import { isToken, newCredentials, sessionKeyOf, tokenOf } from './auth-token.js';

describe('credentials of a session', () => {
  it('have the forms of the wire', () => {
    const { cookie, token } = newCredentials();
    expect(cookie).toMatch(/^[0-9A-F]{32}$/);
    expect(token).toMatch(/^[0-9a-v]{26}$/);
    expect(isToken(token)).toBe(true);
  });

  it('are new each time', () => {
    const many = new Set(Array.from({ length: 1000 }, () => newCredentials().token));
    expect(many.size).toBe(1000);
  });

  it('derive the token from the cookie: the first 130 bits of the HMAC, in base32hex', () => {
    const cookies = Array.from({ length: 1000 }, () => newCredentials().cookie);
    for (const cookie of ['0'.repeat(32), 'F'.repeat(32), '000102030405060708090A0B0C0D0E0F', ...cookies]) {
      const mac = createHmac('sha256', Buffer.from(cookie, 'hex')).update('mstr-rest-auth token').digest('hex');
      const bits = BigInt(`0x${mac}`) >> (256n - 130n);
      expect(tokenOf(cookie)).toBe(bits.toString(32).padStart(26, '0'));
    }
  });

  it('are known to the store by a hash only', () => {
    const { cookie, token } = newCredentials();
    const key = sessionKeyOf(token);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(key).not.toContain(token);
    expect(key).not.toContain(cookie);
  });
});
