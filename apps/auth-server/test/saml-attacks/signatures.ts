/** Signatures that are not those of the identity provider, or not of what they should be. */
import { SignedXml } from 'xml-crypto';
import { enveloped, exclusive, responseXml, signed, signedResponse } from '../saml-responses.js';
import { declaration, noKey, changed, xs, type Attack, type Material } from './material.js';

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

export const signatures: readonly Attack[] = [
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
    name: 'an empty digest',
    forge: changed(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>'),
    detail: noKey,
  },
  {
    name: 'a digest with MD5',
    forge: changed(/(<ds:DigestMethod Algorithm=")[^"]+/, '$1http://www.w3.org/2001/04/xmldsig-more#md5'),
    detail: 'the DigestMethod is not allowed',
  },
  {
    name: 'an enveloped signature alone as transform',
    forge: ({ say, keys }) => signedResponse(say(), keys, { transforms: [enveloped] }),
    detail: 'the signature has other transforms',
  },
  {
    name: 'a hundred transforms',
    forge: changed(
      /<ds:Transforms>[^]*?<\/ds:Transforms>/,
      `<ds:Transforms>${`<ds:Transform Algorithm="${exclusive}"/>`.repeat(100)}</ds:Transforms>`,
    ),
    detail: 'the signature has other transforms',
  },
  {
    name: 'a manifest in the place of SignedInfo',
    forge: changed(/ds:SignedInfo>/g, 'ds:Manifest>'),
    detail: 'the signature holds something else',
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
