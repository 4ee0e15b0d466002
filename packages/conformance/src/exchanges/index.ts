import type { Exchange } from '../exchange.js';
import { addresses } from './addresses.js';
import { beforeLogin } from './before-login.js';
import { credentials } from './credentials.js';
import { everyOperation } from './every-operation.js';
import { identityTokens } from './identity-tokens.js';
import { leaving } from './leaving.js';
import { loginBodies } from './login-bodies.js';
import { defaultModes, loginRefusals } from './login-refusals.js';
import { origins } from './origins.js';
import { projects } from './projects.js';
import { sessions } from './sessions.js';
import { staleCredentials } from './stale-credentials.js';

/** Every exchange. A target that lacks what one speaks of skips it. */
export const exchanges: readonly Exchange[] = [
  ...beforeLogin,
  ...loginBodies,
  ...loginRefusals,
  ...defaultModes,
  ...staleCredentials,
  ...credentials,
  ...sessions,
  ...leaving,
  ...identityTokens,
  ...projects,
  ...addresses,
  ...origins,
  ...everyOperation,
];
