/** The servers that the data is tried at: one for each group of settings that exchanges and stories depend on. */
import type { ConfigInput } from '@mstr-rest/auth-server';
import type { Proofs, Settings, Target } from '../src/index.js';
import { accounts } from './open-target.js';

export interface ServerKind {
  readonly name: string;
  readonly config: ConfigInput;
  /** The same, as exchanges know it. */
  readonly settings: Partial<Settings>;
  /** It asks a directory, which is started for it (`with-directory.ts`); without slapd it is left out. */
  readonly hasDirectory?: true;
  /** It believes an identity provider, which is started for it (`with-identity-provider.ts`); without it it is left out. */
  readonly hasIdentityProvider?: true;
  readonly proofs?: Target['proofs'];
}

/** What a proxy that stands before the server says of somebody. */
const byProxy: Proofs = {
  user: () => ({ 'mstr-user-id': accounts.user.username }),
  stranger: () => ({ 'mstr-user-id': 'somebody-without-an-account' }),
};

/** A mode with a page and no other door, so that a login that names no mode finds none. Nobody is sent to the provider. */
const saml = { identityProviders: [{ metadata: 'https://idp.example.com/metadata' }] };

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
    name: 'with login by LDAP and no directory',
    config: { auth: { modes: { available: [1, 16] } } },
    settings: { 'auth.modes.available': [1, 16] },
  },
  {
    name: 'with a directory',
    config: { auth: { modes: { available: [1, 16] } } },
    settings: { 'auth.modes.available': [1, 16], 'auth.ldap': 'configured' },
    hasDirectory: true,
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
    name: 'that keeps its login modes',
    config: { auth: { modes: { available: [1, 8], changeable: false } } },
    settings: { 'auth.modes.changeable': false },
  },
  {
    name: 'for guests only',
    config: { auth: { modes: { available: [8] } } },
    settings: { 'auth.modes.available': [8], 'auth.modes.default': 8 },
  },
  {
    name: 'behind a trusted proxy',
    config: { auth: { modes: { available: [64] }, trusted: { proxies: ['127.0.0.1'] } } },
    settings: { 'auth.modes.available': [64], 'auth.modes.default': 64 },
    proofs: { 64: byProxy },
  },
  {
    name: 'with SAML',
    config: { auth: { modes: { available: [1, 1048576] } } },
    settings: { 'auth.modes.available': [1, 1048576] },
    hasIdentityProvider: true,
  },
  {
    name: 'whose only login mode has a page',
    config: { auth: { modes: { available: [1048576] }, saml } },
    settings: { 'auth.modes.available': [1048576], 'auth.modes.default': 1048576 },
  },
];

/** It takes a KDC and a process of its own: test/kerberos.spec.ts. */
export const withTickets: ServerKind = {
  name: 'that takes Kerberos tickets',
  config: { auth: { modes: { available: [128] } } },
  settings: { 'auth.modes.available': [128], 'auth.modes.default': 128 },
};
