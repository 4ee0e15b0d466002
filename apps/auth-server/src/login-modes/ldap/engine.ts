import type { Rejection } from '../login-mode.js';
import type { DirectoryEntry } from './entry.js';

/** Asks a directory whether a password is right, and what it knows of the person. */
export interface LdapEngine {
  /**
   * @param loginName as the caller typed it
   * @param password not empty, which directories take for no attempt at all (RFC 4513 section 5.1.2)
   * @param tell hears of each step, for an administrator who looks for a mistake
   * @throws Problem serviceUnavailable where no server answers in time
   */
  check(loginName: string, password: string, tell?: Tell): Promise<Answer>;
  /** The same without a password: whom the name means. Absent where the engine cannot look without one. */
  find?(loginName: string, tell?: Tell): Promise<Answer>;
  close(): Promise<void>;
}

/** One step, in words. No secret in it. */
export type Tell = (step: string) => void;

export type Answer = { readonly kind: 'known'; readonly person: DirectoryPerson } | Refused;

export interface Refused {
  readonly kind: 'refused';
  readonly rejection: Rejection;
}

export interface DirectoryPerson {
  readonly entry: DirectoryEntry;
  /** Names of the person's groups; undefined where groups are not asked for. */
  readonly groups: readonly string[] | undefined;
}

export const silent: Tell = () => undefined;

/** The answer to whom the directory does not know, or knows several times. */
export function unknownPerson(cause?: string): Refused {
  return {
    kind: 'refused',
    rejection: { problem: 'wrongCredentials', actually: 'userUnknown', ...(cause === undefined ? {} : { cause }) },
  };
}
