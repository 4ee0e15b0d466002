/** The page of errors: their shape, and the catalogue. */
import { errorCatalogue, type ErrorRow } from '../catalogues.js';
import type { Document } from '../document-shape.js';
import { block, code, page, table } from './markdown.js';
import { schemaSection } from './schema-section.js';

const example = {
  code: 'ERR003',
  message: 'Login failed',
  ticketId: '07c12ef604c54902a5f03d66a75992f4',
  iServerCode: -2147216959,
};

/** Text of `errors.md`. */
export function errorsPage(document: Document): string {
  const rows = Object.entries<ErrorRow>(errorCatalogue).map(([kind, row]) => [
    code(kind),
    code(row.code),
    String(row.status),
    String(row.iServerCode ?? ''),
    row.message,
    row.retry.replaceAll('-', ' '),
    row.advice,
  ]);
  return page('Errors', [
    '## Shape',
    'Every failure is one JSON object:',
    block('json', JSON.stringify(example, undefined, 2)),
    schemaSection(document, 'Error'),
    '## Catalogue',
    'A message may be more exact than the one shown. *Retry* says whether the same request may help again, and after what.',
    table(['kind', 'code', 'status', 'iServerCode', 'message', 'retry', 'advice'], rows),
  ]);
}
