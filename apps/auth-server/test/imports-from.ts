/** Every source file of the server that a file imports, or that one of those imports. */
import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '..');

/** @param entry below the folder of the server, as `src/main.ts` */
export function importsFrom(entry: string): readonly string[] {
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true);
    for (const { fileName } of importedFiles) {
      if (/^\..*\.js$/.test(fileName)) follow(posix.join(posix.dirname(file), fileName.replace(/\.js$/, '.ts')));
    }
  };
  follow(entry);
  return [...seen];
}
