/** Restores a user who cannot log in any more, such as a lost administrator, from outside of the server. */
import { randomBytes } from 'node:crypto';
import { wellKnownIds } from '@mstr-rest/protocol';
import type { Audit } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import type { ApiTokenStore } from '../users/api-token-store.js';
import type { Passwords } from '../users/passwords/passwords.js';
import type { User } from '../users/user.js';
import type { UserDirectory } from '../users/user-directory.js';

/** What is worked on. */
export interface ResetParts {
  readonly users: UserDirectory;
  readonly apiTokens: ApiTokenStore;
  readonly passwords: Passwords;
  readonly audit: Audit;
  readonly clock: Clock;
}

export interface ResetRequest {
  /** Undefined: the built-in administrator, whatever his login name. */
  readonly loginName: string | undefined;
  /** Undefined: a random one, which the user has to change at the next login. */
  readonly password: string | undefined;
  /** Account of the operating system, for the audit. */
  readonly operator: string;
}

export interface ResetResult {
  readonly user: User;
  /** To be shown once, and never logged; undefined where it was given. */
  readonly randomPassword: string | undefined;
}

/**
 * Sets a password, enables and unlocks the account, lets it log in by password, and takes its API token away. Its sessions
 * end: a server that is running hears of it within a second or two.
 * @throws Error for an unknown user; Problem for a password against the rules
 */
export async function resetPassword(
  parts: ResetParts,
  { loginName, password, operator }: ResetRequest,
): Promise<ResetResult> {
  const { users, apiTokens, passwords, audit, clock } = parts;
  const user = await (loginName === undefined
    ? users.findById(wellKnownIds.administrator)
    : users.findByLoginName(loginName));
  if (user === undefined) throw new Error(`There is no user ${loginName ?? 'administrator'}.`);
  if (!user.metadataUser) throw new Error('The guest has no password.');
  const randomPassword = password === undefined ? randomBytes(15).toString('base64url') : undefined;
  if (randomPassword === undefined) await passwords.set(user, password ?? '', false);
  else await passwords.setRandom(user, randomPassword);
  await users.update(user.id, { enabled: true, standardAuth: true }, clock.now());
  await apiTokens.removeOf(user.id);
  audit.record({ event: 'passwordReset', userId: user.id, loginName: user.loginName, operator });
  return { user, randomPassword };
}
