import type { LoginRequest } from '@mstr-rest/protocol';
import { apiTokenLoginMode } from '../../tokens/api-token.js';
import type { Identity, Lent, LoginMode, Rejection } from '../login-mode.js';
import { noSettings } from '../no-settings.js';
import { strategyOf } from '../strategy-of.js';

/** An API token in the place of the login name, and no password. Source: docs/protocol sections 3.8 and 6.4. */
export const apiToken: LoginMode = {
  id: apiTokenLoginMode,
  name: 'api-token',
  doors: ['login'],
  // No `usernameIsName`: the username is the token.
  guessable: true,
  configure(settings) {
    noSettings('auth.api-token', settings);
    return (lent) => ({
      strategy: strategyOf<LoginRequest>('api-token', ({ body }) => judge(body, lent)),
    });
  },
};

/** To the caller every token that does not let him in is the same. */
async function judge({ username }: LoginRequest, { apiTokens, users }: Lent): Promise<Identity | Rejection> {
  if (!username)
    return { problem: 'inputMissing', message: 'username is required: in this login mode it is the API token' };
  const found = await apiTokens.read(username);
  if (found.kind !== 'valid') {
    return { problem: 'apiTokenInvalid', actually: found.kind === 'expired' ? 'apiTokenExpired' : 'apiTokenInvalid' };
  }
  const user = await users.findById(found.userId);
  if (user?.enabled !== true) {
    return { problem: 'apiTokenInvalid', actually: user === undefined ? 'userUnknown' : 'accountDisabled' };
  }
  return {
    issuer: 'standard',
    subject: user.id,
    confirm: async () => ((await apiTokens.noteUse(username)) ? undefined : { problem: 'apiTokenInvalid' }),
  };
}
