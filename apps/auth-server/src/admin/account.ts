import type { User } from '../users/user.js';
import { lockedForGood } from '../users/passwords/lockout.js';

/** A user as administrators see it. */
export interface Account extends Omit<User, 'lockedUntil'> {
  readonly locked: boolean;
  /** Milliseconds since the epoch; undefined where it is not locked, or until an administrator unlocks it. */
  readonly lockedUntil: number | undefined;
}

/** @param now milliseconds since the epoch */
export function accountOf(user: User, now: number): Account {
  const { lockedUntil } = user;
  const locked = lockedUntil !== undefined && now < lockedUntil;
  return { ...user, locked, lockedUntil: locked && lockedUntil < lockedForGood ? lockedUntil : undefined };
}
