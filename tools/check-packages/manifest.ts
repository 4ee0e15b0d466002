/** What the package.json of every package says. */
import type { Manifest } from './packages.js';

/** @returns what is wrong, a sentence each */
export function checkManifest(manifest: Manifest): readonly string[] {
  const { name, version, license, type, sideEffects, engines, exports = {} } = manifest;
  const ours = Object.entries(dependenciesOf(manifest)).filter(([dependency]) => dependency.startsWith('@mstr-rest/'));
  return [
    ...(license === 'Apache-2.0' ? [] : [`the license is ${license ?? 'missing'}, and not Apache-2.0`]),
    ...(type === 'module' ? [] : ['"type" is not "module": its files would be read as CommonJS']),
    ...(sideEffects === undefined ? ['"sideEffects" does not say whether importing it changes anything'] : []),
    ...(engines?.['node'] === undefined ? ['"engines" does not say which Node it needs'] : []),
    ...('./package.json' in exports ? [] : ['"exports" has no "./package.json", which tools look for']),
    // Versions go up together, and one that was tried together is the only one that is known to work.
    ...ours
      .filter(([, range]) => range !== version)
      .map(([dependency, range]) => `it wants ${dependency} ${range}, and not exactly ${version}`),
    ...(name === '@mstr-rest/protocol' ? withoutDependencies(manifest) : []),
  ];
}

function withoutDependencies(manifest: Manifest): readonly string[] {
  const names = Object.keys(dependenciesOf(manifest));
  return names.length === 0
    ? []
    : [`the protocol has no runtime dependency, but package.json names ${names.join(', ')}`];
}

function dependenciesOf({ dependencies, peerDependencies, optionalDependencies }: Manifest) {
  return { ...dependencies, ...peerDependencies, ...optionalDependencies };
}
