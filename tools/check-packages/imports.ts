/** What the built files of a package import. */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import type { Manifest } from './packages.js';

/** What a package.json declares. */
type Declared = Pick<Manifest, 'name' | 'dependencies' | 'peerDependencies' | 'optionalDependencies'>;

/**
 * A built file imports files that are packed too, what its package.json declares, and what Node brings.
 * @param file its path in the package
 * @param packed all paths in the package
 * @returns what is wrong, a sentence each
 */
export function checkImports(
  file: string,
  text: string,
  packed: ReadonlySet<string>,
  manifest: Declared,
): readonly string[] {
  return importsOf(text).flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      return resolvesTo(file, specifier).some((path) => packed.has(path))
        ? []
        : [`${file} imports ${specifier}, which is not packed`];
    }
    if (mayImport(specifier, manifest)) return [];
    return [`${file} imports ${specifier}, which package.json does not declare`];
  });
}

/** @returns the specifiers of all imports, exports and imports of types in a JavaScript or declaration file */
export function importsOf(text: string): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** A declaration file names the `.js` file beside which it stands. */
function resolvesTo(file: string, specifier: string): readonly string[] {
  const path = posix.join(posix.dirname(file), specifier);
  return file.endsWith('.d.ts') ? [path.replace(/\.js$/, '.d.ts'), path] : [path];
}

function mayImport(specifier: string, { name, ...manifest }: Declared): boolean {
  const [first = '', second = ''] = specifier.split('/');
  const imported = specifier.startsWith('@') ? `${first}/${second}` : first;
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  const hasNode = name !== '@mstr-rest/protocol'; // it runs in browsers and does no I/O
  return Object.hasOwn(declared, imported) || imported === name || (hasNode && isBuiltin(specifier));
}
