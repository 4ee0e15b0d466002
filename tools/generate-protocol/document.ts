/** Reading the OpenAPI document: the file, its references, its operations and the names of its schemas. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Document, Example, MediaType, Operation, Parameter, Reference, Schema } from './document-shape.js';

/** An operation together with where it stands in the document. */
export interface PlacedOperation {
  /** In lower case: `get`. */
  readonly method: string;
  /** Below the server's address, with `{names}`: `/projects/{idOrName}`. */
  readonly path: string;
  readonly operation: Operation;
  /** The parameters of the path and of the operation, references followed. */
  readonly parameters: readonly Parameter[];
}

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']);

/**
 * Reads the document from a YAML file.
 * @throws Error when the file cannot be read, is not YAML, or is not OpenAPI 3.1.
 */
export async function readDocument(file: string): Promise<Document> {
  const document: unknown = parse(await readFile(file, 'utf8'));
  if (!isOpenApi31(document)) throw new Error(`${file} is not an OpenAPI 3.1 document`);
  return document;
}

// Only the version is looked at: redocly lint, which runs in the same checks, knows the shape better than we could.
function isOpenApi31(document: unknown): document is Document {
  if (typeof document !== 'object' || document === null || !('openapi' in document)) return false;
  return typeof document.openapi === 'string' && document.openapi.startsWith('3.1.');
}

/**
 * Follows a reference inside of the document; anything else is handed back as it is.
 * @throws Error when the reference leads nowhere or out of the document.
 */
export function follow<T extends object>(document: Document, value: T | Reference): T {
  if (!('$ref' in value)) return value;
  const reference = value.$ref;
  let target: unknown = document;
  for (const part of reference.replace(/^#\//, '').split('/')) {
    target = (target as Readonly<Record<string, unknown>> | undefined)?.[part];
  }
  if (target === undefined) throw new Error(`${reference} is not in the document`);
  // What a reference at this place leads to has the type of this place: redocly lint checks it.
  return follow(document, target as T | Reference);
}

/** All operations, in the order of the document. */
export function listOperations(document: Document): readonly PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.has(key))
      .map((method) => {
        const operation = item[method] as Operation;
        const shared = (item['parameters'] ?? []) as NonNullable<Operation['parameters']>;
        const parameters = [...shared, ...(operation.parameters ?? [])].map((one) => follow<Parameter>(document, one));
        return { method, path, operation, parameters };
      }),
  );
}

/** The examples of a body by name, in the order of the document. */
export function listExamples(document: Document, media: MediaType): readonly (readonly [name: string, Example])[] {
  return Object.entries(media.examples ?? {}).map(([name, one]) => [name, follow<Example>(document, one)] as const);
}

/** The name behind `#/components/schemas/Name`, or undefined for a schema that is written in place. */
export function componentName(schema: Schema): string | undefined {
  return schema.$ref?.match(/^#\/components\/schemas\/([^/]+)$/)?.[1];
}
