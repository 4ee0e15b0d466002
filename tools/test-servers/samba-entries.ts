/** The domain of `startSamba`: its names, and its people and groups as data. */
import type { LdifEntry } from './ldif.js';

export const realm = 'AD.EXAMPLE.ORG';
/** The NetBIOS name, as in `EXAMPLE\ann`. */
export const domain = 'EXAMPLE';
export const hostName = 'dc1.ad.example.org';
export const baseDn = 'DC=ad,DC=example,DC=org';
export const administratorDn = `CN=Administrator,CN=Users,${baseDn}`;
export const administratorPassword = 'Administrator of tests 1';
/** So many wrong passwords lock a person. */
export const lockoutAfter = 3;

const peopleDn = `OU=People,${baseDn}`;
const groupsDn = `OU=Groups,${baseDn}`;

export interface Person {
  readonly dn: string;
  readonly sAMAccountName: string;
  readonly userPrincipalName: string;
  /** As older Windows has it: `EXAMPLE\ann`. */
  readonly logonName: string;
  /** Its cn and displayName. */
  readonly name: string;
  readonly mail: string;
  readonly password: string;
}

const person = (sAMAccountName: string, name: string, password: string): Person => ({
  dn: `CN=${name.replaceAll(/[,\\]/g, '\\$&')},${peopleDn}`,
  sAMAccountName,
  userPrincipalName: `${sAMAccountName}@${realm.toLowerCase()}`,
  logonName: `${domain}\\${sAMAccountName}`,
  name,
  mail: `${sAMAccountName}@example.org`,
  password,
});

/** The domain asks for three kinds of characters, and for passwords that do not contain the name. */
export const people = {
  ann: person('ann', 'Ann Analyst', 'Green Apples 4 breakfast'),
  bob: person('bob', 'Bob Builder', 'Brown Bread 4 breakfast'),
  pat: person('pat', "O'Brien, Pat (x)*", 'White Yoghurt 4 breakfast'),
  juergen: person('juergen', 'Jürgen Škvorecký 山田', 'Black Coffee 4 breakfast'),
  disabled: person('disabled', 'Dan Disabled', 'Cold Pizza 4 breakfast'),
  /** The account has ended. */
  expired: person('expired', 'Ed Expired', 'Dry Biscuits 4 breakfast'),
  /** The password must be changed at the next logon. */
  mustChange: person('mustchange', 'Mia Must-Change', 'Old Pancakes 4 breakfast'),
  locked: person('locked', 'Lou Locked', 'Fried Eggs 4 breakfast'),
  /** May search, as everybody in a domain, and nothing else. */
  search: person('search', 'Search Service', 'Oat Porridge 4 breakfast'),
} as const satisfies Record<string, Person>;

/** Each within the next. */
export const groups = {
  /** ann and pat. */
  analysts: `CN=analysts,${groupsDn}`,
  /** The group of analysts, and bob. */
  staff: `CN=staff,${groupsDn}`,
  /** The group of staff. */
  company: `CN=company,${groupsDn}`,
} as const;

const normalAccount = '512';
const disabledAccount = '514';

const state: Partial<Record<keyof typeof people, LdifEntry['attributes']>> = {
  disabled: { userAccountControl: disabledAccount },
  expired: { accountExpires: '125911584000000000' }, // 2000-01-01, in tenths of microseconds since 1601
  mustChange: { pwdLastSet: '0' },
};

const personEntry = ([key, person]: readonly [string, Person]): LdifEntry => ({
  dn: person.dn,
  attributes: {
    objectClass: 'user',
    sAMAccountName: person.sAMAccountName,
    userPrincipalName: person.userPrincipalName,
    displayName: person.name,
    mail: person.mail,
    unicodePwd: Buffer.from(`"${person.password}"`, 'utf16le'),
    userAccountControl: normalAccount,
    ...state[key as keyof typeof people], // a key of people, which is all that is mapped here
  },
});

const groupEntry = (dn: string, members: readonly string[]): LdifEntry => ({
  dn,
  attributes: { objectClass: 'group', sAMAccountName: /^CN=(\w+)/.exec(dn)?.[1] ?? '', member: members },
});

/** In the order in which they can be added. */
export const seedEntries: readonly LdifEntry[] = [
  ...[peopleDn, groupsDn].map((dn) => ({ dn, attributes: { objectClass: 'organizationalUnit' } })),
  ...Object.entries(people).map(personEntry),
  groupEntry(groups.analysts, [people.ann.dn, people.pat.dn]),
  groupEntry(groups.staff, [groups.analysts, people.bob.dn]),
  groupEntry(groups.company, [groups.staff]),
];

/** A lock stays, and no password gets too old: the domain is kept and used for a long time. */
const forEver = '-9223372036854775808';
export const policyChange = `dn: ${baseDn}
changetype: modify
replace: lockoutThreshold
lockoutThreshold: ${lockoutAfter}
-
replace: lockoutDuration
lockoutDuration: ${forEver}
-
replace: maxPwdAge
maxPwdAge: ${forEver}
`;
