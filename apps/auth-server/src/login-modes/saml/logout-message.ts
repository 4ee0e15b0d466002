/**
 * Messages of single logout, believed only as they were signed. The library takes a redirect without a signature, another
 * Destination, and a name from beside the signed bytes. Source: SAML core, section 3.7; bindings, sections 3.4.4.1 and 3.5.
 */
import { createPublicKey, verify } from 'node:crypto';
import type { SourceMessage } from '../login-mode.js';
import { allOf, attributeOf, childOf, instantOf, is, onlyChildOf, textOf } from './elements.js';
import { postedMessage, redirectedMessage } from './message.js';
import type { ProviderFacts } from './provider-metadata.js';
import { Refused } from './refused.js';
import { NoKeyFits, signedBytes } from './signed-element.js';
import { readXml, type XmlElement } from './xml.js';

/** A message as it came. */
export interface Came {
  readonly root: XmlElement;
  readonly relayState: string | undefined;
  /** @returns the message as a key of these has signed it @throws Refused */
  signedBy(certificates: readonly string[]): XmlElement;
}

const hashes: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'sha512',
};
/** A message is on its way for no longer. */
export const logoutMessageAgeMs = 5 * 60_000;

/** @throws Refused */
export function logoutMessage(message: SourceMessage): Came {
  return message.kind === 'form' ? posted(message.form) : redirected(message.query);
}

function posted(form: Readonly<Record<string, string>>): Came {
  const text = postedMessage(theOne(form['SAMLRequest'], form['SAMLResponse']));
  const root = checkedRoot(text, form['SAMLRequest'] === undefined ? 'LogoutResponse' : 'LogoutRequest');
  return {
    root,
    relayState: form['RelayState'],
    signedBy(certificates) {
      const bytes = signedBytes(text, root, certificates);
      if (bytes === undefined) throw new Refused('nothing is signed');
      return readXml(bytes);
    },
  };
}

/** What is signed are the parts of the address as they stand there, in this order. */
function redirected(query: string): Came {
  const raw = rawParts(query);
  const name = raw.has('SAMLRequest') ? 'SAMLRequest' : 'SAMLResponse';
  const text = redirectedMessage(theOne(decoded(raw.get('SAMLRequest')), decoded(raw.get('SAMLResponse'))));
  const root = checkedRoot(text, name === 'SAMLRequest' ? 'LogoutRequest' : 'LogoutResponse');
  return {
    root,
    relayState: decoded(raw.get('RelayState')),
    signedBy(certificates) {
      const [algorithm, signature] = [decoded(raw.get('SigAlg')), decoded(raw.get('Signature'))];
      if (algorithm === undefined || !signature) throw new Refused('nothing is signed');
      const hash = hashes[algorithm];
      if (hash === undefined) throw new Refused('the SignatureMethod is not allowed');
      const octets = [name, 'RelayState', 'SigAlg'].flatMap((part) =>
        raw.has(part) ? [`${part}=${raw.get(part)}`] : [],
      );
      const data = Buffer.from(octets.join('&'));
      const fits = (certificate: string) =>
        verify(hash, data, createPublicKey(certificate), Buffer.from(signature, 'base64'));
      if (!certificates.some(fits)) throw new NoKeyFits();
      return root;
    },
  };
}

function rawParts(query: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const pair of query.split('&')) {
    const cut = pair.indexOf('=');
    const name = cut < 0 ? pair : pair.slice(0, cut);
    if (parts.has(name)) throw new Refused('a parameter is repeated');
    parts.set(name, cut < 0 ? '' : pair.slice(cut + 1));
  }
  return parts;
}

function decoded(raw: string | undefined): string | undefined {
  return raw === undefined ? undefined : decodeURIComponent(raw.replaceAll('+', ' ')); // the door has seen that it can be
}

function theOne(request: string | undefined, response: string | undefined): string | undefined {
  if (request !== undefined && response !== undefined) throw new Refused('a request and a response at once');
  return request ?? response;
}

/** @param name of what its parameter says that it is */
function checkedRoot(text: string, name: 'LogoutRequest' | 'LogoutResponse'): XmlElement {
  const root = readXml(text);
  if (!is(root, 'protocol', name)) throw new Refused('no message of single logout');
  const all = [...allOf(root)];
  const ids = all.flatMap(({ attributes }) => attributes.filter(({ name }) => name.toLowerCase() === 'id'));
  if (new Set(ids.map(({ value }) => value.toLowerCase())).size < ids.length) throw new Refused('an ID is not unique');
  const signatures = all.filter(({ name }) => name === 'Signature');
  if (signatures.some((one) => !root.children.includes(one))) throw new Refused('a signature at the wrong place');
  return root;
}

/** What both kinds must say. @returns the ID @throws Refused */
export function checkLogoutMessage(
  root: XmlElement,
  { entityId }: ProviderFacts,
  destination: string,
  now: number,
  clockSkewMs: number,
): string {
  if (attributeOf(root, 'Version') !== '2.0') throw new Refused('the version is not 2.0');
  if (attributeOf(root, 'Destination') !== destination) throw new Refused('the Destination is not this server');
  if (textOf(onlyChildOf(root, 'assertion', 'Issuer')) !== entityId) {
    throw new Refused('the Issuer is not the identity provider');
  }
  const issued = instantOf(root, 'IssueInstant');
  const isFresh =
    issued !== undefined && issued <= now + clockSkewMs && now - issued <= logoutMessageAgeMs + clockSkewMs;
  if (!isFresh) throw new Refused('the message is not of now');
  const end = instantOf(root, 'NotOnOrAfter');
  if (end !== undefined && now - clockSkewMs >= end) throw new Refused('the message is over');
  const id = attributeOf(root, 'ID') ?? '';
  if (id === '') throw new Refused('the message has no ID');
  return id;
}

export function issuerOf(root: XmlElement): string | undefined {
  const issuer = childOf(root, 'assertion', 'Issuer');
  return issuer === undefined ? undefined : textOf(issuer);
}
