/** What can be imported of a package, read from the `exports` of its package.json. */
import type { Manifest, Target } from './packages.js';

/** @returns the name by which each module is imported, such as `@mstr-rest/client/browser`, and its key in `exports` */
export function modulesOf({
  name,
  exports = {},
}: Manifest): readonly { readonly name: string; readonly key: string }[] {
  return Object.entries(exports)
    .filter(([, target]) => fileFor(target, ['import', 'default'])?.endsWith('.js'))
    .map(([key]) => ({ name: name + key.slice(1), key }));
}

/** @returns the file that the first condition leads to of which there is one, as Node chooses */
export function fileFor(target: Target, conditions: readonly string[]): string | undefined {
  if (typeof target === 'string') return target;
  for (const [condition, next] of Object.entries(target)) {
    const file = conditions.includes(condition) ? fileFor(next, conditions) : undefined;
    if (file !== undefined) return file;
  }
  return undefined;
}
