import { anonymous } from './anonymous/anonymous.js';
import { apiToken } from './api-token/api-token.js';
import { delegation } from './delegation/delegation.js';
import { kerberos } from './kerberos/kerberos.js';
import { ldap } from './ldap/ldap.js';
import type { LoginMode } from './login-mode.js';
import { oidc } from './oidc/oidc.js';
import { saml } from './saml/saml.js';
import { standard } from './standard/standard.js';
import { trusted } from './trusted/trusted.js';

/** THE list. A mode from outside the repository joins it through `createAuthServer(config, { loginModes })`. */
export const loginModes: readonly LoginMode[] = [
  standard,
  anonymous,
  ldap,
  trusted,
  kerberos,
  apiToken,
  saml,
  oidc,
  delegation,
];
