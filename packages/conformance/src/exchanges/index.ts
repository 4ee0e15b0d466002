import type { Exchange } from '../exchange.js';
import { accounts } from './accounts.js';
import { addresses } from './addresses.js';
import { beforeLogin } from './before-login.js';
import { cookies } from './cookies.js';
import { credentials } from './credentials.js';
import { delegations } from './delegations.js';
import { everyOperation } from './every-operation.js';
import { gateways } from './gateways.js';
import { identityTokens } from './identity-tokens.js';
import { keptApiTokens } from './kept-api-tokens.js';
import { leaving } from './leaving.js';
import { loginBodies } from './login-bodies.js';
import { loginsByApiToken } from './logins-by-api-token.js';
import { loginsInBrowsers } from './logins-in-browsers.js';
import { loginsByLdap } from './logins-by-ldap.js';
import { loginsByHeader } from './logins-by-header.js';
import { loginsOfClients } from './logins-of-clients.js';
import { defaultModes, loginRefusals } from './login-refusals.js';
import { loginModesOfAdministrators } from './login-modes-of-administrators.js';
import { loginModesOfOperator } from './login-modes-of-operator.js';
import { monitors } from './monitors.js';
import { newApiTokens } from './new-api-tokens.js';
import { openidConnect } from './openid-connect.js';
import { origins } from './origins.js';
import { projects } from './projects.js';
import { refusedBodies } from './refused-bodies.js';
import { sessions } from './sessions.js';
import { staleCredentials } from './stale-credentials.js';
import { users } from './users.js';

/** Every exchange. A target that lacks what one speaks of skips it. */
export const exchanges: readonly Exchange[] = [
  ...beforeLogin,
  ...loginBodies,
  ...loginsOfClients,
  ...loginsByApiToken,
  ...loginsByLdap,
  ...loginsByHeader,
  ...refusedBodies,
  ...loginRefusals,
  ...defaultModes,
  ...staleCredentials,
  ...cookies,
  ...credentials,
  ...sessions,
  ...users,
  ...gateways,
  ...leaving,
  ...identityTokens,
  ...delegations,
  ...openidConnect,
  ...loginsInBrowsers,
  ...newApiTokens,
  ...keptApiTokens,
  ...loginModesOfAdministrators,
  ...loginModesOfOperator,
  ...monitors,
  ...accounts,
  ...projects,
  ...addresses,
  ...origins,
  ...everyOperation,
];
