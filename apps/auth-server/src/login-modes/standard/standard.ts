import type { LoginRequest } from '@mstr-rest/protocol';
import type { Audit } from '../../audit/audit.js';
import type { Passwords } from '../../users/passwords/passwords.js';
import type { User } from '../../users/user.js';
import type { Evidence, Identity, LoginMode, Rejection } from '../login-mode.js';
import { noSettings } from '../no-settings.js';
import { strategyOf } from '../strategy-of.js';

/** Login name and password, checked against our own directory. Source: docs/protocol section 3.1. */
export const standard: LoginMode = {
  id: 1,
  name: 'standard',
  doors: ['login'],
  onPage: 'password',
  usernameIsName: true,
  configure(settings) {
    noSettings('auth.standard', settings);
    return ({ passwords, audit }) => ({
      strategy: strategyOf<LoginRequest>('standard', (evidence) => judge(evidence, passwords, audit)),
    });
  },
};

async function judge(
  { body: request, ip, requestId }: Evidence & { readonly body: LoginRequest },
  passwords: Passwords,
  audit: Audit,
): Promise<Identity | Rejection> {
  if (!request.username) return { problem: 'inputMissing', message: 'username is required' };
  const answer = await passwords.check(request.username, request.password);
  if (answer.kind === 'wrong') {
    if (answer.locked !== undefined) audit.record({ event: 'accountLocked', ...answer.locked, ip, requestId });
    return { problem: 'wrongCredentials', actually: answer.actually };
  }
  // The password was right: only from here on may an answer tell something about the account (Q9).
  const { user } = answer;
  if (passwords.isLocked(user)) return { problem: 'accountLocked' };
  if (!user.enabled) return { problem: 'accountDisabled' };
  if (!user.standardAuth) return { problem: 'standardLoginNotAllowed' };
  if (request.newPassword !== undefined) {
    await passwords.change(user, request.password, request.newPassword);
    return { issuer: 'standard', subject: user.id, passwordChanged: true };
  }
  const reason = mustChange(user, passwords);
  if (reason !== undefined) return { problem: reason };
  return { issuer: 'standard', subject: user.id };
}

function mustChange(user: User, passwords: Passwords) {
  if (user.requireNewPassword) return 'newPasswordRequired';
  return passwords.isExpired(user) ? 'passwordExpired' : undefined;
}
