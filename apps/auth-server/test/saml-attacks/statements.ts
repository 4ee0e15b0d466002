/** Statements that the identity provider has signed, and that do not count here and now. */
import { assertionXml, audience, instant, responseXml, signed, ssoUrl } from '../saml-responses.js';
import { saying, signedAs, restriction, type Attack } from './material.js';

const confirmation = 'urn:oasis:names:tc:SAML:2.0:cm:';
const otherAudience = 'the assertion is for another audience';
const hour = 3_600_000;

export const statements: readonly Attack[] = [
  {
    name: 'another audience',
    forge: saying({ audiences: restriction('https://other.example.com') }),
    detail: otherAudience,
  },
  {
    name: 'a prefix of the audience',
    forge: saying({ audiences: restriction(audience.slice(0, -1)) }),
    detail: otherAudience,
  },
  {
    name: 'an audience with a suffix',
    forge: saying({ audiences: restriction(`${audience}/x`) }),
    detail: otherAudience,
  },
  {
    name: 'the audience in upper case',
    forge: saying({ audiences: restriction(audience.toUpperCase()) }),
    detail: otherAudience,
  },
  {
    name: 'a second restriction to another audience',
    forge: saying({ audiences: restriction(audience) + restriction('https://other.example.com') }),
    detail: otherAudience,
  },
  { name: 'no audience', forge: saying({ audiences: '' }), detail: 'the assertion has no audience' },
  {
    name: 'an unknown condition',
    forge: saying({ audiences: `${restriction(audience)}<saml:Condition/>` }),
    detail: 'an unknown condition',
  },
  {
    name: 'another Recipient',
    forge: saying({ recipient: 'https://other.example.com/saml/SSO' }),
    detail: 'the Recipient is not this server',
  },
  {
    name: 'another Destination',
    forge: saying({ destination: 'https://other.example.com/saml/SSO' }),
    detail: 'the Destination is not this server',
  },
  {
    name: 'a Destination that begins like ours',
    forge: saying({ destination: `${ssoUrl}.example.com` }),
    detail: 'the Destination is not this server',
  },
  {
    name: 'another Issuer of the response',
    forge: saying({ issuer: 'https://other.example.com' }),
    detail: 'the Issuer is not the identity provider',
  },
  {
    name: 'another Issuer of the assertion',
    forge: saying({ assertionIssuer: 'https://other.example.com' }),
    detail: 'the Issuer of the assertion is not the identity provider',
  },
  {
    name: 'a status other than Success',
    forge: saying({ status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }),
    detail: 'the status is not Success',
  },
  { name: 'version 1.1', forge: saying({ version: '1.1' }), detail: 'the version is not 2.0' },
  {
    name: 'version 1.1 of the assertion',
    forge: saying({ assertionVersion: '1.1' }),
    detail: 'the version of the assertion is not 2.0',
  },
  {
    name: 'a response of another namespace',
    forge: saying({ protocol: 'urn:oasis:names:tc:SAML:1.0:protocol' }),
    detail: 'not a response of SAML 2.0',
  },
  {
    name: 'holder of key',
    forge: saying({ method: `${confirmation}holder-of-key` }),
    detail: 'the subject is confirmed by another method',
  },
  {
    name: 'sender vouches',
    forge: saying({ method: `${confirmation}sender-vouches` }),
    detail: 'the subject is confirmed by another method',
  },
  {
    name: 'no confirmation',
    forge: ({ say, keys }) => {
      const it = say();
      const bare = assertionXml(it).replace(/<saml:SubjectConfirmation [^]*<\/saml:SubjectConfirmation>/, '');
      return signed(signed(responseXml(it, bare), it.assertionId, keys), it.responseId, keys);
    },
    detail: 'the subject is not confirmed',
  },
  {
    name: 'no AuthnStatement',
    forge: saying({ authnStatement: '' }),
    detail: 'the assertion says nothing of an authentication',
  },
  {
    name: 'a session there that is over',
    forge: saying(({ now }) => ({
      authnStatement: `<saml:AuthnStatement AuthnInstant="${instant(now - hour)}" SessionNotOnOrAfter="${instant(now - hour / 2)}"/>`,
    })),
    detail: 'the session there is over',
  },
  {
    name: 'an authentication in the future',
    forge: saying(({ now }) => ({ authnStatement: `<saml:AuthnStatement AuthnInstant="${instant(now + hour)}"/>` })),
    detail: 'the authentication is in the future',
  },
  {
    name: 'an authentication without a time',
    forge: saying({ authnStatement: '<saml:AuthnStatement/>' }),
    detail: 'the authentication has no time',
  },
  {
    name: 'an authentication that is too long ago',
    forge: saying(({ now }) => ({
      authnStatement: `<saml:AuthnStatement AuthnInstant="${instant(now - 2 * hour)}"/>`,
    })),
    detail: 'the authentication is too long ago',
  },
  {
    name: 'conditions that are over',
    forge: saying(({ now }) => ({ notOnOrAfter: instant(now - 31_000) })),
    detail: 'the conditions are over',
  },
  {
    name: 'conditions that are not yet valid',
    forge: saying(({ now }) => ({ notBefore: instant(now + 31_000) })),
    detail: 'the conditions are not yet valid',
  },
  {
    name: 'a confirmation that is over',
    forge: saying(({ now }) => ({ confirmedUntil: instant(now - 31_000) })),
    detail: 'the confirmation is over',
  },
  { name: 'a date that is none', forge: saying({ notOnOrAfter: 'tomorrow' }), detail: 'NotOnOrAfter is no moment' },
  {
    name: 'a day that the month does not have',
    forge: saying({ notOnOrAfter: '2030-02-30T00:00:00Z' }),
    detail: 'NotOnOrAfter is no moment',
  },
  { name: 'an empty date', forge: saying({ confirmedUntil: '' }), detail: 'NotOnOrAfter is no moment' },
  {
    name: 'no request that it answers',
    forge: saying({ confirmationInResponseTo: '' }),
    detail: 'the assertion answers no request',
  },
  {
    name: 'a response that answers no request, though its assertion does',
    forge: signedAs(/(Destination="[^"]+") InResponseTo="[^"]+"/, '$1'),
    detail: 'the response and its assertion answer different requests',
  },
  {
    name: 'no Destination',
    forge: signedAs(/ Destination="[^"]+"/, ''),
    detail: 'the Destination is not this server',
  },
  { name: 'no Recipient', forge: signedAs(/ Recipient="[^"]+"/, ''), detail: 'the Recipient is not this server' },
  {
    name: 'no Issuer of the assertion',
    forge: ({ say, keys }) => {
      const it = say();
      const bare = responseXml(
        it,
        assertionXml(it).replace(/<saml:Issuer>[^<]*<\/saml:Issuer>/, '<saml:Other><saml:Issuer/></saml:Other>'),
      );
      return signed(bare, it.responseId, keys);
    },
    detail: 'the assertion is not signed',
  },
  {
    name: 'two Issuers of the assertion',
    forge: signedAs(/(<saml:Assertion [^>]*>)(<saml:Issuer>[^<]*<\/saml:Issuer>)/, '$1$2$2'),
    detail: 'several Issuer elements in Assertion',
  },
  {
    name: 'Success below another status',
    forge: signedAs(
      /<samlp:StatusCode Value="([^"]+)"\/>/,
      '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="$1"/></samlp:StatusCode>',
    ),
    detail: 'the status is not Success',
  },
  {
    name: 'Success and another status',
    forge: signedAs(
      /(<samlp:StatusCode Value="[^"]+"\/>)/,
      '$1<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/>',
    ),
    detail: 'several StatusCode elements in Status',
  },
  {
    name: 'two subjects',
    forge: signedAs(/(<saml:Subject>[^]*<\/saml:Subject>)/, '$1$1'),
    detail: 'several Subject elements in Assertion',
  },
  {
    name: 'two Conditions',
    forge: signedAs(/(<saml:Conditions [^]*<\/saml:Conditions>)/, '$1$1'),
    detail: 'several Conditions elements in Assertion',
  },
  {
    name: 'no Conditions',
    forge: signedAs(/<saml:Conditions [^]*<\/saml:Conditions>/, ''),
    detail: 'Assertion has no Conditions',
  },
  {
    name: 'a confirmation with a NotBefore',
    forge: signedAs('<saml:SubjectConfirmationData', '<saml:SubjectConfirmationData NotBefore="2020-01-01T00:00:00Z"'),
    detail: 'the confirmation has a NotBefore',
  },
  {
    name: 'a confirmation without an end',
    forge: signedAs(/(<saml:SubjectConfirmationData) NotOnOrAfter="[^"]+"/, '$1'),
    detail: 'the confirmation has no end',
  },
  {
    name: 'an assertion that was issued in the future',
    forge: ({ say, keys, now }) => {
      const it = say();
      const later = assertionXml(it).replace(/IssueInstant="[^"]+"/, `IssueInstant="${instant(now + hour)}"`);
      return signed(signed(responseXml(it, later), it.assertionId, keys), it.responseId, keys);
    },
    detail: 'the assertion was issued in the future',
  },
  {
    name: 'an assertion without a moment of issue',
    forge: signedAs(/(<saml:Assertion [^>]*) IssueInstant="[^"]+"/, '$1'),
    detail: 'the assertion has no IssueInstant',
  },
  ...[
    '2030-01-01T00:00:00',
    '2030-01-01T00:00:00+00:00',
    '12030-01-01T00:00:00Z',
    '2030-01-01',
    '1893456000',
    'NaN',
  ].map((notOnOrAfter): Attack => ({
    name: `a date in another form: ${notOnOrAfter}`,
    forge: saying({ notOnOrAfter }),
    detail: 'NotOnOrAfter is no moment',
  })),
  {
    name: 'an assertion for another request than the response',
    forge: saying({ confirmationInResponseTo: ' InResponseTo="_other"' }),
    detail: 'the response and its assertion answer different requests',
  },
];
