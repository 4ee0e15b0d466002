import type { DelegateRequest } from '@mstr-rest/protocol';
import { answersChallenge } from '../../tokens/identity-token.js';
import type { LoginMode } from '../login-mode.js';
import { noSettings } from '../no-settings.js';
import { strategyOf } from '../strategy-of.js';

/** An identity token of a living session opens another one beside it. Source: docs/protocol sections 3.7 and 5.3. */
export const delegation: LoginMode = {
  id: -1,
  name: 'delegation',
  doors: ['delegate'],
  configure(settings) {
    noSettings('auth.delegation', settings);
    return ({ identityTokens }) => ({
      strategy: strategyOf<DelegateRequest>('delegation', async ({ body }) => {
        const claims = await identityTokens.read(body.identityToken);
        if (!answersChallenge(claims.codeChallenge, body.codeVerifier)) return { problem: 'identityTokenInvalid' };
        const { userId, sessionKey, oneUse } = claims;
        return { issuer: 'standard', subject: userId, shares: { sessionKey, oneUse } };
      }),
    });
  },
};
