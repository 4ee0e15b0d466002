/** Passwords of users: checking, choosing and expiring. Nothing outside this folder sees a hash. */
import type { Clock } from '../../clock/clock.js';
import { Problem } from '../../errors/problem.js';
import type { User } from '../user.js';
import type { UserDirectory } from '../user-directory.js';
import type { PasswordHasher } from './password-hasher.js';
import { Lockout, neverLocked, type Locked, type LockoutRules } from './lockout.js';
import { NewPasswords } from './new-passwords.js';
import { checkHashable, defaultPolicy, isHashable, type PasswordPolicy } from './password-policy.js';

export interface PasswordsOptions {
  readonly directory: UserDirectory;
  /** Closed together with the passwords. */
  readonly hasher: PasswordHasher;
  readonly clock: Clock;
  /** By default, 15 code points or more. */
  readonly policy?: PasswordPolicy;
  /** By default, no account is locked. */
  readonly lockout?: LockoutRules;
}

/** `actually` is for the audit: a caller must not learn which users exist. */
export type PasswordVerdict =
  | { readonly kind: 'correct'; readonly user: User }
  | {
      readonly kind: 'wrong';
      readonly actually: 'userUnknown' | 'passwordWrong';
      /** Set where this attempt has locked the account. */
      readonly locked?: Locked | undefined;
    };

const dayMs = 24 * 60 * 60 * 1000;

export class Passwords {
  readonly #directory: UserDirectory;
  readonly #hasher: PasswordHasher;
  readonly #clock: Clock;
  readonly #policy: PasswordPolicy;
  readonly #newPasswords: NewPasswords;
  readonly #lockout: Lockout;

  constructor({ directory, hasher, clock, policy = defaultPolicy, lockout = neverLocked }: PasswordsOptions) {
    this.#directory = directory;
    this.#hasher = hasher;
    this.#clock = clock;
    this.#policy = policy;
    this.#newPasswords = new NewPasswords(policy, directory, hasher);
    this.#lockout = new Lockout(lockout, directory, clock);
  }

