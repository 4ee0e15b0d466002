/** Whether a password may be chosen: all rules together, with the look-ups that some of them take. */
import { Problem } from '../../errors/problem.js';
import type { User } from '../user.js';
import type { UserDirectory } from '../user-directory.js';
import { isMonotonous, wordsBehind } from './common-passwords.js';
import type { PasswordHasher } from './password-hasher.js';
import { checkNewPassword, type PasswordPolicy } from './password-policy.js';

export class NewPasswords {
  readonly #policy: PasswordPolicy;
  readonly #directory: UserDirectory;
  readonly #hasher: PasswordHasher;

  constructor(policy: PasswordPolicy, directory: UserDirectory, hasher: PasswordHasher) {
    this.#policy = policy;
    this.#directory = directory;
    this.#hasher = hasher;
  }

  /**
   * May somebody without a password use this one?
   * @throws Problem passwordTooShort, passwordTooSimple, passwordNotAcceptable; serviceUnavailable as hashing does
   */
  async check(candidate: string, user: Pick<User, 'loginName' | 'fullName'>, currentPassword?: string): Promise<void> {
    checkNewPassword(candidate, { ...this.#policy, user, currentPassword });
    if (isMonotonous(candidate) || (await this.#hasher.isAnyCommon(wordsBehind(candidate)))) {
      throw new Problem('passwordNotAcceptable', {
        message: 'The new password is too easy to guess: it is, or is made of, one that many people use',
      });
    }
  }

  /**
   * May the user replace the present password, which was just given, by this one?
   * @throws Problem as `check` does, and passwordUsedBefore
   */
  async checkNext(candidate: string, user: User, currentPassword: string): Promise<void> {
    await this.check(candidate, user, currentPassword);
    await this.#refuseThoseOf(candidate, await this.#formerOf(user));
  }

  /**
   * May an administrator replace the present password, which he does not know, by this one?
   * @throws Problem as `checkNext` does
   */
  async checkSet(candidate: string, user: User, presentHash: string | undefined): Promise<void> {
    await this.check(candidate, user);
    const present = presentHash === undefined ? [] : [presentHash];
    await this.#refuseThoseOf(candidate, [...present, ...(await this.#formerOf(user))]);
  }

  /** A damaged hash is of no password: another one can still be chosen. */
  async #isOf(hash: string, candidate: string): Promise<boolean> {
    try {
      return await this.#hasher.verify(hash, candidate);
    } catch (error) {
      if (error instanceof Problem) throw error;
      return false;
    }
  }

  async #formerOf({ id }: User): Promise<readonly string[]> {
    const { history } = this.#policy;
    return history === 0 ? [] : (await this.#directory.formerHashesOf(id)).slice(0, history);
  }

  async #refuseThoseOf(candidate: string, hashes: readonly string[]): Promise<void> {
    for (const hash of hashes) {
      if (await this.#isOf(hash, candidate)) throw new Problem('passwordUsedBefore');
    }
  }
}
