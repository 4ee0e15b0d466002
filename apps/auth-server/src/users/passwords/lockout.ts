/** Locking accounts after wrong passwords: an option, for whoever can lock an account can keep its owner out. */
import type { Clock } from '../../clock/clock.js';
import type { User } from '../user.js';
import type { UserDirectory } from '../user-directory.js';

export interface LockoutRules {
  /** Wrong passwords in a row that lock an account; 0: it is never locked. */
  readonly afterFailures: number;
  /** How long; undefined: until an administrator sets `lockedUntil` to undefined. */
  readonly forMs: number | undefined;
}

export const neverLocked: LockoutRules = { afterFailures: 0, forMs: undefined };

/** An account that was locked just now. */
export interface Locked {
  readonly userId: string;
  readonly loginName: string;
  /** Milliseconds since the epoch; undefined: until an administrator unlocks it. */
  readonly lockedUntil: number | undefined;
}

/** The last moment that a date can be (ECMA-262 section 21.4.1.1): `lockedUntil` of who is locked for good. */
export const lockedForGood = 8_640_000_000_000_000;

export class Lockout {
  readonly #rules: LockoutRules;
  readonly #directory: UserDirectory;
  readonly #clock: Clock;

  constructor(rules: LockoutRules, directory: UserDirectory, clock: Clock) {
    this.#rules = rules;
    this.#directory = directory;
    this.#clock = clock;
  }

  isLocked(user: User): boolean {
    return user.lockedUntil !== undefined && this.#clock.now() < user.lockedUntil;
  }

  /**
   * Counts a wrong password; undefined: of nobody, at the same cost.
   * @returns whether this one has locked the account
   */
  async noteWrong(user: User | undefined): Promise<Locked | undefined> {
    const { afterFailures: lockAfter, forMs } = this.#rules;
    if (lockAfter === 0) return undefined;
    const at = this.#clock.now();
    const lockUntil = forMs === undefined ? lockedForGood : at + forMs;
    const locked = await this.#directory.noteWrongPassword(user?.id, { at, lockAfter, lockUntil });
    if (!locked || user === undefined) return undefined;
    return { userId: user.id, loginName: user.loginName, lockedUntil: forMs === undefined ? undefined : lockUntil };
  }

  /**
   * The password was right.
   * @returns the user as it is now: while the password was checked, wrong ones may have locked it
   */
  async noteRight(user: User): Promise<User> {
    if (this.#rules.afterFailures === 0) return user;
    const present = (await this.#directory.findById(user.id)) ?? user;
    if (!this.isLocked(present)) await this.#directory.forgetWrongPasswords(user.id);
    return present;
  }
}
