/** Distinguished names as text: reading, comparing and writing them. Source: RFC 4514. */

interface Part {
  /** Of the attribute, in lower case. */
  readonly type: string;
  readonly value: string;
}

/** A value as it may stand in a distinguished name, whatever characters it has. */
export function escapeNameValue(value: string): string {
  return value.replace(/[\0"#+,;<=>\\]|^ | $/g, (character) => `\\${hexOf(character)}`);
}

/**
 * One spelling of all that mean the same entry, so that they can be compared as text: no case, no optional blanks or
 * escapes. Attributes that distinguish case are taken for such as do not. What is no distinguished name is only folded.
 */
export function normalName(text: string): string {
  const parsed = parseName(text);
  if (parsed === undefined) return folded(text);
  const written = parsed.map((parts) =>
    parts
      .map(({ type, value }) => `${type}=${escapeNameValue(folded(value))}`)
      .sort()
      .join('+'),
  );
  return written.join(',');
}

/** `Sales, West` of `CN=Sales\, West,OU=Groups,DC=example`; undefined where that is no distinguished name. */
export function firstNameValue(text: string): string | undefined {
  return parseName(text)?.[0]?.[0]?.value;
}

export function isDistinguishedName(text: string): boolean {
  return parseName(text) !== undefined;
}

/** Characters beyond which a text is no distinguished name of anybody. */
const longest = 8192;

/** The parts from the entry up to the root; each is several where it has several values. */
function parseName(text: string): readonly (readonly Part[])[] | undefined {
  if (text.length > longest) return undefined;
  const typeAt = /\s*([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)*)\s*=\s*/y;
  const valueAt = /"((?:[^"\\]|\\[^])*)"\s*|((?:[^"\\,;+]|\\[^])*)/y;
  const parsed: Part[][] = [[]];
  for (let at = 0; ;) {
    typeAt.lastIndex = at;
    const [, type] = typeAt.exec(text) ?? [];
    if (type === undefined) return undefined;
    valueAt.lastIndex = typeAt.lastIndex;
    const [found, quoted, plain = ''] = valueAt.exec(text) ?? [];
    if (found === undefined) return undefined;
    parsed.at(-1)?.push({ type: type.toLowerCase(), value: unescaped(quoted ?? plain) });
    at = valueAt.lastIndex;
    if (at === text.length) return parsed;
    const separator = text[at];
    if (separator !== ',' && separator !== ';' && separator !== '+') return undefined;
    if (separator !== '+') parsed.push([]);
    at += 1;
  }
}

/** Escapes of two hexadecimal digits are bytes of UTF-8. Blanks around a value do not count, escaped or not (RFC 4518). */
function unescaped(raw: string): string {
  const pieces = [...raw.matchAll(/\\([0-9A-Fa-f]{2})|\\([^])|[^\\]+/g)].map(([piece, byte, character]) =>
    byte === undefined ? Buffer.from(character ?? piece) : Buffer.from(byte, 'hex'),
  );
  return Buffer.concat(pieces).toString('utf8').trim();
}

function folded(value: string): string {
  return value.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

function hexOf(character: string): string {
  return Buffer.from(character).toString('hex');
}
