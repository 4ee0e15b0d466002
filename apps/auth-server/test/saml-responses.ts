/** Writes responses as an identity provider does, and as somebody does who is none. */
import { SignedXml } from 'xml-crypto';
import type { TestKeys } from './saml-keys.js';

export const idp = 'https://idp.example.com/metadata';
export const ssoUrl = 'https://library.example.com/MicroStrategyLibrary/saml/SSO';
export const audience = 'https://library.example.com/MicroStrategyLibrary/saml/metadata';

/** What may be said otherwise than it should. */
export interface Said {
  readonly inResponseTo: string;
  readonly now: number;
  readonly issuer: string;
  readonly assertionIssuer: string;
  readonly destination: string;
  readonly recipient: string;
  /** What stands for the AudienceRestrictions. */
  readonly audiences: string;
  readonly status: string;
  readonly version: string;
  readonly assertionVersion: string;
  readonly method: string;
  readonly notBefore: string;
  readonly notOnOrAfter: string;
  readonly confirmedUntil: string;
  readonly confirmationInResponseTo: string;
  readonly authnStatement: string;
  /** What stands in the NameID. */
  readonly name: string;
  readonly nameFormat: string;
  readonly attributes: string;
  readonly responseId: string;
  readonly assertionId: string;
  /** Stands in the response before its status. */
  readonly extensions: string;
  readonly statusDetail: string;
  readonly advice: string;
  readonly protocol: string;
}

export const instant = (ms: number) => new Date(ms).toISOString();
const minute = 60_000;
let count = 0;

export function said(more: Partial<Said> & Pick<Said, 'inResponseTo' | 'now'>): Said {
  const { now } = more;
  count += 1;
  return {
    issuer: idp,
    assertionIssuer: idp,
    destination: ssoUrl,
    recipient: ssoUrl,
    audiences: `<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction>`,
    status: 'urn:oasis:names:tc:SAML:2.0:status:Success',
    version: '2.0',
    assertionVersion: '2.0',
    method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
    notBefore: instant(now - minute),
    notOnOrAfter: instant(now + 5 * minute),
    confirmedUntil: instant(now + 5 * minute),
    confirmationInResponseTo: ` InResponseTo="${more.inResponseTo}"`,
    authnStatement: `<saml:AuthnStatement AuthnInstant="${instant(now)}" SessionIndex="_s1"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`,
    name: 'ann',
    nameFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    attributes:
      '<saml:Attribute Name="DisplayName"><saml:AttributeValue>Ann of SAML</saml:AttributeValue></saml:Attribute>',
    responseId: `_r${count}`,
    assertionId: `_a${count}`,
    extensions: '',
    statusDetail: '',
    advice: '',
    protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
    ...more,
  };
}

export function assertionXml(it: Said): string {
  return (
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${it.assertionId}" Version="${it.assertionVersion}" IssueInstant="${instant(it.now)}">` +
    `<saml:Issuer>${it.assertionIssuer}</saml:Issuer>` +
    `<saml:Subject><saml:NameID Format="${it.nameFormat}">${it.name}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="${it.method}"><saml:SubjectConfirmationData NotOnOrAfter="${it.confirmedUntil}" Recipient="${it.recipient}"${it.confirmationInResponseTo}/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${it.notBefore}" NotOnOrAfter="${it.notOnOrAfter}">${it.audiences}</saml:Conditions>${it.advice}` +
    `${it.authnStatement}<saml:AttributeStatement>${it.attributes}</saml:AttributeStatement></saml:Assertion>`
  );
}

export function responseXml(it: Said, assertion = assertionXml(it)): string {
  return (
    `<samlp:Response xmlns:samlp="${it.protocol}" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${it.responseId}" Version="${it.version}" IssueInstant="${instant(it.now)}" Destination="${it.destination}" InResponseTo="${it.inResponseTo}">` +
    `<saml:Issuer>${it.issuer}</saml:Issuer>${it.extensions}` +
    `<samlp:Status><samlp:StatusCode Value="${it.status}"/>${it.statusDetail}</samlp:Status>${assertion}</samlp:Response>`
  );
}

/** Metadata of the identity provider. `more`: further attributes; `services`: further services of it. */
export function providerMetadata(
  keys: readonly TestKeys[],
  { more = '', entityId = idp, services = '' }: { more?: string; entityId?: string; services?: string } = {},
): string {
  const key = ({ certificate }: TestKeys) =>
    `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate.replace(/-----[^-]+-----|\s/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_m" entityID="${entityId}"${more}><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys.map(key).join('')}${services}<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.com/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
}

export interface Signing {
  readonly signatureAlgorithm?: string;
  readonly digestAlgorithm?: string;
  readonly transforms?: readonly string[];
  readonly canonicalization?: string;
}

export const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/** Signs the element with this ID, after its Issuer. The certificate is enclosed. */
export function signed(xml: string, id: string, keys: TestKeys, signing: Signing = {}): string {
  const signer = new SignedXml({
    privateKey: keys.privateKey,
    publicCert: keys.certificate,
    // Names that the library does not know come in as they are.
    signatureAlgorithm: signing.signatureAlgorithm ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: signing.canonicalization ?? exclusive,
  });
  signer.addReference({
    xpath: `//*[@ID='${id}']`,
    transforms: [...(signing.transforms ?? [enveloped, exclusive])] as (typeof exclusive)[],
    digestAlgorithm: signing.digestAlgorithm ?? 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signer.computeSignature(xml, {
    prefix: 'ds',
    location: { reference: `//*[@ID='${id}']/*[local-name(.)='Issuer']`, action: 'after' },
  });
  return signer.getSignedXml();
}

/** As a good provider sends it: assertion and response are signed. */
export function signedResponse(it: Said, keys: TestKeys, signing: Signing = {}): string {
  return signed(signed(responseXml(it), it.assertionId, keys, signing), it.responseId, keys, signing);
}
