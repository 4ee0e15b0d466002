/** What every directory of `startSlapd` holds: people, groups, policies and one referral, as data. */
import type { LdifEntry } from './ldif.js';

export const baseDn = 'dc=example,dc=org';
export const adminDn = `cn=admin,${baseDn}`;
export const adminPassword = 'the admin likes long passwords';
/** May search everything but passwords, and write nothing. */
export const searchDn = `cn=search,ou=services,${baseDn}`;
export const searchPassword = 'the search likes long passwords';

const peopleDn = `ou=people,${baseDn}`;
const groupsDn = `ou=groups,${baseDn}`;
export const defaultPolicyDn = `cn=default,ou=policies,${baseDn}`;
const servicePolicyDn = `cn=services,ou=policies,${baseDn}`;

export interface Person {
  readonly dn: string;
  readonly uid: string;
  /** Its cn and displayName. */
  readonly name: string;
  readonly mail: string;
  readonly password: string;
}

function person(uid: string, name: string, mail = `${uid}@example.org`): Person {
  const rdn = uid.replaceAll(/[,\\]/g, '\\$&');
  return { dn: `uid=${rdn},${peopleDn}`, uid, name, mail, password: `${uid} likes long passwords` };
}

export const people = {
  ann: person('ann', 'Ann Analyst'),
  bob: person('bob', 'Bob Builder'),
  /** Every character that means something in a filter, a DN or SQL. */
  pat: person("o'brien, pat (x)*\\", "O'Brien, Pat (x)*\\", 'pat@example.org'),
  juergen: person('jürgen', 'Jürgen Škvorecký 山田', 'juergen@example.org'),
  locked: person('locked', 'Lou Locked'),
  /** The password is older than the policy allows. */
  expired: person('expired', 'Ed Expired'),
  /** The password was set by an administrator and must be changed first. */
  mustChange: person('mustchange', 'Mia Must-Change'),
  /** These two have one mail address. */
  twinA: person('twin-a', 'Toni Twin', 'twins@example.org'),
  twinB: person('twin-b', 'Tomi Twin', 'twins@example.org'),
} as const satisfies Record<string, Person>;

export const groups = {
  /** ann, bob and pat. */
  analysts: `cn=analysts,${groupsDn}`,
  /** The group of analysts, and juergen. */
  staff: `cn=staff,${groupsDn}`,
  /** ann. The name has what means something in a DN. */
  special: `cn=R\\, D \\+ (test)*,${groupsDn}`,
} as const;

/** Names a tree of another server, at a port where nobody listens. */
export const referralDn = `ou=elsewhere,${baseDn}`;

/** Passwords expire after a year, an administrator's has to be changed, and a lock stays. */
const defaultPolicy = (lockoutAfter: number): LdifEntry['attributes'] => ({
  objectClass: ['device', 'pwdPolicy'],
  pwdAttribute: 'userPassword',
  pwdLockout: 'TRUE',
  pwdMaxFailure: String(lockoutAfter),
  pwdLockoutDuration: '0',
  pwdMustChange: 'TRUE',
  pwdMaxAge: String(365 * 24 * 60 * 60),
});

const unit = (dn: string): LdifEntry => ({ dn, attributes: { objectClass: 'organizationalUnit' } });

const state: Partial<Record<keyof typeof people, LdifEntry['attributes']>> = {
  locked: { pwdAccountLockedTime: '000001010000Z' },
  expired: { pwdChangedTime: '20000101000000Z' },
  mustChange: { pwdReset: 'TRUE' },
};

const personEntry = ([key, { dn, uid, name, mail, password }]: readonly [string, Person]): LdifEntry => ({
  dn,
  attributes: {
    objectClass: 'inetOrgPerson',
    uid,
    cn: name,
    sn: name,
    displayName: name,
    mail,
    userPassword: password,
    ...state[key as keyof typeof people], // a key of people, which is all that is mapped here
  },
});

const groupEntry = (dn: string, members: readonly string[]): LdifEntry => ({
  dn,
  attributes: { objectClass: 'groupOfNames', member: members },
});

/** In the order in which they can be added. */
export const seedEntries = (lockoutAfter: number): readonly LdifEntry[] => [
  { dn: baseDn, attributes: { objectClass: ['dcObject', 'organization'], o: 'Example' } },
  ...['people', 'groups', 'services', 'policies'].map((name) => unit(`ou=${name},${baseDn}`)),
  { dn: defaultPolicyDn, attributes: defaultPolicy(lockoutAfter) },
  { dn: servicePolicyDn, attributes: { objectClass: ['device', 'pwdPolicy'], pwdAttribute: 'userPassword' } },
  {
    dn: searchDn,
    attributes: {
      objectClass: ['organizationalRole', 'simpleSecurityObject'],
      userPassword: searchPassword,
      pwdPolicySubentry: servicePolicyDn,
    },
  },
  ...Object.entries(people).map(personEntry),
  groupEntry(groups.analysts, [people.ann.dn, people.bob.dn, people.pat.dn]),
  groupEntry(groups.staff, [groups.analysts, people.juergen.dn]),
  groupEntry(groups.special, [people.ann.dn]),
  {
    dn: referralDn,
    attributes: {
      objectClass: ['referral', 'extensibleObject'],
      ref: 'ldap://127.0.0.1:1/ou=people,dc=elsewhere,dc=org',
    },
  },
];
