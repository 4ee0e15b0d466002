/** Settings of mode 16 for the directories of `tools/test-servers`, and logins by them. */
import { searchDn, searchPassword, type Slapd } from '../../../tools/test-servers/slapd.js';
import { strategyOf, type ConfigInput, type LoginMode, type Overrides } from '../src/index.js';
import type { UserDirectory } from '../src/users/user-directory.js';
import { openServer, type TestServer } from './open-server.js';

/** For `auth.ldap`, with what differs. */
export function slapdSettings({ url }: Pick<Slapd, 'url'>, more: object = {}): object {
  return {
    name: 'example',
    servers: [url],
    search: {
      bindDn: searchDn,
      bindPassword: searchPassword,
      base: 'ou=people,dc=example,dc=org',
      filter: '(&(objectClass=inetOrgPerson)(uid={{loginName}}))',
    },
    ...more,
  };
}

export interface LdapTestServer extends TestServer {
  /** What the server knows of users, as it is lent to login modes. */
  readonly users: UserDirectory;
}

/** @param ldap undefined: mode 16 is enabled without settings */
export async function openLdapServer(
  ldap: object | undefined,
  config: ConfigInput = {},
  overrides: Overrides = {},
): Promise<LdapTestServer> {
  const lent: UserDirectory[] = [];
  const looking: LoginMode = {
    id: 1_000_000,
    name: 'looking',
    doors: ['native'],
    configure: () => (more) => {
      lent.push(more.users);
      return { strategy: strategyOf('looking', () => Promise.resolve({ problem: 'loginModeDisabled' })) };
    },
  };
  const auth = { modes: { available: [1, 16, looking.id] }, ...(ldap === undefined ? {} : { ldap }) };
  const server = await openServer(
    { guessing: { enabled: false }, users: [], ...config, auth },
    { loginModes: [looking], ...overrides },
  );
  const [users] = lent;
  if (users === undefined) throw new Error('the mode was not opened');
  return { ...server, users };
}

/** Names of the groups of a user, sorted, save Everyone; undefined where there is no such user. */
export async function groupNames({ users }: LdapTestServer, loginName: string): Promise<readonly string[] | undefined> {
  const user = await users.findByLoginName(loginName);
  if (user === undefined) return undefined;
  const found = await users.groupsOf(user.id);
  return found
    .map(({ name }) => name)
    .filter((name) => name !== 'Everyone')
    .sort();
}

export function logInByLdap({ call }: Pick<TestServer, 'call'>, username: string, password: string, more: object = {}) {
  return call('POST', '/auth/login', {
    body: JSON.stringify({ loginMode: 16, username, password, ...more }),
    headers: { 'content-type': 'application/json' },
  });
}

/** `204`, or status and iServerCode of the refusal: `401 -2147216959`. */
export async function outcomeOf(login: Promise<Response>): Promise<string> {
  const answer = await login;
  if (answer.status === 204) return '204';
  const { code, iServerCode } = (await answer.json()) as { code: string; iServerCode?: number };
  return [answer.status, code, iServerCode].filter((part) => part !== undefined).join(' ');
}

/** What the caller of a session is told of himself. */
export async function userInfo({ call }: Pick<TestServer, 'call'>, login: Response): Promise<Record<string, unknown>> {
  const cookie = login.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const headers = { 'x-mstr-authtoken': login.headers.get('x-mstr-authtoken') ?? '', cookie };
  return (await (await call('GET', '/sessions/userInfo', { headers })).json()) as Record<string, unknown>;
}

export const wrongCredentials = '401 ERR003 -2147216959';
export const notLinked = '401 ERR003 -2147212488';
export const unavailable = '503 ERR0016';
