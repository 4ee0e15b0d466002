/** Our metadata, for identity providers. Source: SAML metadata, section 2.4.4. */
import { base64Of } from './keys.js';
import type { ServiceProvider } from './service-provider.js';
import type { Signed } from './response.js';

const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const encryptions = [
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
];

/** @param signed of every provider: do all of them have to sign the assertion? */
export function serviceProviderMetadata(us: ServiceProvider, signed: readonly Signed[]): string {
  const [encryptionKey] = us.encryptionKeys;
  const wantsAssertions = signed.every((one) => one === 'assertion' || one === 'both');
  const logout = [redirect, post].map(
    (binding) => `    <SingleLogoutService Binding="${binding}" Location="${escaped(us.logoutUrl)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escaped(us.entityId)}">`,
    `  <SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" AuthnRequestsSigned="${us.signingKey !== undefined}" WantAssertionsSigned="${wantsAssertions}">`,
    ...(us.signingKey === undefined ? [] : [keyDescriptor('signing', us.signingKey.certificate, [])]),
    ...(encryptionKey === undefined ? [] : [keyDescriptor('encryption', encryptionKey.certificate, encryptions)]),
    ...logout,
    `    <AssertionConsumerService Binding="${post}" Location="${escaped(us.ssoUrl)}" index="0" isDefault="true"/>`,
    '  </SPSSODescriptor>',
    '</EntityDescriptor>',
    '',
  ].join('\n');
}

function keyDescriptor(use: string, certificate: string, methods: readonly string[]): string {
  return [
    `    <KeyDescriptor use="${use}">`,
    '      <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>',
    `        <X509Certificate>${base64Of(certificate)}</X509Certificate>`,
    '      </X509Data></KeyInfo>',
    ...methods.map((method) => `      <EncryptionMethod Algorithm="${method}"/>`),
    '    </KeyDescriptor>',
  ].join('\n');
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
