/** The servers that the data is tried at: one for each group of settings that exchanges and stories depend on. */
import { strategyOf, type ConfigInput, type LoginMode } from '@mstr-rest/auth-server';
import type { Settings } from '../src/index.js';

export interface ServerKind {
  readonly name: string;
  readonly config: ConfigInput;
  /** The same, as exchanges know it. */
  readonly settings: Partial<Settings>;
  readonly loginModes?: readonly LoginMode[];
}

/** A mode with a page and no other door, so that a login that names no mode finds none. */
const pageMode: LoginMode = {
  id: 1048576,
  name: 'saml',
  doors: ['browser'],
  configure: () => () => ({ strategy: strategyOf('saml', () => Promise.resolve({ problem: 'wrongCredentials' })) }),
};

export const plain: ServerKind = { name: 'with default settings', config: {}, settings: {} };

export const special: readonly ServerKind[] = [
  {
    name: 'with long error codes and tokens that need no cookie',
    config: {
      errorCodes: { style: 'long' },
      session: { requireCookie: false },
      identityToken: { singleUse: false },
      iserver: { iServerVersion: '11.3.0460.00602', webVersion: '11.3.0460.00349J' },
    },
    settings: {
      'errorCodes.style': 'long',
      'session.requireCookie': false,
      'identityToken.singleUse': false,
      'iserver.iServerVersion': '11.3.0460.00602',
      'iserver.webVersion': '11.3.0460.00349J',
    },
  },
  {
    name: 'whose logout ends all sessions of the user',
    config: { logout: { scope: 'user' }, auth: { modes: { available: [1, 8], default: 8 } } },
    settings: { 'logout.scope': 'user', 'auth.modes.default': 8 },
  },
  {
    name: 'with API tokens',
    config: { auth: { modes: { available: [1, 8, 4096] } } },
    settings: { 'auth.modes.available': [1, 8, 4096] },
  },
  {
    name: 'whose API tokens may renew themselves, and live for an hour and a half at most',
    config: {
      auth: { modes: { available: [1, 4096] } },
      apiTokens: { selfRenewal: true, lifetimeMinutes: 60, maximumLifetimeMinutes: 90 },
    },
    settings: {
      'auth.modes.available': [1, 4096],
      'apiTokens.selfRenewal': true,
      'apiTokens.lifetimeMinutes': 60,
      'apiTokens.maximumLifetimeMinutes': 90,
    },
  },
  {
    name: 'with caps',
    config: {
      iserver: { maxUserConnectionPerServer: 3, maxSessionsPerUser: 2, maxProjectSessionsPerUser: 1 },
    },
    settings: {
      'iserver.maxUserConnectionPerServer': 3,
      'iserver.maxSessionsPerUser': 2,
      'iserver.maxProjectSessionsPerUser': 1,
    },
  },
  {
    // open-target.ts opens the provider.
    name: 'with OpenID Connect, and two sessions a user at most',
    config: { auth: { modes: { available: [1, 8, 4194304] } }, iserver: { maxSessionsPerUser: 2 } },
    settings: { 'auth.modes.available': [1, 8, 4194304], 'iserver.maxSessionsPerUser': 2 },
  },
  {
    name: 'with strict rules of passwords',
    config: { passwords: { requiredClasses: 2, history: 2, lockout: { afterFailures: 3 } } },
    settings: {
      'passwords.requiredClasses': 2,
      'passwords.history': 2,
      'passwords.lockout.afterFailures': 3,
      'passwords.lockout.forMinutes': 30,
    },
  },
  {
    name: 'that behaves like the vendor',
    config: { profile: 'vendor' },
    settings: {
      profile: 'vendor',
      'iserver.maxUserConnectionPerServer': 320,
      'iserver.maxProjectSessionsPerUser': 5,
    },
  },
  {
    name: 'for guests only',
    config: { auth: { modes: { available: [8] } } },
    settings: { 'auth.modes.available': [8], 'auth.modes.default': 8 },
  },
  {
    name: 'whose only login mode has a page',
    config: { auth: { modes: { available: [1048576] } } },
    settings: { 'auth.modes.available': [1048576], 'auth.modes.default': 1048576 },
    loginModes: [pageMode],
  },
];
