import { PresenceFilter } from 'ldapts';
import { escapeNameValue, isDistinguishedName } from '../../distinguished-name.js';
import { unknownPerson, type Answer, type Tell } from '../engine.js';
import { attributesOf } from '../person.js';
import { rejectionOf } from '../refusals.js';
import type { LdapSettings } from '../settings.js';
import type { Connection, SearchRequest } from './connection.js';
import type { DirectoryServer } from './directory-server.js';
import { groupsOf } from './groups.js';

type Settings = LdapSettings & { readonly directBind: NonNullable<LdapSettings['directBind']> };

/** With these a login name would be a name of another kind, such as `EXAMPLE\ann` or `ann@example.org`. */
const otherKinds = /[\\/@=,]/;

/**
 * Binds at once with a name that is made of the login name, and reads the entry as that person.
 * @returns what checks a password: throws DirectoryDown, SearchRefused; Problem serviceUnavailable
 */
export function directBind(settings: Settings) {
  const { name: template } = settings.directBind;
  const isDn = isDistinguishedName(template);
  const nameOf = (loginName: string) =>
    template.replace('{{loginName}}', () => (isDn ? escapeNameValue(loginName) : loginName));

  async function check(
    server: DirectoryServer,
    loginName: string,
    password: string,
    signal: AbortSignal,
    tell: Tell,
  ): Promise<Answer> {
    if (!isDn && otherKinds.test(loginName))
      return unknownPerson('a login name with a character of another kind of name');
    const bindName = nameOf(loginName);
    return server.lend(signal, async (connection) => {
      const answer = await connection.bind(bindName, password, signal);
      const rejection = rejectionOf(answer);
      tell(
        `bind at ${server.url} as ${bindName}: ${rejection === undefined ? 'the password is right' : answer.message || 'refused'}`,
      );
      if (rejection !== undefined) return { kind: 'refused', rejection };
      return read(connection, loginName, bindName, signal, tell);
    });
  }

  async function read(connection: Connection, loginName: string, bindName: string, signal: AbortSignal, tell: Tell) {
    const entries = await connection.search(ownEntry(loginName, bindName), signal);
    for (const { dn } of entries) tell(`entry ${dn}`);
    const [entry] = entries;
    if (entry === undefined || entries.length > 1) return unknownPerson(`${entries.length} entries for ${bindName}`);
    const groups = await groupsOf(entry, loginName, settings, (request) => connection.search(request, signal), tell);
    return { kind: 'known', person: { entry, groups } } as const;
  }

  function ownEntry(loginName: string, bindName: string): SearchRequest {
    const { base, filter } = settings.directBind;
    const attributes = attributesOf(settings);
    return base === undefined || filter === undefined
      ? { base: bindName, scope: 'base', filter: new PresenceFilter({ attribute: 'objectClass' }), attributes }
      : { base, scope: 'sub', filter: filter.fill({ loginName, bindName }), attributes, sizeLimit: 2 };
  }

  return check;
}
