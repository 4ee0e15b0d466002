/**
 * Reads the part of XML 1.0 with namespaces that SAML messages need, and refuses all the rest: declarations of types and
 * entities, processing instructions, comments and CDATA sections. Different parsers, and a digest and its reader, see
 * different things in those (decision 14). Bounded in length, depth and number of attributes while it reads, so that
 * nothing is canonicalised that is not small.
 */
import { Refused } from './refused.js';

export const maximumBytes = 256 * 1024;
export const maximumDepth = 32;
/** Declarations of namespaces included. */
export const maximumAttributes = 500;

export interface XmlAttribute {
  /** Empty where there is no prefix. */
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

export interface XmlElement {
  readonly namespace: string;
  /** Without the prefix. */
  readonly name: string;
  /** Without declarations of namespaces. */
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** What stands directly in it, between its children. */
  readonly text: string;
  /** The text that it was read from. */
  readonly source: string;
  /** Namespaces by the prefixes that may be used in it; an empty prefix is the default. */
  readonly prefixes: ReadonlyMap<string, string>;
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const declaration =
  /^<\?xml version=["']1\.0["'](?: encoding=["'][Uu][Tt][Ff]-8["'])?(?: standalone=["'](?:yes|no)["'])?\s*\?>\s*/;
const openTag = /<([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)/y;
const attribute = /\s+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const closeTag = /<\/([A-Za-z_][\w.:-]*)\s*>/y;
const characters = /[^<]*/y;

type Open = XmlElement & { readonly children: XmlElement[]; text: string; source: string };
interface Level {
  readonly tag: string;
  readonly element: Open;
  readonly start: number;
}

/**
 * @param text with line ends as they came
 * @throws Refused
 */
export function readXml(text: string): XmlElement {
  if (Buffer.byteLength(text) > maximumBytes) throw new Refused('the message is too large');
  if (/<!/.test(text)) throw new Refused('a declaration, a comment or a CDATA section');
  const start = declaration.exec(text)?.[0].length ?? 0;
  if (text.includes('<?', start)) throw new Refused('a processing instruction');
  return new Reader(text, start).read();
}

class Reader {
  readonly #levels: Level[] = [];
  readonly #text: string;
  #at: number;
  #attributes = 0;
  #root: XmlElement | undefined;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  read(): XmlElement {
    while (this.#at < this.#text.length) {
      this.#characters();
      if (this.#at === this.#text.length) break;
      if (this.#text.startsWith('</', this.#at)) this.#close();
      else this.#open();
    }
    if (this.#root === undefined || this.#levels.length > 0) throw new Refused('not XML');
    return this.#root;
  }

  #characters(): void {
    const [found = ''] = this.#take(characters) ?? [];
    const level = this.#levels.at(-1);
    if (level !== undefined) level.element.text += unescaped(found);
    else if (found.trim() !== '') throw new Refused('not XML');
  }

  #open(): void {
    const parent = this.#levels.at(-1)?.element;
    const start = this.#at;
    const tag = this.#take(openTag)?.[1];
    if (tag === undefined) throw new Refused('not XML');
    if (parent === undefined && this.#root !== undefined) throw new Refused('several root elements');
    if (this.#levels.length >= maximumDepth) throw new Refused('the message is nested too deep');
    const attributes = this.#readAttributes();
    const end = this.#take(tagEnd);
    if (end === undefined) throw new Refused('not XML');
    const prefixes = declared(
      attributes,
      parent?.prefixes ??
        new Map([
          ['xml', xmlNamespace],
          ['', ''],
        ]),
    );
    const element: Open = {
      ...named(tag, prefixes, true),
      attributes: attributesOf(attributes, prefixes),
      children: [],
      text: '',
      source: this.#text.slice(start, this.#at),
      prefixes,
    };
    parent?.children.push(element);
    this.#root ??= element;
    if (end[1] === '') this.#levels.push({ tag, element, start });
  }

  #close(): void {
    const tag = this.#take(closeTag)?.[1];
    const level = this.#levels.pop();
    if (tag === undefined || level?.tag !== tag) throw new Refused('not XML');
    level.element.source = this.#text.slice(level.start, this.#at);
  }

  #readAttributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (let one = this.#take(attribute); one !== undefined; one = this.#take(attribute)) {
      const [, name = '', double, single = ''] = one;
      this.#attributes += 1;
      if (this.#attributes > maximumAttributes) throw new Refused('too many attributes');
      if (found.has(name)) throw new Refused('an attribute is repeated');
      found.set(name, unescaped((double ?? single).replace(/[\t\n]/g, ' ')));
    }
    return found;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }
}

function declared(attributes: ReadonlyMap<string, string>, outer: ReadonlyMap<string, string>) {
  const own = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  const prefixes = new Map(outer);
  for (const [name, namespace] of own) {
    const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length);
    if (prefix === 'xml' || prefix === 'xmlns' || (prefix !== '' && namespace === '')) throw new Refused('not XML');
    prefixes.set(prefix, namespace);
  }
  return prefixes;
}

function attributesOf(attributes: ReadonlyMap<string, string>, prefixes: ReadonlyMap<string, string>) {
  const own = [...attributes].filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'));
  const all = own.map(([name, value]): XmlAttribute => ({ ...named(name, prefixes, false), value }));
  const different = new Set(all.map(({ namespace, name }) => `${namespace} ${name}`));
  if (different.size < all.length) throw new Refused('an attribute is repeated');
  return all;
}

function named(tag: string, prefixes: ReadonlyMap<string, string>, hasDefault: boolean) {
  const cut = tag.indexOf(':');
  if (cut < 0 && !hasDefault) return { namespace: '', name: tag };
  const namespace = prefixes.get(cut < 0 ? '' : tag.slice(0, cut));
  if (namespace === undefined) throw new Refused('a prefix without a namespace');
  return { namespace, name: tag.slice(cut + 1) };
}

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!isText.test(text)) throw new Refused('not XML');
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*)(;?)/g, (_whole, name: string, end: string) => {
    const code = /^#(?:x([\dA-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
    const point = code === null ? undefined : parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16);
    const character =
      point === undefined ? predefined[name] : point > 0x10ffff ? undefined : String.fromCodePoint(point);
    if (end === '' || character === undefined || !isText.test(character)) throw new Refused('an unknown entity');
    return character;
  });
}

/** The characters of XML 1.0, section 2.2. */

const isText = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
