import { attributesOf } from '../person.js';
import type { FileContents } from '../settings-files.js';
import type { LdapSettings } from '../settings.js';

/** What passport-ldapauth says of each refusal, in words by which it can be told apart: codes of Active Directory. */
export const words = {
  invalidCredentials: 'data 52e, v',
  noSuchObject: 'noSuchObject',
  constraintViolation: 'constraintViolation',
  invalidLogonHours: 'data 530, v',
  invalidWorkstation: 'data 531, v',
  passwordExpired: 'data 532, v',
  accountDisabled: 'data 533, v',
  accountExpired: 'data 701, v',
  passwordMustChange: 'data 773, v',
  accountLockedOut: 'data 775, v',
} as const;

/** The settings in the terms of passport-ldapauth 3 and ldapauth-fork 5. */
export function strategyOptions(
  url: string,
  settings: LdapSettings,
  { authorities, bindPassword }: FileContents,
): object {
  const { search, groups, groupLookup, tls, timeouts } = settings;
  if (search === undefined) throw new Error('auth.ldap.search is missing');
  const wanted = groups === 'none' ? undefined : groupLookup?.search;
  const account = search.bindDn === undefined ? {} : { bindDN: search.bindDn, bindCredentials: bindPassword };
  const ofGroups = wanted && {
    groupSearchBase: wanted.base ?? search.base,
    groupSearchScope: wanted.scope,
    groupSearchFilter: inItsTerms(wanted.filter.text),
    groupSearchAttributes: [groupLookup?.nameAttribute],
  };
  return {
    server: {
      url,
      ...account,
      searchBase: search.base,
      searchScope: search.scope,
      searchFilter: inItsTerms(search.filter.text),
      searchAttributes: attributesOf(settings),
      ...ofGroups,
      timeout: timeouts.operationMs,
      connectTimeout: timeouts.connectMs,
      reconnect: false,
      tlsOptions: {
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        ...(authorities === undefined ? {} : { ca: authorities }),
        ...(tls.serverName === undefined ? {} : { servername: tls.serverName }),
      },
    },
  };
}

function inItsTerms(filter: string): string {
  return filter.replaceAll('{{loginName}}', '{{username}}');
}
