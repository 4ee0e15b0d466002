/** The packages in package-lock.json, also those that other packages bring along. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packages.js';

export interface Installed {
  readonly name: string;
  readonly version: string;
}

/** @returns each version of each package once */
export function installedPackages(lock = readFileSync(join(root, 'package-lock.json'), 'utf8')): readonly Installed[] {
  const { packages } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, Partial<Installed>>> };
  const installed = new Map<string, Installed>();
  for (const [path, { name: alias, version }] of Object.entries(packages)) {
    const folder = path.split('node_modules/').slice(1).at(-1);
    if (folder === undefined || version === undefined) continue; // one of ours, or a link to one
    const name = alias ?? folder; // an alias is installed in a folder of another name
    installed.set(`${name} ${version}`, { name, version });
  }
  return [...installed.values()];
}

/** @returns whether a version is at least another; a pre-release counts as below its release */
export function isAtLeast(version: string, floor: string): boolean {
  const [release = '', preRelease] = version.split(/-(.*)/s);
  const [have, want] = [release, floor].map((text) => text.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (have?.[index] ?? 0) - (want?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return preRelease === undefined;
}

/** @returns whether a version is of the line of another, such as 0.1, and at least that one */
export function isMendedIn(version: string, mended: string): boolean {
  const line = `${mended.split('.').slice(0, 2).join('.')}.`;
  return version.startsWith(line) && isAtLeast(version, mended);
}