  /**
   * Is this the password of the user with this login name? An unknown user, a user without a password and a wrong
   * password cost the same queries and one Argon2 verification, and are answered alike. Whether a user with the right
   * password may log in is for others to say.
   * @throws Problem serviceUnavailable when too many logins are waiting or the directory cannot answer
   * @throws Error when the stored hash is damaged
   */
  async check(loginName: string, password: string): Promise<PasswordVerdict> {
    const user = await this.#directory.findByLoginName(loginName);
    const hash = await this.#directory.passwordHashOf(user?.id ?? '');
    if (!user || hash === undefined || !isHashable(password)) {
      await this.#hasher.verifyNobody(password);
      return this.#wrong(user);
    }
    if (!(await this.#verify(user, hash, password))) return this.#wrong(user);
    if (this.#hasher.needsRehash(hash)) await this.#rehash(user, hash, password);
    return { kind: 'correct', user: await this.#lockout.noteRight(user) };
  }

  /** May no password log the user in at present? To be told only to who had the right one. */
  isLocked(user: User): boolean {
    return this.#lockout.isLocked(user);
  }

  /**
   * The user replaces the password. It expires when the user's settings say so.
   * @throws Problem wrongCredentials when `currentPassword` is not the present one
   * @throws Problem passwordNotModifiable when only an administrator may change it
   * @throws Problem passwordTooShort, passwordTooSimple, passwordUsedBefore or passwordNotAcceptable when the policy
   * refuses the new one
   * @throws Problem serviceUnavailable as `check` does
   */
  async change(user: User, currentPassword: string, newPassword: string): Promise<void> {
    const current = await this.#directory.passwordHashOf(user.id);
    if (current === undefined || !isHashable(currentPassword)) throw new Problem('wrongCredentials');
    if (!(await this.#verify(user, current, currentPassword))) throw new Problem('wrongCredentials');
    if (!user.passwordModifiable) throw new Problem('passwordNotModifiable');
    await this.#newPasswords.checkNext(newPassword, user, currentPassword);
    await this.#store(user, newPassword, false);
  }

  /**
   * An administrator replaces the password of a user, who is not asked for the present one. It unlocks the account.
   * @param requireNew must the user choose another one at the next login?
   * @throws Problem as `change` does for the new password; serviceUnavailable
   */
  async set(user: User, newPassword: string, requireNew: boolean): Promise<void> {
    await this.#newPasswords.checkSet(newPassword, user, await this.#directory.passwordHashOf(user.id));
    await this.#store(user, newPassword, requireNew);
    await this.unlock(user.id);
  }

  /** As `set`, with a password that we made: it is good whatever the rules ask for, and has to be changed. */
  async setRandom(user: User, random: string): Promise<void> {
    await this.#store(user, random, true);
    await this.unlock(user.id);
  }

  /** Lets the user's password in again, and counts wrong ones anew. @returns the user; undefined where there is none */
  async unlock(userId: string): Promise<User | undefined> {
    await this.#directory.forgetWrongPasswords(userId);
    return this.#directory.update(userId, { lockedUntil: undefined }, this.#clock.now());
  }

  /**
   * The hash of a first password, for a user who is about to be added.
   * @param options.allowWeak only what no password may be is refused: for demonstrations
   * @throws Problem passwordTooShort, passwordTooSimple or passwordNotAcceptable when the policy refuses it
   */
  async hashFirst(
    password: string,
    user: Pick<User, 'loginName' | 'fullName'>,
    { allowWeak = false }: { readonly allowWeak?: boolean } = {},
  ): Promise<string> {
    if (allowWeak) checkHashable(password);
    else await this.#newPasswords.check(password, user);
    return this.#hasher.hash(password);
  }

  /** Must the password be changed because its time is over? A password without a date of its own is as old as the account. */
  isExpired(user: User): boolean {
    const expiresAt = user.passwordExpiresAt ?? this.#endOfAge(user.createdAt);
    return expiresAt !== undefined && this.#clock.now() >= expiresAt;
  }

  /** Ends the hashing threads. Who is still waiting is refused. */
  async close(): Promise<void> {
    await this.#hasher.close();
  }

  async #store(user: User, newPassword: string, requireNew: boolean): Promise<void> {
    const hash = await this.#hasher.hash(newPassword);
    const at = this.#clock.now();
    const expiresAt = earliest(expiryOf(user, at), this.#endOfAge(at));
    await this.#directory.setPassword(user.id, { hash, at, expiresAt, requireNew, keepFormer: this.#policy.history });
  }

  async #wrong(user: User | undefined): Promise<PasswordVerdict> {
    const locked = await this.#lockout.noteWrong(user);
    return { kind: 'wrong', actually: user ? 'passwordWrong' : 'userUnknown', locked };
  }

  /** When the age that the policy allows ends, for a password that was chosen at this time. */
  #endOfAge(at: number): number | undefined {
    const { maximumAgeDays } = this.#policy;
    return maximumAgeDays === undefined ? undefined : at + maximumAgeDays * dayMs;
  }

  async #verify(user: User, hash: string, password: string): Promise<boolean> {
    try {
      return await this.#hasher.verify(hash, password);
    } catch (error) {
      if (error instanceof Problem) throw error;
      throw new Error(`The password hash of user ${user.id} in the directory is damaged`, { cause: error });
    }
  }

  /** The password is at hand only now, so this is when a hash of a former cost is renewed. */
  async #rehash(user: User, from: string, password: string): Promise<void> {
    try {
      const to = await this.#hasher.hash(password);
      await this.#directory.replaceHash(user.id, { from, to });
    } catch (error) {
      // The password was right. When the server is too busy to renew its hash, the next login will.
      if (!(error instanceof Problem && error.kind === 'serviceUnavailable')) throw error;
    }
  }
}

/** When a password that is chosen at `at` expires, in milliseconds since the epoch; undefined: never. */
export function expiryOf(
  user: Pick<User, 'passwordAutoExpire' | 'passwordExpirationFrequencyDays'>,
  at: number,
): number | undefined {
  const { passwordAutoExpire, passwordExpirationFrequencyDays: days } = user;
  return passwordAutoExpire && days !== undefined ? at + days * dayMs : undefined;
}

function earliest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
