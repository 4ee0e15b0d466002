/** The OpenAPI document as the tests of this package read it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Example {
  readonly summary?: string;
  readonly value: unknown;
}

/** One thing that the document says, and how it is known. */
export interface Claim {
  readonly claim: string;
  readonly sources: readonly string[];
  readonly mark: string;
  readonly ours?: boolean;
}

interface Reference {
  readonly $ref: string;
}

type Content = Readonly<Record<string, { readonly examples?: Readonly<Record<string, Example | Reference>> }>>;

export interface Operation {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content } | Reference>>;
  readonly 'x-evidence'?: readonly Claim[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
    readonly parameters: {
      readonly Fields: {
        readonly schema: { readonly maxItems: number; readonly items: { readonly maxLength: number } };
      };
    };
  };
}

const packageFolder = join(__dirname, '..');

/** The text of a file of this package, by its path below the package. */
export function readText(path: string): string {
  return readFileSync(join(packageFolder, path), 'utf8');
}

/** The document, from its generated JSON form; a test holds that against the YAML. */
export const document = JSON.parse(readText('spec/openapi.json')) as Document;

/** All operations, in the order of the document. */
export const operations: readonly Operation[] = Object.values(document.paths).flatMap((path) => Object.values(path));

/** An example of a body, and whose it is. */
export interface PlacedExample {
  readonly operationId: string;
  readonly name: string;
  readonly value: unknown;
}

/** The examples of request bodies. */
export const requestExamples: readonly PlacedExample[] = operations.flatMap(({ operationId, requestBody }) =>
  examplesOf(requestBody?.content).map((example) => ({ operationId, ...example })),
);

/** The examples of answers. */
export const responseExamples: readonly (PlacedExample & { readonly status: number })[] = operations.flatMap(
  ({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, response]) =>
      examplesOf(follow(response).content).map((example) => ({ operationId, status: Number(status), ...example })),
    ),
);

function examplesOf(content: Content | undefined): readonly { readonly name: string; readonly value: unknown }[] {
  return Object.entries(content ?? {}).flatMap(([mediaType, media]) =>
    Object.entries(media.examples ?? {}).map(([name, example]) => ({
      name: `${name} (${mediaType})`,
      value: follow(example).value,
    })),
  );
}

function follow<T extends object>(value: T | Reference): T {
  if (!('$ref' in value)) return value;
  const parts = value.$ref.replace('#/', '').split('/');
  // A reference leads to what may stand in its place: redocly lint checks it.
  return follow(
    parts.reduce<unknown>((target, part) => (target as Readonly<Record<string, unknown>>)[part], document) as
      T | Reference,
  );
}
