/** What an assertion says of the person. */
import type { Profile } from '../login-mode.js';
import { attributeOf, childrenOf, onlyChildOf, textOf } from './elements.js';
import { Refused } from './refused.js';
import type { ProviderSettings } from './settings.js';
import type { XmlElement } from './xml.js';

export interface NameId {
  readonly value: string;
  readonly format: string | undefined;
  readonly nameQualifier: string | undefined;
  readonly spNameQualifier: string | undefined;
}

/** Where a setting says from what a value comes: the name id itself, or else an attribute of this name. */
export const nameIdSource = 'NameID';
const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';

/** @throws Refused */
export function nameIdIn(assertion: XmlElement): NameId {
  const element = onlyChildOf(onlyChildOf(assertion, 'assertion', 'Subject'), 'assertion', 'NameID');
  return nameIdOf(element);
}

export function nameIdOf(element: XmlElement): NameId {
  const value = name(textOf(element), 'the name id');
  if (value === '') throw new Refused('the name id is empty');
  return {
    value,
    format: attributeOf(element, 'Format'),
    nameQualifier: attributeOf(element, 'NameQualifier'),
    spNameQualifier: attributeOf(element, 'SPNameQualifier'),
  };
}

/** @throws Refused where the subject or the login name is missing, or a name has characters that nobody sees */
export function personIn(assertion: XmlElement, nameId: NameId, { attributes }: ProviderSettings) {
  const values = attributesIn(assertion);
  const one = (source: string) => (source === nameIdSource ? nameId.value : values(source)[0]);
  const subject = one(attributes.subject);
  if (attributes.subject === nameIdSource && nameId.format === transient) {
    throw new Refused('the name id is transient, so it names nobody the next time');
  }
  const loginName = one(attributes.loginName);
  if (subject === undefined) throw new Refused('the attribute of the subject is missing');
  if (loginName === undefined) throw new Refused('the attribute of the login name is missing');
  const fullName = one(attributes.fullName);
  const email = one(attributes.email);
  const groups = values(attributes.groups);
  const profile: Profile = {
    loginName,
    ...(fullName === undefined ? {} : { fullName }),
    ...(email === undefined ? {} : { email }),
    ...(groups.length === 0 ? {} : { groups }),
  };
  return { subject, profile };
}

function attributesIn(assertion: XmlElement): (named: string) => readonly string[] {
  const statements = childrenOf(assertion, 'assertion', 'AttributeStatement');
  const all = statements.flatMap((statement) => childrenOf(statement, 'assertion', 'Attribute'));
  return (named) => {
    const [found, ...more] = all.filter((one) => attributeOf(one, 'Name') === named);
    if (more.length > 0) throw new Refused('an attribute is there twice');
    const values = found === undefined ? [] : childrenOf(found, 'assertion', 'AttributeValue');
    return values.map((value) => name(textOf(value), 'an attribute')).filter((value) => value !== '');
  };
}

/** Characters that nobody sees make two names of what looks like one. */
function name(text: string, what: string): string {
  const trimmed = text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u.test(trimmed)) {
    throw new Refused(`${what} has characters that cannot be seen`);
  }
  if (trimmed.length > 1000) throw new Refused(`${what} is too long`);
  return trimmed;
}
