/** The first page of the reference. */
import type { Document } from '../document-shape.js';
import { serverAddress } from './exchange.js';
import { familyFile, operationsOf } from './family-page.js';
import { anchor, code, page, table } from './markdown.js';
import { accessWords, operationTitle } from './operation-section.js';

/** Text of `README.md`. */
export function indexPage(document: Document): string {
  const families = document.tags.map(({ name, description }) => [`[${name}](${familyFile(name)})`, description]);
  const operations = document.tags.flatMap(({ name }) =>
    operationsOf(document, name).map((placed) => [
      `[${operationTitle(placed)}](${familyFile(name)}${anchor(operationTitle(placed))})`,
      placed.operation.summary,
      accessWords(document, placed),
    ]),
  );
  return page('Reference', [
    `What each operation takes and answers. Paths are below ${code('{lib}/api')}, which in the demo is ${code(serverAddress(document))}.`,
    table(
      ['page', 'what it holds'],
      [
        ...families,
        ['[Errors](errors.md)', 'The shape of a failure, and all failures there are.'],
        ['[Login modes](login-modes.md)', 'The numbers of `loginMode`.'],
      ],
    ),
    '## Operations',
    table(['operation', 'what it does', 'needs'], operations),
  ]);
}
