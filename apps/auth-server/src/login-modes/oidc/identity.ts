import type { Identity } from '../login-mode.js';
import type { IdTokenClaims } from './id-token.js';
import { profileIn } from './profile.js';
import { issuerOf, type Provider } from './provider.js';

/**
 * Whom the claims name.
 * @param logoutHint the ID token, where the session is to keep it
 * @throws Error where they say no login name that can be believed
 */
export function identityOf(provider: Provider, claims: IdTokenClaims, logoutHint?: string): Identity {
  const { name, claims: names } = provider.settings;
  const { sub: subject, sid } = claims;
  return {
    issuer: issuerOf(provider),
    subject,
    profile: profileIn(claims, names),
    sourceSession: {
      name,
      ...(typeof sid === 'string' ? { id: sid } : {}),
      ...(logoutHint === undefined ? {} : { note: logoutHint }),
    },
  };
}
