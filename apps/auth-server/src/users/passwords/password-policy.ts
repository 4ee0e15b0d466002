/** What a new password must be and must not be. Source: NIST SP 800-63B-4 section 3.1.1.2. */
import { Problem } from '../../errors/problem.js';
import { nameKeyOf, type User } from '../user.js';
import { missingClasses } from './character-classes.js';

/** What an operator decides about new passwords. */
export interface PasswordPolicy {
  /** In code points. */
  readonly minimumLength: number;
  /** Of how many of the four classes of characters there must be one; 0: any. For those who must. */
  readonly requiredClasses: number;
  /** Words that no password may contain, beside the user's own names. */
  readonly contextWords: readonly string[];
  /** How many former passwords must not come back, beside the present one. */
  readonly history: number;
  /** Days after which a password must be changed; undefined: never. For those who must. */
  readonly maximumAgeDays: number | undefined;
}

/** NIST's: long, on no list, and nothing else. 15 is its minimum for a password that is the only factor. */
export const defaultPolicy: PasswordPolicy = {
  minimumLength: 15,
  requiredClasses: 0,
  contextWords: [],
  history: 0,
  maximumAgeDays: undefined,
};

/** What this server is: everybody knows, and so does every guesser. */
const productWords = ['microstrategy', 'strategyone'];

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
export interface PasswordRules extends Pick<PasswordPolicy, 'minimumLength' | 'requiredClasses' | 'contextWords'> {
  /** Whose password it will be. */
  readonly user: Pick<User, 'loginName' | 'fullName'>;
  /** The present password, where it is known (and verified). */
  readonly currentPassword?: string | undefined;
}

/**
 * Checks a password that somebody wants to use from now on, as far as it takes no look-up.
 * @throws Problem passwordTooShort, passwordTooSimple, passwordUsedBefore or passwordNotAcceptable, with a message for
 * the user
 */
export function checkNewPassword(candidate: string, rules: PasswordRules): void {
  const { minimumLength, requiredClasses, contextWords, user, currentPassword } = rules;
  checkHashable(candidate);
  if (candidate === currentPassword) throw new Problem('passwordUsedBefore');
  if ([...candidate].length < minimumLength) {
    throw new Problem('passwordTooShort', {
      message: `The new password is too short: it needs at least ${minimumLength} characters`,
    });
  }
  checkClasses(candidate, requiredClasses);
  if (resembles(candidate, user.loginName)) refuse('The new password must not contain the login name');
  if (resembles(candidate, user.fullName)) refuse('The new password must not contain the full name');
  const word = [...productWords, ...contextWords].find((one) => resembles(candidate, one));
  if (word !== undefined) refuse(`The new password must not contain the word ${word}`);
}

function checkClasses(candidate: string, required: number): void {
  const missing = missingClasses(candidate);
  if (4 - missing.length >= required) return;
  throw new Problem('passwordTooSimple', {
    message: `The new password needs characters of ${required} of four classes. It has no ${missing.join(', no ')}.`,
  });
}

function resembles(candidate: string, name: string): boolean {
  const password = nameKeyOf(candidate);
  const word = nameKeyOf(name);
  return password === word || ([...word].length >= shortestContextWord && password.includes(word));
}

function refuse(message: string): never {
  throw new Problem('passwordNotAcceptable', { message });
}
