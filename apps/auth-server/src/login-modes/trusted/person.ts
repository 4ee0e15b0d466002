import type { Evidence, Profile } from '../login-mode.js';
import { firstNameValue } from '../distinguished-name.js';
import { providers } from './providers.js';
import type { TrustedSettings } from './settings.js';

/** Which headers are asked for what. All names are in lower case. */
export interface Names {
  readonly login: readonly string[];
  readonly nobody: readonly string[];
  readonly fullName?: string;
  readonly email?: string;
  readonly groups?: string;
  /** Every header that says something of a person, used or not. */
  readonly all: readonly string[];
}

export function namesOf({ provider, custom }: TrustedSettings): Names {
  if (provider !== 3) {
    const { loginHeaders: login, nobody } = providers[provider];
    return { login, nobody, all: login };
  }
  const { LoginParam, FullNameParam, EmailParam, DistinguishedName, LanguageParam, GroupsParam } = custom;
  return {
    login: [LoginParam],
    nobody: [],
    fullName: FullNameParam,
    email: EmailParam,
    groups: GroupsParam,
    all: [LoginParam, FullNameParam, EmailParam, DistinguishedName, LanguageParam, GroupsParam],
  };
}

/**
 * The person that the headers name; undefined where they name nobody, or a header is there twice or not readable: a guess
 * would be a login as somebody. An empty header counts as absent, as some proxies send it.
 */
export function personIn({ headers }: Pick<Evidence, 'headers'>, names: Names, groups: Groups): Profile | undefined {
  const values: Record<string, string> = {};
  for (const name of names.all) {
    const sent = headers[name];
    if (sent === undefined || sent === '') continue;
    const value = typeof sent === 'string' ? textOf(sent) : undefined;
    if (value === undefined || (name !== names.groups && value.length > longest)) return undefined;
    values[name] = value;
  }
  const loginName = names.login.map((name) => values[name]).find((value) => value !== undefined);
  // A login name has no characters that nobody sees.
  if (loginName === undefined || /\p{C}/u.test(loginName)) return undefined;
  if (names.nobody.includes(loginName.toLowerCase())) return undefined;
  const [fullName, email, listed] = [names.fullName, names.email, names.groups].map((name) => values[name ?? '']);
  return {
    loginName,
    ...(fullName === undefined ? {} : { fullName }),
    ...(email === undefined ? {} : { email }),
    ...(listed === undefined ? {} : { groups: groupsIn(listed, groups) }),
  };
}

/** Most UTF-16 units of a login name, a full name, an address, or the name of a group. */
const longest = 250;

type Groups = Pick<TrustedSettings['custom'], 'GroupSeparator' | 'GroupFormat'>;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Node reads the bytes of a header as Latin-1; they are taken for UTF-8 here. Undefined where they are none, or unprintable. */
function textOf(sent: string): string | undefined {
  try {
    const text = utf8.decode(Buffer.from(sent, 'latin1')).trim();
    return text === '' || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function groupsIn(list: string, { GroupSeparator, GroupFormat }: Groups): readonly string[] {
  const names = list.split(GroupSeparator).map((group) => group.trim());
  const read = GroupFormat === 'simple' ? names : names.map((name) => firstNameValue(name) ?? '');
  return [...new Set(read)].filter((name) => name !== '' && name.length <= longest);
}
