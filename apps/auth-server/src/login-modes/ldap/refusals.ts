/** What a refused bind means. Sources: RFC 4511 appendix A.1, the codes of Active Directory, docs/login-modes/ldap.md. */
import type { ErrorKind } from '@mstr-rest/protocol';
import type { Rejection } from '../login-mode.js';
import { DirectoryDown } from './directory-down.js';
import type { PolicyError } from './password-policy.js';

/** How a directory answered a bind. */
export interface BindAnswer {
  /** Result code (RFC 4511 section 4.1.9); 0 is success. */
  readonly code: number;
  /** The server's own words. */
  readonly message: string;
  /** What its password policy says, where it has one. */
  readonly policy: PolicyError | undefined;
}

const code = {
  success: 0,
  constraintViolation: 19,
  noSuchObject: 32,
  invalidDnSyntax: 34,
  inappropriateAuthentication: 48,
  invalidCredentials: 49,
  unwillingToPerform: 53,
} as const;

/**
 * What Active Directory adds to invalidCredentials. It tells these only after the password was right, save that an
 * account is locked (775) or unknown (525).
 */
const ofActiveDirectory: Readonly<Record<string, Rejection>> = {
  '525': { problem: 'wrongCredentials', actually: 'userUnknown' },
  '52e': { problem: 'wrongCredentials', actually: 'passwordWrong' },
  '530': { problem: 'accountDisabled' },
  '531': { problem: 'accountDisabled' },
  '532': { problem: 'passwordExpired' },
  '533': { problem: 'accountDisabled' },
  '701': { problem: 'accountDisabled' },
  '773': { problem: 'newPasswordRequired' },
  '775': { problem: 'wrongCredentials', actually: 'accountLocked' },
};

/**
 * Why the bind of a person lets nobody in; undefined where it does.
 * @throws DirectoryDown where the answer says nothing of the person
 */
export function rejectionOf({ code: result, message, policy }: BindAnswer): Rejection | undefined {
  switch (result) {
    case code.success:
      return policy === 'changeAfterReset' ? withCause('newPasswordRequired', message) : undefined;
    case code.invalidCredentials: {
      // A directory looks for this once the password was right.
      if (policy === 'passwordExpired') return withCause('passwordExpired', message);
      if (policy === 'accountLocked') return wrong('accountLocked', message);
      const [, data = ''] = /\bdata ([0-9a-f]+), v/.exec(message) ?? [];
      const told = ofActiveDirectory[data];
      return told === undefined ? wrong('passwordWrong', message) : { ...told, cause: message };
    }
    case code.noSuchObject:
    case code.invalidDnSyntax:
      return wrong('userUnknown', message);
    case code.constraintViolation:
      return wrong('accountLocked', message);
    case code.inappropriateAuthentication:
    case code.unwillingToPerform:
      return wrong('passwordWrong', message);
    default:
      throw new DirectoryDown(`the bind was answered with code ${result}: ${message}`);
  }
}

function wrong(actually: ErrorKind, cause: string): Rejection {
  return { problem: 'wrongCredentials', actually, cause };
}

function withCause(problem: ErrorKind, cause: string): Rejection {
  return { problem, cause };
}
