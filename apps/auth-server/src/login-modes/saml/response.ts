/** From the text of a response to the assertion in it that a key of the identity provider has signed. */
import { CannotDecrypt, decryptedAssertion } from './decryption.js';
import { allOf, attributeOf, childOf, childrenOf, is, namespaces, onlyChildOf, textOf } from './elements.js';
import { Refused } from './refused.js';
import { signedBytes } from './signed-element.js';
import { readXml, type XmlElement } from './xml.js';

/** What must be signed: the assertion, the response around it, both, or one of them, whichever. */
export type Signed = 'assertion' | 'response' | 'both' | 'either';

export interface ResponseRules {
  /** PEM, of the keys that may sign. */
  readonly certificates: readonly string[];
  readonly signed: Signed;
  /** PEM, of ours; the assertion may be encrypted for one of them. */
  readonly decryptionKeys: readonly string[];
  /** Entity id of the identity provider. */
  readonly issuer: string;
  /** Address of our assertion consumer service. */
  readonly destination: string;
}

export interface Vouched {
  /** As it was signed, read from the signed bytes and nothing else. */
  readonly assertion: XmlElement;
  readonly inResponseTo: string | undefined;
  /** The key of ours that it was encrypted for. */
  readonly decryptionKey: string | undefined;
}

/** @throws Refused */
export async function vouchedIn(text: string, rules: ResponseRules): Promise<Vouched> {
  const read = readXml(text);
  checkPlaces(read);
  const signedResponse = signedBytes(text, read, rules.certificates);
  const response = signedResponse === undefined ? read : readXml(signedResponse);
  checkResponse(response, rules);
  const plain = childOf(response, 'assertion', 'Assertion');
  const encrypted = childOf(response, 'assertion', 'EncryptedAssertion');
  const isSigned = signedResponse !== undefined;
  const found =
    encrypted === undefined
      ? { text: isSigned ? signedResponse : text, element: plain, privateKey: undefined }
      : await decrypted(encrypted, rules, isSigned);
  if (found.element === undefined) throw new Refused('the response has no assertion');
  const signedAssertion = signedBytes(found.text, found.element, rules.certificates);
  checkSigned(rules.signed, isSigned, signedAssertion !== undefined);
  const assertion = signedAssertion === undefined ? found.element : readXml(signedAssertion);
  return { assertion, inResponseTo: attributeOf(response, 'InResponseTo'), decryptionKey: found.privateKey };
}

async function decrypted(encrypted: XmlElement, rules: ResponseRules, isSigned: boolean) {
  const { text, privateKey } = await decryptedAssertion(encrypted, rules.decryptionKeys, isSigned);
  const element = assertionIn(text);
  checkIds(element);
  checkSignatures(element, [element]);
  return { text, element, privateKey };
}

/** What is decrypted with the wrong key is no XML: that too is a failure like every other. */
function assertionIn(text: string): XmlElement {
  try {
    const element = readXml(text);
    if (is(element, 'assertion', 'Assertion')) return element;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  throw new CannotDecrypt();
}

/** One response with one assertion in it, and signatures where they belong: whatever is wrapped has to be elsewhere. */
function checkPlaces(root: XmlElement): void {
  if (root.name !== 'Response' || root.namespace !== namespaces.protocol)
    throw new Refused('not a response of SAML 2.0');
  const all = [...allOf(root)];
  const assertions = all.filter(({ name }) => name === 'Assertion' || name === 'EncryptedAssertion');
  const atPlace = root.children.filter((child) => is(child, 'assertion', child.name) && assertions.includes(child));
  if (assertions.length > 1) throw new Refused('several assertions');
  if (assertions.length > atPlace.length) throw new Refused('the assertion is at the wrong place');
  if (all.filter(({ name }) => name === 'Response').length > 1) throw new Refused('several responses');
  if (all.some(({ namespace }) => namespace.startsWith('http://www.w3.org/2001/XInclude')))
    throw new Refused('XInclude');
  checkIds(root);
  checkSignatures(root, [root, ...atPlace]);
}

/** The library for signatures takes attributes for ids that are spelled alike, whatever their case. */
function checkIds(root: XmlElement): void {
  const ids = [...allOf(root)].flatMap(({ attributes }) =>
    attributes.filter(({ name }) => name.toLowerCase() === 'id'),
  );
  const different = new Set(ids.map(({ value }) => value.toLowerCase()));
  if (different.size < ids.length) throw new Refused('an ID is not unique');
}

function checkSignatures(root: XmlElement, owners: readonly XmlElement[]): void {
  const atPlace = owners.flatMap((owner) => childrenOf(owner, 'signature', 'Signature'));
  const all = [...allOf(root)].filter(({ name }) => name === 'Signature');
  if (all.length > atPlace.length) throw new Refused('a signature at the wrong place');
}

/** What it says of itself, signed or not. Source: SAML core, section 3.2.2; profiles, section 4.1.4.2. */
function checkResponse(response: XmlElement, { issuer, destination }: ResponseRules): void {
  if (attributeOf(response, 'Version') !== '2.0') throw new Refused('the version is not 2.0');
  if (attributeOf(response, 'Destination') !== destination) throw new Refused('the Destination is not this server');
  const said = childOf(response, 'assertion', 'Issuer');
  if (said !== undefined && textOf(said) !== issuer) throw new Refused('the Issuer is not the identity provider');
  const status = onlyChildOf(onlyChildOf(response, 'protocol', 'Status'), 'protocol', 'StatusCode');
  if (attributeOf(status, 'Value') !== 'urn:oasis:names:tc:SAML:2.0:status:Success') {
    throw new Refused('the status is not Success');
  }
}

function checkSigned(wanted: Signed, response: boolean, assertion: boolean): void {
  if (!response && !assertion) throw new Refused('nothing is signed');
  if (!response && (wanted === 'response' || wanted === 'both')) throw new Refused('the response is not signed');
  if (!assertion && (wanted === 'assertion' || wanted === 'both')) throw new Refused('the assertion is not signed');
}
