/** What a new password must be and must not be. Source: NIST SP 800-63B-4 section 3.1.1.2. */
import { Problem } from '../../errors/problem.js';
import { nameKeyOf, type User } from '../user.js';

/** NIST's minimum for a password that is the only factor. */
export const defaultMinimumLength = 15;

/** In UTF-16 code units: far above any passphrase, and low enough that nobody sends us books to hash. */
const maximumLength = 1024;

/** Shorter names would forbid too much: a password may contain `bo`. */
const shortestContextWord = 4;

/** NUL, on which hash functions differ, and halves of surrogate pairs, which all become the same byte sequence. */
const unhashable = /[\0\p{Surrogate}]/u;

/** Does every character of the password count? What does not hash faithfully is never a right password. */
export function isHashable(password: string): boolean {
  return !unhashable.test(password);
}

/**
 * What holds for every password, also for one that an operator has chosen to be weak.
 * @throws Problem passwordNotAcceptable
 */
export function checkHashable(candidate: string): void {
  if (!isHashable(candidate)) refuse('The new password must not contain NUL or incomplete characters');
  if (candidate.length > maximumLength) refuse(`The new password must not be longer than ${maximumLength} characters`);
}

/** What a new password is measured by. */
export interface PasswordRules {
  /** In code points. */
  readonly minimumLength: number;
  /** Whose password it will be. */
  readonly user: Pick<User, 'loginName' | 'fullName'>;
  /** The present password, where it is known (and verified). */
  readonly currentPassword?: string;
}

/**
 * Checks a password that somebody wants to use from now on.
 * @throws Problem passwordTooShort, passwordUsedBefore or passwordNotAcceptable, with a message for the user
 */
export function checkNewPassword(candidate: string, { minimumLength, user, currentPassword }: PasswordRules): void {
  checkHashable(candidate);
  if (candidate === currentPassword) throw new Problem('passwordUsedBefore');
  if ([...candidate].length < minimumLength) {
    throw new Problem('passwordTooShort', {
      message: `The new password is too short: it needs at least ${minimumLength} characters`,
    });
  }
  if (resembles(candidate, user.loginName)) refuse('The new password must not contain the login name');
  if (resembles(candidate, user.fullName)) refuse('The new password must not contain the full name');
}

function resembles(candidate: string, name: string): boolean {
  const password = nameKeyOf(candidate);
  const word = nameKeyOf(name);
  return password === word || ([...word].length >= shortestContextWord && password.includes(word));
}

function refuse(message: string): never {
  throw new Problem('passwordNotAcceptable', { message });
}
