import type { Identity, Profile, Rejection } from '../login-mode.js';
import { normalName } from '../distinguished-name.js';
import type { DirectoryPerson } from './engine.js';
import type { LdapSettings } from './settings.js';

/** What has to be asked for of a person's entry. */
export function attributesOf({ attributes, groupLookup }: Pick<LdapSettings, 'attributes' | 'groupLookup'>): string[] {
  const { loginName, fullName, email, id } = attributes;
  return [
    loginName,
    fullName,
    email,
    ...(id === undefined ? [] : [id]),
    ...(groupLookup?.memberOf ? ['memberOf'] : []),
  ];
}

/** Who the person is to us. @param typed the login name as the caller typed it */
export function identityOf(
  { entry, groups }: DirectoryPerson,
  typed: string,
  { name, attributes: { loginName, fullName, email, id } }: Pick<LdapSettings, 'name' | 'attributes'>,
): Identity | Rejection {
  const issuer = `ldap:${name}`;
  const subject = id === undefined ? normalName(entry.dn) : entry.values(id)[0]?.toLowerCase();
  if (subject === undefined) {
    return { problem: 'userNotLinked', cause: `the entry ${entry.dn} has no ${id ?? ''} that could be read` };
  }
  const names = entry.values(loginName).filter(isName);
  const profile: Profile = {
    loginName: names.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? names[0] ?? typed,
    ...present('fullName', entry.values(fullName).find(isName)),
    ...present('email', entry.values(email).find(isName)),
    ...(groups === undefined ? {} : { groups: groups.filter(isName) }),
  };
  return { issuer, subject, profile };
}

/** Something to show: not too long, and without characters that nobody sees. */
export function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= 250 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}

function present<Key extends string>(key: Key, value: string | undefined): { readonly [One in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [One in Key]?: string });
}
