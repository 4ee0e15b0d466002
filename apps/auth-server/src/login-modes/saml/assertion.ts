/** What a signed assertion must say to count here and now. Source: SAML core, sections 2.3 to 2.7; profiles, 4.1.4.3. */
import { attributeOf, childOf, childrenOf, instantOf, onlyChildOf, textOf } from './elements.js';
import { Refused } from './refused.js';
import type { XmlElement } from './xml.js';

export interface AssertionRules {
  /** Entity id of the identity provider. */
  readonly issuer: string;
  /** Our entity id. */
  readonly audience: string;
  /** Address of our assertion consumer service. */
  readonly recipient: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly clockSkewMs: number;
  /** How long ago somebody may have logged in there; undefined: any time. */
  readonly maximumAuthenticationAgeMs: number | undefined;
}

/** What counts of it, beside the attributes. */
export interface CheckedAssertion {
  readonly id: string;
  /** The request that it answers. */
  readonly inResponseTo: string;
  /** Milliseconds since the epoch: it says nothing after that. */
  readonly notOnOrAfter: number;
  readonly sessionIndex: string | undefined;
}

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/** @throws Refused */
export function checkedAssertion(assertion: XmlElement, rules: AssertionRules): CheckedAssertion {
  if (attributeOf(assertion, 'Version') !== '2.0') throw new Refused('the version of the assertion is not 2.0');
  const id = attributeOf(assertion, 'ID') ?? '';
  if (id === '') throw new Refused('the assertion has no ID');
  const issued = instantOf(assertion, 'IssueInstant');
  if (issued === undefined) throw new Refused('the assertion has no IssueInstant');
  if (issued > rules.now + rules.clockSkewMs) throw new Refused('the assertion was issued in the future');
  if (textOf(onlyChildOf(assertion, 'assertion', 'Issuer')) !== rules.issuer) {
    throw new Refused('the Issuer of the assertion is not the identity provider');
  }
  checkConditions(assertion, rules);
  const confirmed = confirmedBy(assertion, rules);
  return { id, ...confirmed, sessionIndex: checkAuthentication(assertion, rules) };
}

function checkConditions(assertion: XmlElement, rules: AssertionRules): void {
  const conditions = onlyChildOf(assertion, 'assertion', 'Conditions');
  const known = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];
  if (conditions.children.some(({ name }) => !known.includes(name))) throw new Refused('an unknown condition');
  checkWindow(conditions, rules, 'the conditions are');
  const restrictions = childrenOf(conditions, 'assertion', 'AudienceRestriction');
  if (restrictions.length === 0) throw new Refused('the assertion has no audience');
  for (const restriction of restrictions) {
    const audiences = childrenOf(restriction, 'assertion', 'Audience').map(textOf);
    if (!audiences.includes(rules.audience)) throw new Refused('the assertion is for another audience');
  }
}

/** @returns what the confirmation that fits says; the reason why the last one does not fit is thrown */
function confirmedBy(assertion: XmlElement, rules: AssertionRules) {
  const subject = onlyChildOf(assertion, 'assertion', 'Subject');
  let reason = new Refused('the subject is not confirmed');
  for (const confirmation of childrenOf(subject, 'assertion', 'SubjectConfirmation')) {
    try {
      return confirmedOnce(confirmation, rules);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      reason = error;
    }
  }
  throw reason;
}

function confirmedOnce(confirmation: XmlElement, rules: AssertionRules) {
  if (attributeOf(confirmation, 'Method') !== bearer) throw new Refused('the subject is confirmed by another method');
  const data = onlyChildOf(confirmation, 'assertion', 'SubjectConfirmationData');
  if (attributeOf(data, 'Recipient') !== rules.recipient) throw new Refused('the Recipient is not this server');
  // NotBefore must not be there (profiles, section 4.1.4.2).
  if (attributeOf(data, 'NotBefore') !== undefined) throw new Refused('the confirmation has a NotBefore');
  const notOnOrAfter = instantOf(data, 'NotOnOrAfter');
  if (notOnOrAfter === undefined) throw new Refused('the confirmation has no end');
  checkWindow(data, rules, 'the confirmation is');
  const inResponseTo = attributeOf(data, 'InResponseTo');
  if (inResponseTo === undefined) throw new Refused('the assertion answers no request');
  return { inResponseTo, notOnOrAfter };
}

/** @returns the SessionIndex, if there is one */
function checkAuthentication(assertion: XmlElement, { now, clockSkewMs, maximumAuthenticationAgeMs }: AssertionRules) {
  const statement = childOf(assertion, 'assertion', 'AuthnStatement');
  if (statement === undefined) throw new Refused('the assertion says nothing of an authentication');
  const at = instantOf(statement, 'AuthnInstant');
  if (at === undefined) throw new Refused('the authentication has no time');
  if (at > now + clockSkewMs) throw new Refused('the authentication is in the future');
  if (maximumAuthenticationAgeMs !== undefined && now - at > maximumAuthenticationAgeMs + clockSkewMs) {
    throw new Refused('the authentication is too long ago');
  }
  const end = instantOf(statement, 'SessionNotOnOrAfter');
  if (end !== undefined && now >= end + clockSkewMs) throw new Refused('the session there is over');
  return attributeOf(statement, 'SessionIndex');
}

function checkWindow(element: XmlElement, { now, clockSkewMs }: AssertionRules, what: string): void {
  const from = instantOf(element, 'NotBefore');
  const to = instantOf(element, 'NotOnOrAfter');
  if (from !== undefined && now + clockSkewMs < from) throw new Refused(`${what} not yet valid`);
  if (to !== undefined && now - clockSkewMs >= to) throw new Refused(`${what} over`);
}
