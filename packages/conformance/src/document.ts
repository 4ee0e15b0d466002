/** The OpenAPI document, as far as answers are concerned: their headers and their examples. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { operationTable, type OperationId } from '@mstr-rest/protocol';

/** What the document says of a header: the keywords of JSON Schema that it uses there. */
export interface HeaderSchema {
  readonly type: 'string' | 'integer';
  readonly pattern?: string;
  readonly const?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** One declared header. */
export interface DocumentedHeader {
  readonly name: string;
  /** False: it may be missing. */
  readonly required: boolean;
  readonly schema: HeaderSchema;
  readonly example: string;
}

/** One declared answer of an operation. */
export interface DocumentedAnswer {
  readonly operation: OperationId;
  readonly status: number;
  readonly headers: readonly DocumentedHeader[];
  /** Empty where the answer has no body. */
  readonly examples: readonly { readonly name: string; readonly value: unknown }[];
}

interface Reference {
  readonly $ref: string;
}
type Maybe<T> = T | Reference;
interface Header {
  readonly required?: boolean;
  readonly schema: HeaderSchema;
  readonly example: unknown;
}
interface Response {
  readonly headers?: Readonly<Record<string, Maybe<Header>>>;
  readonly content?: {
    readonly 'application/json': { readonly examples?: Readonly<Record<string, Maybe<{ readonly value: unknown }>>> };
  };
}
interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Maybe<Response>>> }>>>
  >;
}

const file = createRequire(import.meta.url).resolve('@mstr-rest/protocol/openapi.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as Document; // what redocly lint has checked

/** Every declared answer of every operation. */
export const documentedAnswers: readonly DocumentedAnswer[] = Object.values(operationTable).flatMap((facts) => {
  const responses = document.paths[facts.path]?.[facts.method.toLowerCase()]?.responses ?? {};
  return Object.entries(responses).map(([status, response]): DocumentedAnswer => {
    const { headers = {}, content } = follow(response);
    return {
      operation: facts.operationId,
      status: Number(status),
      headers: Object.entries(headers).map(([name, header]) => {
        const { required = false, schema, example } = follow(header);
        return { name: name.toLowerCase(), required, schema, example: String(example) };
      }),
      examples: Object.entries(content?.['application/json'].examples ?? {}).map(([name, example]) => ({
        name,
        value: follow(example).value,
      })),
    };
  });
});

/** What the document says of this answer; undefined where it declares none. */
export function documentedAnswer(operation: OperationId, status: number): DocumentedAnswer | undefined {
  return documentedAnswers.find((answer) => answer.operation === operation && answer.status === status);
}

function follow<T extends object>(value: Maybe<T>): T {
  if (!('$ref' in value)) return value;
  const parts = value.$ref.replace('#/', '').split('/');
  const target = parts.reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>>)[part], document);
  return follow(target as Maybe<T>); // a reference leads to what may stand in its place: redocly lint checks it
}
