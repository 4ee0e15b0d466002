import type { LoginRequest } from '@mstr-rest/protocol';
import type { Identity, LoginMode, Rejection } from '../login-mode.js';
import { parseSettings } from '../parse-settings.js';
import { strategyOf } from '../strategy-of.js';
import type { LdapEngine } from './engine.js';
import { openEngine } from './open-engine.js';
import { identityOf, isName } from './person.js';
import { plaintextServers } from './settings-that-clash.js';
import { ldapSettings, type LdapSettings } from './settings.js';

/** Login name and password, checked by a directory. Source: docs/protocol section 6.2. */
export const ldap: LoginMode = {
  id: 16,
  name: 'ldap',
  doors: ['login'],
  onPage: 'password',
  usernameIsName: true,
  settings: ldapSettings,
  configure(given) {
    // Enabled and not set up is a state of its own, which logins are told (docs/protocol Q27).
    if (given === undefined) return () => ({ strategy: strategyOf('ldap', () => Promise.resolve(notConfigured)) });
    const settings = parseSettings('auth.ldap', ldapSettings, given);
    const { linkByLoginName, importUsers, groups } = settings;
    const open = openEngine(settings);
    return ({ clock }) => {
      const engine = open(clock);
      return {
        admission: { linkByLoginName, importUsers, groups },
        warnings: plaintextServers(settings).map((url) => `auth.ldap: passwords go to ${url} in the clear`),
        strategy: strategyOf<LoginRequest>('ldap', ({ body }) => judge(body, engine, settings)),
        close: () => engine.close(),
      };
    };
  },
};

const notConfigured: Rejection = { problem: 'ldapNotConfigured' };

async function judge(request: LoginRequest, engine: LdapEngine, settings: LdapSettings): Promise<Identity | Rejection> {
  const { username, password, newPassword } = request;
  if (!username) return { problem: 'inputMissing', message: 'username is required' };
  // A bind with an empty password succeeds for anybody (RFC 4513 section 5.1.2), and a NUL ends a text for some servers.
  if (password === '' || password.includes('\0')) return { problem: 'wrongCredentials', actually: 'passwordWrong' };
  if (!isName(username)) return { problem: 'wrongCredentials', actually: 'userUnknown' };
  const answer = await engine.check(username, password);
  if (answer.kind === 'refused') return answer.rejection;
  if (newPassword !== undefined) {
    return { problem: 'passwordNotModifiable', message: 'The password is kept in a directory: change it there' };
  }
  return identityOf(answer.person, username, settings);
}
