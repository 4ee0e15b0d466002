/** The types of paths, operations and schemas, by openapi-typescript. */
import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import type { Document } from './document-shape.js';
import { sourceHeader } from './header.js';

/** Text of `src/generated/types.ts`. */
export async function typesFile(document: Document): Promise<string> {
  // A copy, because openapi-typescript resolves references inside of what it is given. Our own description of the
  // document names fewer members than theirs, hence the cast.
  const copy = structuredClone(document) as unknown as OpenAPI3;
  return sourceHeader + astToString(await openapiTS(copy, { silent: true }));
}
