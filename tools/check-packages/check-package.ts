/** All that is checked of one package. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { checkContents } from './contents.js';
import { checkImports } from './imports.js';
import { checkManifest } from './manifest.js';
import { packedFiles } from './packed-files.js';
import type { Package } from './packages.js';
import { checkTypes } from './types.js';

/** The export condition by which this repository reads its packages from their sources, which are not published. */
const ownCondition = '@mstr-rest/source';

/** @returns what is wrong, a sentence each */
export async function checkPackage({ folder, manifest }: Package): Promise<readonly string[]> {
  const files = packedFiles(folder);
  const packed = new Set(files);
  const built = files.filter((file) => /^dist\/.*\.[cm]?[jt]s$/.test(file));
  return [
    ...checkContents(files, sourcesOf(folder)),
    ...checkManifest(manifest),
    ...built.flatMap((file) => checkImports(file, readFileSync(join(folder, file), 'utf8'), packed, manifest)),
    ...(await checkEntries(folder)),
    ...(await checkTypes(folder, manifest)),
  ];
}

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' });
}

/** That types and exports lead to packed files of the right kind is for publint to see. */
async function checkEntries(folder: string): Promise<readonly string[]> {
  const { messages, pkg } = await publint({ pkgDir: folder, pack: 'npm', strict: true });
  return messages
    .filter(({ type, path }) => type !== 'suggestion' && !path.includes(ownCondition))
    .map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}
