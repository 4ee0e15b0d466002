import { isDistinguishedName } from '../distinguished-name.js';
import type { LdapSettings } from './settings.js';

export interface Mistake {
  readonly key: string;
  readonly message: string;
}

/** Settings that are right by themselves, and wrong together. */
export function mistakesIn(settings: LdapSettings): readonly Mistake[] {
  return [...ofServers(settings), ...ofBinds(settings), ...ofGroups(settings), ...ofCompatibility(settings)];
}

/** Passwords go in the clear to these servers. */
export function plaintextServers({ servers, startTls }: Pick<LdapSettings, 'servers' | 'startTls'>): readonly string[] {
  return startTls ? [] : servers.filter((url) => url.startsWith('ldap:') && !isLoopback(new URL(url).hostname));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function* ofServers(settings: LdapSettings): Iterable<Mistake> {
  const { servers, startTls, allowPlaintext, timeouts } = settings;
  if (startTls && servers.some((url) => url.startsWith('ldaps:'))) {
    yield { key: 'startTls', message: 'is for ldap:// only: ldaps:// has TLS from the start' };
  }
  const [plain] = plaintextServers(settings);
  if (plain !== undefined && !allowPlaintext) {
    yield { key: 'servers', message: `${plain} gets passwords in the clear: use ldaps://, startTls or allowPlaintext` };
  }
  if (timeouts.loginMs < timeouts.operationMs) {
    yield { key: 'timeouts.loginMs', message: 'expected at least operationMs' };
  }
}

function* ofBinds({ search, directBind }: LdapSettings): Iterable<Mistake> {
  if ((search === undefined) === (directBind === undefined)) {
    yield { key: 'search', message: 'expected one of search and directBind' };
  }
  if (search !== undefined) {
    const { bindDn, bindPassword, bindPasswordFile } = search;
    const passwords = [bindPassword, bindPasswordFile].filter((one) => one !== undefined).length;
    if (passwords !== (bindDn === undefined ? 0 : 1)) {
      yield {
        key: 'search.bindDn',
        message: 'expected it with bindPassword or bindPasswordFile, or none of the three',
      };
    }
  }
  if (directBind === undefined) return;
  const { name, base, filter } = directBind;
  const needed = !isDistinguishedName(name);
  if ((base !== undefined) !== needed || (filter !== undefined) !== needed) {
    yield {
      key: 'directBind',
      message: 'expected base and filter where name is no distinguished name, and only there',
    };
  }
}

function* ofGroups({ groups, groupLookup, search }: LdapSettings): Iterable<Mistake> {
  if (groups !== 'none' && groupLookup === undefined) {
    yield { key: 'groupLookup', message: `expected, since groups is ${groups}` };
  }
  if (groupLookup === undefined) return;
  if (!groupLookup.memberOf && groupLookup.search === undefined) {
    yield { key: 'groupLookup', message: 'expected memberOf, search or both' };
  }
  if (groupLookup.search !== undefined && groupLookup.search.base === undefined && search === undefined) {
    yield { key: 'groupLookup.search.base', message: 'expected, since there is no search' };
  }
}

/** What passport-ldapauth cannot do, or not safely (docs/decisions/0009-ldap-engines.md). */
function* ofCompatibility(settings: LdapSettings): Iterable<Mistake> {
  const { engine, startTls, directBind, groupLookup, attributes, modulesFrom } = settings;
  if (engine === 'ldapts') {
    if (modulesFrom !== undefined) yield { key: 'modulesFrom', message: 'is for passport-ldapauth only' };
    return;
  }
  if (startTls)
    yield { key: 'startTls', message: 'passport-ldapauth would send the password before TLS: use ldaps://' };
  if (directBind !== undefined) yield { key: 'directBind', message: 'passport-ldapauth can only search and then bind' };
  if (groupLookup?.nested === true) {
    yield { key: 'groupLookup.nested', message: 'passport-ldapauth asks for the groups of a person only' };
  }
  if (attributes.id?.toLowerCase() === 'objectguid') {
    yield { key: 'attributes.id', message: 'passport-ldapauth spoils bytes that are no text' };
  }
}
