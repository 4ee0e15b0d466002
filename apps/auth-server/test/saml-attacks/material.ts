/** What attacks on the assertion consumer service are made of. */
import type { TestKeys } from '../saml-keys.js';
import { responseXml, signed, signedResponse, type Said } from '../saml-responses.js';

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

export const declaration = 'a declaration, a comment or a CDATA section';
export const noKey = 'no key of the identity provider made the signature';
export const xs = 'http://www.w3.org/2000/09/xmldsig#';

export const good = ({ say, keys }: Material, more: Partial<Said> = {}) => signedResponse(say(more), keys);
export const changed =
  (from: string | RegExp, to: string) =>
  (material: Material): string => {
    const before = good(material);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to change: ${String(from)}`);
    return after;
  };
export const saying =
  (more: Partial<Said> | ((material: Material) => Partial<Said>)) =>
  (material: Material): string =>
    good(material, typeof more === 'function' ? more(material) : more);

/** Said otherwise by the identity provider itself, and signed by it. */
export const signedAs =
  (from: string | RegExp, to: string) =>
  ({ say, keys }: Material): string => {
    const it = say();
    const before = responseXml(it);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to change: ${String(from)}`);
    return signed(signed(after, it.assertionId, keys), it.responseId, keys);
  };

export const restriction = (...audiences: readonly string[]) =>
  `<saml:AudienceRestriction>${audiences.map((one) => `<saml:Audience>${one}</saml:Audience>`).join('')}</saml:AudienceRestriction>`;
