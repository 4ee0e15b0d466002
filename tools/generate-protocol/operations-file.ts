/** The table of operations as TypeScript. */
import type { Document } from './document-shape.js';
import { sourceHeader } from './header.js';
import { evidenceByOperation, listOperationFacts } from './operation-facts.js';

const types = `
/**
 * What a caller must show. \`session\`: token and cookie together. \`token\`: the token, with or without the cookie.
 * \`cookie\`: the cookie alone. \`identity-token\`: no session, but X-MSTR-IdentityToken. \`operator\`: no session, but
 * HTTP Basic with the operator's credential. \`public\`: nothing.
 */
export type Access = 'session' | 'token' | 'cookie' | 'identity-token' | 'operator' | 'public';

/** One declared answer of an operation. */
export interface StatusFacts {
  readonly status: number;
  /** The error codes that the document's examples show, in the short spelling; empty for a success. */
  readonly codes: readonly string[];
  readonly hasBody: boolean;
  /** Names of the declared headers. */
  readonly headers: readonly string[];
}

/** What the document says of one operation. */
export interface OperationFacts {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** Below \`{lib}/api\`, with parameters in braces. */
  readonly path: string;
  /** The tag it belongs to. */
  readonly family: string;
  readonly access: Access;
  readonly takesBody: boolean;
  readonly bodyRequired: boolean;
  /** Media types of the request body. */
  readonly contentTypes: readonly string[];
  /** Does it take X-MSTR-ProjectID? */
  readonly projectHeader: 'none' | 'optional' | 'required';
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly statuses: readonly StatusFacts[];
}

/** One thing that is said of an operation, and how it is known. The marks and keys are in docs/protocol/sources.md. */
export interface Evidence {
  readonly claim: string;
  readonly sources: readonly string[];
  /** D documented, C seen in client code, C-obs captured by a third party, W recorded on the wire, I inferred. */
  readonly mark: 'D' | 'C' | 'C-obs' | 'W' | 'I';
  /** Is it our own choice, because the public record is silent? */
  readonly ours: boolean;
}
`;

/** Text of `src/generated/operations.ts`, not yet laid out. */
export function operationsFile(document: Document): string {
  const rows = Object.fromEntries(listOperationFacts(document).map((facts) => [facts.operationId, facts]));
  return `${sourceHeader}${types}
/** Every operation of the document, in its order. */
export const operationTable = ${JSON.stringify(rows)} as const satisfies Readonly<Record<string, OperationFacts>>;

/** The name of an operation. */
export type OperationId = keyof typeof operationTable;

/** What is known of each operation. Apart from the table, so that a program with the table need not carry it. */
export const operationEvidence: Readonly<Record<OperationId, readonly Evidence[]>> = ${JSON.stringify(evidenceByOperation(document))};
`;
}
