/** The seam behind which API tokens are kept. Every implementation runs `api-token-store.contract.ts`. */

/** What is kept of an API token beside its hash. Times are milliseconds since the epoch. */
export interface StoredApiToken {
  /** Whom it lets in. */
  readonly userId: string;
  readonly createdAt: number;
  /** From this moment of `Clock.monotonic()` on it lets nobody in. */
  readonly expiresAt: number;
  /** When it last opened a session; undefined: never. */
  readonly lastUsedAt: number | undefined;
  /** Id of the user who had it made: the same, or an administrator. */
  readonly createdBy: string;
}

/** An API token to be kept. */
export interface NewStoredApiToken extends Omit<StoredApiToken, 'lastUsedAt'> {
  /** Hash of the token, by which it is found. The token itself is never stored. */
  readonly hash: string;
}

/**
 * Where API tokens are kept: one for each user at most. It goes with its user, and when the user is disabled
 * (`UserDirectory.remove` and `.update`). A store that cannot answer throws the problem `serviceUnavailable`.
 */
export interface ApiTokenStore {
  /**
   * Keeps a token in the place of the one that the user has.
   * @returns false where there is no such user, or a disabled one: then nothing is kept
   */
  put(token: NewStoredApiToken): Promise<boolean>;
  find(hash: string): Promise<StoredApiToken | undefined>;
  findOf(userId: string): Promise<StoredApiToken | undefined>;
  /** Notes that the token has opened a session. @returns whether there is such a token (still) */
  noteUse(hash: string, at: number): Promise<boolean>;
  /** Removes the token of a user. @returns whether there was one */
  removeOf(userId: string): Promise<boolean>;
  /** Removes every token that expires at this moment or before. */
  removeExpired(at: number): Promise<void>;
}
