/** Which bytes of a document a key of the identity provider has signed. Source: XML Signature 1.1; SAML core, section 5.4. */
import { SignedXml } from 'xml-crypto';
import { attributeOf, childOf, childrenOf, is, onlyChildOf, textOf } from './elements.js';
import { Refused } from './refused.js';
import type { XmlElement } from './xml.js';

const exclusive = ['http://www.w3.org/2001/10/xml-exc-c14n#', 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments'];
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
export const signatureMethods = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
];
const digestMethods = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'];

/** It may be that the identity provider has a new key. */
export class NoKeyFits extends Refused {
  constructor() {
    super('no key of the identity provider made the signature');
  }
}

/**
 * @param text the whole document, of which `element` was read
 * @param certificates PEM, of the keys that may sign. What the signature encloses is not one of them
 * @returns the signed bytes: the element in canonical form and without its signature; undefined: it has no signature
 * @throws Refused where it has one that is not exactly what it should be
 */
export function signedBytes(text: string, element: XmlElement, certificates: readonly string[]): string | undefined {
  const signature = childOf(element, 'signature', 'Signature');
  if (signature === undefined) return undefined;
  checkShape(signature, element);
  const alone = standalone(signature);
  for (const certificate of certificates) {
    const bytes = checked(text, alone, certificate);
    if (bytes !== undefined) return bytes;
  }
  throw new NoKeyFits();
}

/** One reference, to the element itself, by the transforms that SAML knows, with algorithms that are still good. */
function checkShape(signature: XmlElement, element: XmlElement): void {
  const parts = ['SignedInfo', 'SignatureValue', 'KeyInfo'];
  if (signature.children.some((child) => !parts.some((part) => is(child, 'signature', part)))) {
    throw new Refused('the signature holds something else');
  }
  if (textOf(onlyChildOf(signature, 'signature', 'SignatureValue')).trim() === '')
    throw new Refused('the signature is empty');
  const info = onlyChildOf(signature, 'signature', 'SignedInfo');
  mustBe(info, 'CanonicalizationMethod', exclusive);
  mustBe(info, 'SignatureMethod', signatureMethods);
  const [reference, ...more] = childrenOf(info, 'signature', 'Reference');
  if (reference === undefined || more.length > 0) throw new Refused('the signature has not exactly one reference');
  const id = attributeOf(element, 'ID');
  if (id === undefined || !/^[A-Za-z_][\w.-]*$/.test(id)) throw new Refused('the signed element has no usable ID');
  if (attributeOf(reference, 'URI') !== `#${id}`) throw new Refused('the signature is of something else');
  mustBe(reference, 'DigestMethod', digestMethods);
  const transforms = childrenOf(onlyChildOf(reference, 'signature', 'Transforms'), 'signature', 'Transform');
  const [first = '', second = '', ...others] = transforms.map((transform) => attributeOf(transform, 'Algorithm') ?? '');
  if (first !== enveloped || !exclusive.includes(second) || others.length > 0) {
    throw new Refused('the signature has other transforms');
  }
}

function mustBe(parent: XmlElement, name: string, allowed: readonly string[]): void {
  const algorithm = attributeOf(onlyChildOf(parent, 'signature', name), 'Algorithm');
  if (algorithm === undefined || !allowed.includes(algorithm)) throw new Refused(`the ${name} is not allowed`);
}

function checked(text: string, signature: string, certificate: string): string | undefined {
  const signed = new SignedXml({ publicCert: certificate });
  try {
    signed.loadSignature(signature);
    if (!signed.checkSignature(text)) return undefined;
  } catch {
    return undefined; // by another key
  }
  const [bytes, ...more] = signed.getSignedReferences();
  return more.length > 0 ? undefined : bytes;
}

/** The element as a document of its own: with the namespaces that were declared around it. */
export function standalone({ source, prefixes }: XmlElement): string {
  const [tag = ''] = /^<[^\s/>]+/.exec(source) ?? [];
  const [own = ''] = /^[^>]*/.exec(source) ?? [];
  const missing = [...prefixes].flatMap(([prefix, namespace]) => {
    const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    const isDeclared = prefix === 'xml' || namespace === '' || new RegExp(`\\s${name}\\s*=`).test(own);
    return isDeclared ? [] : [` ${name}="${escaped(namespace)}"`];
  });
  return tag + missing.join('') + source.slice(tag.length);
}

function escaped(text: string): string {
  return text.replace(/[&<"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
