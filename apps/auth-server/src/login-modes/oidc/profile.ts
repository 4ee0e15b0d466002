import type { Profile } from '../login-mode.js';
import type { IdTokenClaims } from './id-token.js';
import type { ProviderSettings } from './settings.js';

/**
 * What the claims say of the person.
 * @throws Error where they do not say the login name, or say one that nobody has checked
 */
export function profileIn(claims: IdTokenClaims, names: ProviderSettings['claims']): Profile {
  const loginName = textIn(claims, names.loginName);
  if (loginName === undefined) throw new Error(`the claim ${names.loginName} is missing`);
  // At many providers people may write any address of anybody's into their own profile.
  if (names.loginName === 'email' && claims['email_verified'] !== true) throw new Error('the e-mail is not verified');
  const fullName = textIn(claims, names.fullName);
  const email = claims['email_verified'] === false ? undefined : textIn(claims, names.email);
  const groups = claims[names.groups];
  return {
    loginName,
    ...(fullName === undefined ? {} : { fullName }),
    ...(email === undefined ? {} : { email }),
    ...(Array.isArray(groups) ? { groups: groups.filter((group): group is string => typeof group === 'string') } : {}),
  };
}

function textIn(claims: IdTokenClaims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
