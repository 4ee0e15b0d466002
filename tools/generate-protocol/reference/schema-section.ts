/** Schemas for people: a type in words, a table of fields, a section for each named schema. */
import { componentName, follow } from '../document.js';
import type { Document, Schema } from '../document-shape.js';
import { anchor, code, sections, table } from './markdown.js';

/** The type in words, such as `string, at most 64 characters` or a link to the section of a named schema. */
export function typeText(schema: Schema): string {
  const name = componentName(schema);
  if (name !== undefined) return `[${name}](${anchor(name)})`;
  if (schema.anyOf) return schema.anyOf.map((one) => bracketed(typeText(one))).join(' or ');
  if (schema.type === 'array' && schema.items)
    return withLimits(`array of ${bracketed(typeText(schema.items))}`, schema);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any value']);
  return withLimits(types.join(' or '), schema);
}

/** A table of the members of an object; nothing for any other schema. */
export function fieldTable(document: Document, schema: Schema): string {
  const required = new Set(schema.required);
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const { meaning, byDefault } = splitDefault(field.description ?? follow<Schema>(document, field).description ?? '');
    return [code(name), typeText(field), required.has(name) ? 'yes' : '', fixedDefault(field) || byDefault, meaning];
  });
  return table(['field', 'type', 'required', 'default', 'meaning'], rows);
}

/** The headed description of a named schema. */
export function schemaSection(document: Document, name: string): string {
  const schema = document.components.schemas[name];
  if (schema === undefined) throw new Error(`There is no schema ${name}`);
  const type = schema.type === 'object' ? '' : `Type: ${typeText(schema)}.`;
  return sections([`### ${name}`, schema.description ?? '', type, fieldTable(document, schema)]);
}

/** The names of these schemas and of all that they refer to, each once, in the order of the document. */
export function schemaNames(document: Document, schemas: readonly Schema[]): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const name = componentName(value);
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      visit(document.components.schemas[name]);
    }
    Object.values(value).forEach(visit);
  };
  schemas.forEach(visit);
  return Object.keys(document.components.schemas).filter((name) => found.has(name));
}

interface Limits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
}

/** A type with limits stands in brackets where other words follow it. */
function bracketed(type: string): string {
  return type.includes(', ') ? `(${type})` : type;
}

function withLimits(type: string, schema: Schema & Limits): string {
  if (schema.const !== undefined) return `${type}, always ${code(JSON.stringify(schema.const))}`;
  return [type, range(schema), schema.uniqueItems ? 'each once' : '', patternText(schema)].filter(Boolean).join(', ');
}

function range({ minLength, maxLength, minimum, maximum, maxItems }: Limits): string {
  if (minimum === -(2 ** 31) && maximum === 2 ** 31 - 1) return '32 bits';
  if (maxLength !== undefined && minLength === maxLength) return `${maxLength} characters`;
  return [
    limits(minLength, maxLength, ' characters'),
    limits(minimum, maximum, ''),
    limits(undefined, maxItems, ' elements'),
  ].join('');
}

function limits(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`;
  if (least !== undefined) return `at least ${least}${unit}`;
  return most === undefined ? '' : `at most ${most}${unit}`;
}

function patternText({ pattern }: Limits): string {
  return pattern === undefined ? '' : code(pattern);
}

function fixedDefault(schema: Schema): string {
  return schema.default === undefined ? '' : code(JSON.stringify(schema.default));
}

// The document says defaults in words ("Default 3."), because a validator must not fill them in: null stands for them too.
function splitDefault(description: string): { readonly meaning: string; readonly byDefault: string } {
  const match = /(?:^| )Default (?:is )?(.+?)\.(?= |$)/.exec(description);
  if (!match?.[1]) return { meaning: description, byDefault: '' };
  return { meaning: description.replace(match[0], '').trim(), byDefault: match[1] };
}
