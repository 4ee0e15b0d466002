/** The page of one family of operations: those with the same tag. */
import { componentName, follow, listOperations, type PlacedOperation } from '../document.js';
import type { Document, Response, Schema } from '../document-shape.js';
import { anchor, page, sections, table } from './markdown.js';
import { accessWords, operationSection, operationTitle } from './operation-section.js';
import { schemaNames, schemaSection } from './schema-section.js';

/** The file of a family: `identity-tokens.md`. */
export function familyFile(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '-')}.md`;
}

/** The operations with this tag, in the order of the document. */
export function operationsOf(document: Document, family: string): readonly PlacedOperation[] {
  return listOperations(document).filter(({ operation }) => operation.tags[0] === family);
}

/** Text of the page. */
export function familyPage(document: Document, family: Document['tags'][number]): string {
  const operations = operationsOf(document, family.name);
  const rows = operations.map((placed) => [
    `[${operationTitle(placed)}](${anchor(operationTitle(placed))})`,
    placed.operation.summary,
    accessWords(document, placed),
  ]);
  return page(family.name, [
    family.description,
    table(['operation', 'what it does', 'needs'], rows),
    'Marks and source keys of the evidence are explained in [the protocol](../protocol/README.md) and its [sources](../protocol/sources.md).',
    ...operations.map((placed) => operationSection(document, placed)),
    schemasPart(document, operations),
  ]);
}

function schemasPart(document: Document, operations: readonly PlacedOperation[]): string {
  const used = operations.flatMap(({ operation, parameters }) => [
    ...parameters.map((parameter) => parameter.schema),
    ...bodySchemas(document, operation),
  ]);
  // Errors have a page of their own, and the fields of a request stand with its operation.
  const elsewhere = new Set(['Error', ...operations.map((placed) => requestSchemaName(document, placed))]);
  const names = schemaNames(document, used).filter((name) => !elsewhere.has(name));
  return names.length === 0 ? '' : sections(['## Schemas', ...names.map((name) => schemaSection(document, name))]);
}

function requestSchemaName(document: Document, { operation }: PlacedOperation): string | undefined {
  const content = operation.requestBody && follow(document, operation.requestBody).content;
  const [media] = Object.values(content ?? {});
  return media && componentName(media.schema);
}

function bodySchemas(document: Document, { requestBody, responses }: PlacedOperation['operation']): readonly Schema[] {
  const contents = [
    requestBody && follow(document, requestBody).content,
    ...Object.values(responses).map((response) => follow<Response>(document, response).content),
  ];
  return contents.flatMap((content) => Object.values(content ?? {})).map((media) => media.schema);
}
