/** The rows of the operation table, read from the document. */
import { accessOf, type Access } from './access.js';
import { follow, listExamples, listOperations, type PlacedOperation } from './document.js';
import type { Document, Evidence, Response } from './document-shape.js';

/** One declared answer of an operation. */
export interface StatusFacts {
  readonly status: number;
  /** The error codes of the examples, each once, sorted; empty for a success. */
  readonly codes: readonly string[];
  readonly hasBody: boolean;
  /** Names of the declared headers. */
  readonly headers: readonly string[];
}

/** One operation. */
export interface OperationFacts {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  /** Its tag. */
  readonly family: string;
  readonly access: Access;
  readonly takesBody: boolean;
  readonly bodyRequired: boolean;
  readonly contentTypes: readonly string[];
  readonly projectHeader: 'none' | 'optional' | 'required';
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly statuses: readonly StatusFacts[];
}

/** The facts of every operation, in the order of the document. */
export function listOperationFacts(document: Document): readonly OperationFacts[] {
  return listOperations(document).map((placed) => factsOf(document, placed));
}

/** What is known of every operation, by operation id. */
export function evidenceByOperation(document: Document): Readonly<Record<string, readonly Required<Evidence>[]>> {
  return Object.fromEntries(
    listOperations(document).map(({ operation }) => [
      operation.operationId,
      (operation['x-evidence'] ?? []).map((one) => ({ ...one, ours: one.ours ?? false })),
    ]),
  );
}

function factsOf(document: Document, placed: PlacedOperation): OperationFacts {
  const { operation, parameters, method, path } = placed;
  const body = operation.requestBody && follow(document, operation.requestBody);
  const namesIn = (place: string) => parameters.filter((one) => one.in === place).map((one) => one.name);
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    family: operation.tags[0],
    access: accessOf(placed, document.security),
    takesBody: body !== undefined,
    bodyRequired: body?.required ?? false,
    contentTypes: Object.keys(body?.content ?? {}),
    projectHeader: projectHeaderOf(placed),
    pathParameters: namesIn('path'),
    queryParameters: namesIn('query'),
    statuses: Object.entries(operation.responses).map(([status, response]) =>
      statusFacts(document, status, follow<Response>(document, response)),
    ),
  };
}

function projectHeaderOf({ parameters }: PlacedOperation): OperationFacts['projectHeader'] {
  const header = parameters.find((one) => one.in === 'header' && one.name.toLowerCase() === 'x-mstr-projectid');
  if (header === undefined) return 'none';
  return header.required ? 'required' : 'optional';
}

function statusFacts(document: Document, status: string, response: Response): StatusFacts {
  return {
    status: Number(status),
    codes: Number(status) < 400 ? [] : errorCodes(document, response),
    hasBody: response.content !== undefined,
    headers: Object.keys(response.headers ?? {}),
  };
}

function errorCodes(document: Document, response: Response): readonly string[] {
  const examples = Object.values(response.content ?? {}).flatMap((media) => listExamples(document, media));
  // The tests of the protocol hold every example of an error against the schema of errors.
  const codes = examples.map(([, example]) => (example.value as { readonly code: string }).code);
  return [...new Set(codes)].sort();
}
