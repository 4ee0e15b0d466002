/** Signed assertions beside others, or elsewhere than they should be. */
import { assertionXml, responseXml, signed } from '../saml-responses.js';
import { good, type Attack, type Material } from './material.js';

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

/** XSW 1 to 8: Somorovsky and others, On Breaking SAML, 2012. The signed assertion is bob's, the other one ann's. */
export const wrapped: readonly Attack[] = [
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
