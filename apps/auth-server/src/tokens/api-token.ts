/**
 * API tokens: what a program logs in with in the place of a login name and a password. Source: docs/protocol section
 * 3.8, Q12.
 *
 * A token is random and opaque, is shown once, and is known to us by a hash only. The hash needs no salt and no slow
 * function, because nobody can guess 256 random bits.
 */
import { hash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock/clock.js';
import type { ApiTokenStore, StoredApiToken } from '../users/api-token-store.js';

/** The login mode of sessions that an API token opens. */
export const apiTokenLoginMode = 4096;

/** How long API tokens live. */
export interface ApiTokenRules {
  /** Of a token for which no other life was asked. */
  readonly lifetimeMs: number;
  /** What was asked beyond it is cut down to it. */
  readonly maximumLifetimeMs: number;
}

/** A new API token. Times are milliseconds since the epoch. */
export interface IssuedApiToken {
  /** 43 characters of base64url. */
  readonly apiToken: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** What an API token is found to be. */
export type ApiTokenFinding =
  { readonly kind: 'valid'; readonly userId: string } | { readonly kind: 'unknown' | 'expired' };

/** Makes, finds and revokes API tokens. Which sessions end with one is for the caller to see to. */
export class ApiTokens {
  readonly #store: ApiTokenStore;
  readonly #clock: Clock;
  readonly #rules: ApiTokenRules;

  constructor(store: ApiTokenStore, clock: Clock, rules: ApiTokenRules) {
    this.#store = store;
    this.#clock = clock;
    this.#rules = rules;
  }

  /**
   * Makes a token for a user, in the place of the one that he has.
   * @param lifetimeMs undefined for the default life
   * @returns undefined where there is no such user, or a disabled one
   */
  async issue(userId: string, createdBy: string, lifetimeMs?: number): Promise<IssuedApiToken | undefined> {
    const apiToken = randomBytes(32).toString('base64url');
    const createdAt = this.#clock.now();
    const life = Math.min(lifetimeMs ?? this.#rules.lifetimeMs, this.#rules.maximumLifetimeMs);
    const expiresAt = Math.round(this.#clock.monotonic() + life);
    const kept = await this.#store.put({ hash: hashOf(apiToken), userId, createdAt, expiresAt, createdBy });
    return kept ? { apiToken, createdAt, expiresAt } : undefined;
  }

  /** Whom a token lets in. One that is seen to have expired is forgotten, so that no clock brings it back. */
  async read(apiToken: string): Promise<ApiTokenFinding> {
    const found = await this.#store.find(hashOf(apiToken));
    if (found === undefined) return { kind: 'unknown' };
    return (await this.#living(found)) ? { kind: 'valid', userId: found.userId } : { kind: 'expired' };
  }

  /** Notes that the token has opened a session. @returns whether it is still there: it may have been revoked since */
  async noteUse(apiToken: string): Promise<boolean> {
    return this.#store.noteUse(hashOf(apiToken), this.#clock.now());
  }

  /** What is known of the token of a user; undefined where he has none that could let anybody in. */
  async of(userId: string): Promise<StoredApiToken | undefined> {
    const found = await this.#store.findOf(userId);
    return found !== undefined && (await this.#living(found)) ? found : undefined;
  }

  /** Revokes the token of a user. @returns whether there was one */
  async revoke(userId: string): Promise<boolean> {
    return this.#store.removeOf(userId);
  }

  async #living({ expiresAt }: StoredApiToken): Promise<boolean> {
    const at = this.#clock.monotonic();
    if (at < expiresAt) return true;
    await this.#store.removeExpired(at);
    return false;
  }
}

/** SHA-256, base64url. */
function hashOf(apiToken: string): string {
  return hash('sha256', apiToken, 'base64url');
}
