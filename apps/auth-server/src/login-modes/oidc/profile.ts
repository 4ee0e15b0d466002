import type { IDToken } from 'openid-client';
import type { Profile } from '../login-mode.js';
import type { ProviderSettings } from './settings.js';

/** What the claims say of the person; undefined where they do not say the login name. */
export function profileIn(claims: IDToken, names: ProviderSettings['claims']): Profile | undefined {
  const loginName = textIn(claims, names.loginName);
  if (loginName === undefined) return undefined;
  const fullName = textIn(claims, names.fullName);
  const email = textIn(claims, names.email);
  const groups = claims[names.groups];
  return {
    loginName,
    ...(fullName === undefined ? {} : { fullName }),
    ...(email === undefined ? {} : { email }),
    ...(Array.isArray(groups) ? { groups: groups.filter((group): group is string => typeof group === 'string') } : {}),
  };
}

function textIn(claims: IDToken, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
