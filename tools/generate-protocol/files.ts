/** Generated files on the disk: writing them, and seeing which ones differ from what would be written. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isGenerated } from './header.js';

/** A file that is not as it should be. */
export interface Difference {
  /** Below the root. */
  readonly path: string;
  readonly kind: 'missing' | 'different' | 'no longer generated';
}

/**
 * @param root the folder that the paths start from
 * @param outputs the texts that should be there, by path
 * @param folders where files that carry our header but are not among the outputs are looked for
 */
export async function findDifferences(
  root: string,
  outputs: ReadonlyMap<string, string>,
  folders: readonly string[],
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const [path, text] of outputs) {
    const present = await readIfThere(join(root, path));
    if (present !== text) differences.push({ path, kind: present === undefined ? 'missing' : 'different' });
  }
  for (const folder of folders) {
    for (const name of await listIfThere(join(root, folder))) {
      const path = `${folder}/${name}`;
      const isLeftOver = !outputs.has(path) && isGenerated((await readIfThere(join(root, path))) ?? '');
      if (isLeftOver) differences.push({ path, kind: 'no longer generated' });
    }
  }
  return differences;
}

/** Makes the files that differ as they should be, and leaves the others untouched. */
export async function mend(
  root: string,
  outputs: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): Promise<void> {
  for (const { path } of differences) {
    const file = join(root, path);
    const text = outputs.get(path);
    if (text === undefined) {
      await rm(file);
    } else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(undefinedIfMissing);
}

async function listIfThere(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true }).catch(undefinedIfMissing)) ?? [];
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

function undefinedIfMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
