/** `npm run generate`: makes types, validators, the operation table and the reference pages from the OpenAPI document. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument } from './document.js';
import { findDifferences, mend } from './files.js';
import { generatedFolders, makeOutputs } from './outputs.js';

const usage = `npm run generate [-- --check]

Makes from packages/protocol/spec/openapi.yaml:
  packages/protocol/spec/openapi.json   the same document as JSON
  packages/protocol/src/generated/      types, validators, the table of operations
  docs/reference/                       a page for each family of operations, errors, login modes

  --check   write nothing; name the files that differ and exit with 1
  --help    this text
`;

const root = join(import.meta.dirname, '../..');

/** @returns the exit code: 0 done or nothing differs, 1 something differs, 2 not understood. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }

  const document = await readDocument(join(root, 'packages/protocol/spec/openapi.yaml'));
  const outputs = await makeOutputs(document);
  const differences = await findDifferences(root, outputs, generatedFolders);
  if (!options.check) {
    await mend(root, outputs, differences);
    process.stdout.write(`${outputs.size} generated files, ${differences.length} changed\n`);
    return 0;
  }
  if (differences.length > 0) {
    process.stderr.write(
      `These files are not as openapi.yaml makes them:\n${differences.map(({ path, kind }) => `  ${path} (${kind})\n`).join('')}` +
        'To mend it: npm run generate\n',
    );
    return 1;
  }
  process.stdout.write(`${outputs.size} generated files are as openapi.yaml makes them\n`);
  return 0;
}

function readOptions(args: readonly string[]): { readonly check: boolean; readonly help: boolean } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n`);
    return undefined;
  }
}

process.exitCode = await main(process.argv.slice(2));
