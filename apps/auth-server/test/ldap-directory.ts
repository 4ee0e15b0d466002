/** Settings of mode 16 for the directories of `tools/test-servers`, and logins by them. */
import { searchDn, searchPassword, type Slapd } from '../../../tools/test-servers/slapd.js';
import type { ConfigInput, Overrides } from '../src/index.js';
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

/** @param ldap undefined: mode 16 is enabled without settings */
export function openLdapServer(ldap: object | undefined, config: ConfigInput = {}, overrides: Overrides = {}) {
  const auth = { modes: { available: [1, 16] }, ...(ldap === undefined ? {} : { ldap }) };
  return openServer({ guessing: { enabled: false }, users: [], ...config, auth }, overrides);
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
