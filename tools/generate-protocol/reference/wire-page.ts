/**
 * The document without its words: a line for all that a caller or a server relies on. What changes here changes the wire,
 * and docs/versions.md says which change breaks whom.
 */
import { accessOf } from '../access.js';
import { follow, listOperations, type PlacedOperation } from '../document.js';
import type { Content, Document, Header, RequestBody, Response, Schema } from '../document-shape.js';
import { block, code, page } from './markdown.js';
import { operationTitle } from './operation-section.js';

/** Text of `wire.md`. */
export function wirePage(document: Document): string {
  const operations = listOperations(document).map((placed) => operationLines(document, placed));
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) => schemaLines(name, schema));
  return page('The wire, line by line', [
    'All that callers and servers rely on, without the words. A line that changes is a change of the wire: ' +
      '[versions.md](../../versions.md) says which of them break something. `!` stands for what is required.',
    '## Operations',
    block('text', operations.join('\n\n')),
    '## Schemas',
    block('text', schemas.join('\n\n')),
    `The document is version ${code(document.info.version)}.`,
  ]).replaceAll('(../../packages/', '(../../../packages/');
}

function operationLines(document: Document, placed: PlacedOperation): string {
  const { operation, parameters } = placed;
  const body = operation.requestBody && follow<RequestBody>(document, operation.requestBody);
  return [
    `${operationTitle(placed)} ${operation.operationId}`,
    `needs ${accessOf(placed, document.security)}`,
    ...parameters.map((one) => `${one.in} ${one.name}${mark(one.required)} ${shape(one.schema)}`),
    ...(body ? bodyLines(`body${mark(body.required)}`, body.content) : []),
    ...Object.entries(operation.responses).flatMap(([status, one]) =>
      answerLines(document, status, follow<Response>(document, one)),
    ),
  ].join('\n  ');
}

function answerLines(document: Document, status: string, { content = {}, headers = {} }: Response): readonly string[] {
  const bodies = bodyLines(status, content);
  const named = Object.entries(headers).map(([name, one]) => {
    const header = follow<Header>(document, one);
    return `${status} header ${name}${mark(header.required)} ${shape(header.schema)}`;
  });
  return [...(bodies.length === 0 ? [`${status} nothing`] : bodies), ...named];
}

function bodyLines(before: string, content: Content): readonly string[] {
  return Object.entries(content).map(([type, { schema }]) => `${before} ${type} ${shape(schema)}`);
}

function schemaLines(name: string, { properties, required = [], ...rest }: Schema): string {
  const members = Object.entries(properties ?? {}).map(
    ([member, schema]) => `${member}${mark(required.includes(member))} ${shape(schema)}`,
  );
  return [`${name} ${shape(rest)}`, ...members].join('\n  ');
}

const words = new Set(['description', 'title', 'example', 'examples', '$comment']);

/** A schema as JSON in which nothing is left but what validates. */
function shape(schema: Schema): string {
  return JSON.stringify(bare(schema)).replace(/\{"\$ref":"#\/components\/schemas\/(\w+)"\}/g, '$1');
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !words.has(key) && !key.startsWith('x-'));
  return Object.fromEntries(kept.map(([key, one]) => [key, key === 'properties' ? members(one) : bare(one)]));
}

/** Members may have any name, also that of a keyword. */
function members(properties: unknown): unknown {
  return Object.fromEntries(Object.entries(properties as object).map(([name, schema]) => [name, bare(schema)]));
}

function mark(required: boolean | undefined): string {
  return required === true ? '!' : '';
}
