/** Logins that are on their way through other pages: who began them, and where they return to. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { Clock } from '../clock/clock.js';
import { Problem } from '../errors/problem.js';
import type { PendingLogin } from '../login-modes/login-mode.js';
import type { ReturnTo } from './return-to.js';

/** How long somebody may take to prove himself elsewhere. */
export const pendingLifetimeMs = 10 * 60_000;

/** A login that went out from this browser. */
export interface Begun {
  readonly loginMode: number;
  readonly returnTo: ReturnTo;
  readonly pending: PendingLogin;
  /** Moment of `Clock.monotonic()` at which it is over. */
  readonly until: number;
}

/**
 * Seals and opens what the browser keeps of its pending login. It is in a cookie of the browser and nowhere else: so it
 * is bound to that browser, any node can finish it, and strangers who begin logins fill no store (docs/protocol Q36).
 */
export class PendingLogins {
  readonly #key: Uint8Array;
  readonly #clock: Clock;

  /** @param secretKey the same on every node */
  constructor(secretKey: string, clock: Clock) {
    this.#key = createHash('sha256').update('pending logins\0').update(secretKey).digest();
    this.#clock = clock;
  }

  /** @returns the login, and its sealed form for the browser: a JSON Web Encryption (RFC 7516), direct, A256GCM */
  async begin(
    loginMode: number,
    source: string | undefined,
    returnTo: ReturnTo,
  ): Promise<{ readonly begun: Begun; readonly sealed: string }> {
    const id = randomBytes(16).toString('base64url');
    const secret = randomBytes(32).toString('base64url');
    const until = this.#clock.monotonic() + pendingLifetimeMs;
    const sealed = await new EncryptJWT({ secret, loginMode, returnTo, ...(source === undefined ? {} : { source }) })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'pending' })
      .setJti(id)
      .setExpirationTime(Math.ceil(until / 1000))
      .encrypt(this.#key);
    return { begun: { loginMode, returnTo, pending: pendingOf(id, source, secret), until }, sealed };
  }

  /** @throws Problem browserLoginLost where this browser has not begun the login with this id, or too long ago */
  async open(id: string, sealed: string | undefined): Promise<Begun> {
    try {
      const { payload } = await jwtDecrypt(sealed ?? '', this.#key, {
        currentDate: new Date(this.#clock.monotonic()),
        requiredClaims: ['jti', 'exp', 'secret', 'loginMode', 'returnTo'],
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      if (payload.jti !== id) throw new Error('the sealed login has another id');
      // What we sealed has these types.
      const { secret, loginMode, source, returnTo } = payload as unknown as Sealed;
      return { loginMode, returnTo, pending: pendingOf(id, source, secret), until: (payload.exp ?? 0) * 1000 };
    } catch (cause) {
      throw new Problem('browserLoginLost', { cause });
    }
  }
}

type Sealed = Pick<Begun, 'loginMode' | 'returnTo'> & { readonly secret: string; readonly source: string | undefined };

function pendingOf(id: string, source: string | undefined, secret: string): PendingLogin {
  return { id, source, derive: (label) => createHmac('sha256', secret).update(label).digest('base64url') };
}
