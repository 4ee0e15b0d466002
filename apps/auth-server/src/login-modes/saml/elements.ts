/** Looking into XML that was read: by name and namespace, never by name alone. */
import { Refused } from './refused.js';
import type { XmlElement } from './xml.js';

export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  encryption: 'http://www.w3.org/2001/04/xmlenc#',
} as const;

export type Namespace = keyof typeof namespaces;

export function is(element: XmlElement, namespace: Namespace, name: string): boolean {
  return element.name === name && element.namespace === namespaces[namespace];
}

export function childrenOf(element: XmlElement, namespace: Namespace, name: string): readonly XmlElement[] {
  return element.children.filter((child) => is(child, namespace, name));
}

/** @throws Refused where it is there twice */
export function childOf(element: XmlElement, namespace: Namespace, name: string): XmlElement | undefined {
  const [found, ...more] = childrenOf(element, namespace, name);
  if (more.length > 0) throw new Refused(`several ${name} elements in ${element.name}`);
  return found;
}

/** @throws Refused where it is not there once */
export function onlyChildOf(element: XmlElement, namespace: Namespace, name: string): XmlElement {
  const found = childOf(element, namespace, name);
  if (found === undefined) throw new Refused(`${element.name} has no ${name}`);
  return found;
}

/** The value of an attribute without a namespace. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name && one.namespace === '')?.value;
}

/** What it says, where it is nothing but text. @throws Refused */
export function textOf(element: XmlElement): string {
  if (element.children.length > 0) throw new Refused(`${element.name} has elements in it`);
  return element.text;
}

/** The element and all below it. */
export function* allOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* allOf(child);
}

/** @param name of the moment, for the refusal @throws Refused where it is no moment in UTC (SAML core, section 1.3.3) */
export function instantOf(element: XmlElement, name: string): number | undefined {
  const text = attributeOf(element, name);
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text) ? Date.parse(text) : NaN;
  // A day that the month does not have rolls over.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 19) !== text.slice(0, 19)) {
    throw new Refused(`${name} is no moment`);
  }
  return at;
}
