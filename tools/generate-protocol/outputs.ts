/** Every file that is made from the document, with its text. */
import { format, resolveConfig } from 'prettier';
import type { Document } from './document-shape.js';
import { operationsFile } from './operations-file.js';
import { errorsPage } from './reference/errors-page.js';
import { familyFile, familyPage } from './reference/family-page.js';
import { indexPage } from './reference/index-page.js';
import { loginModesPage } from './reference/login-modes-page.js';
import { wirePage } from './reference/wire-page.js';
import { typesFile } from './types-file.js';
import { validatorsCodeFile } from './validators/code-file.js';
import { validatorsFile } from './validators/lookups-file.js';
import { planValidators } from './validators/plan.js';

/** Folders below the root in which every file with our header is ours, so that one no longer made can be found. */
export const generatedFolders = ['packages/protocol/src/generated', 'docs/reference', 'docs/reference/api'];

/** The texts by path below the root of the repository. The same document gives the same texts. */
export async function makeOutputs(document: Document): Promise<ReadonlyMap<string, string>> {
  const plan = planValidators(document);
  const source = 'packages/protocol/src/generated';
  return new Map([
    ['packages/protocol/spec/openapi.json', `${JSON.stringify(document, undefined, 2)}\n`],
    [`${source}/types.ts`, await laidOut(await typesFile(document))],
    [`${source}/operations.ts`, await laidOut(operationsFile(document))],
    [`${source}/validators.ts`, await laidOut(validatorsFile(plan))],
    // Left as the bundler wrote it: nobody reads it, and laid out it would be half as long again.
    [`${source}/validators-code.ts`, await validatorsCodeFile(plan)],
    ['docs/reference/README.md', indexPage(document)],
    ['docs/reference/errors.md', errorsPage(document)],
    ['docs/reference/login-modes.md', loginModesPage()],
    ['docs/reference/api/wire.md', wirePage(document)],
    ...document.tags.map((tag) => [`docs/reference/${familyFile(tag.name)}`, familyPage(document, tag)] as const),
  ]);
}

async function laidOut(source: string): Promise<string> {
  return format(source, { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' });
}
