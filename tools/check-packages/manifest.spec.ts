import { checkManifest } from './manifest.js';
import type { Manifest } from './packages.js';

const good: Manifest = {
  name: '@mstr-rest/client',
  version: '1.2.0',
  license: 'Apache-2.0',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20.19' },
  exports: { '.': './dist/index.js', './package.json': './package.json' },
  dependencies: { '@mstr-rest/protocol': '1.2.0', 'openapi-fetch': '^0.17.0' },
};

describe('the package.json of a package', () => {
  it('is good with its licence, its Node, ES modules, and the others in exactly its own version', () => {
    expect(checkManifest(good)).toEqual([]);
  });

  it.each([
    ['license', { license: 'MIT' }, 'MIT'],
    ['type', { type: 'commonjs' }, 'CommonJS'],
    ['sideEffects', { sideEffects: undefined }, 'importing it'],
    ['engines', { engines: {} }, 'which Node'],
    ['exports', { exports: { '.': './dist/index.js' } }, './package.json'],
    ['dependencies', { dependencies: { '@mstr-rest/protocol': '^1.2.0' } }, 'exactly 1.2.0'],
    ['peerDependencies', { peerDependencies: { '@mstr-rest/protocol': '1.1.0' } }, 'exactly 1.2.0'],
  ])('is not with another %s', (_key, change, words) => {
    expect(checkManifest({ ...good, ...change })).toEqual([expect.stringContaining(words)]);
  });

  it('of the protocol has no dependency', () => {
    const protocol = { ...good, name: '@mstr-rest/protocol', dependencies: { ajv: '8.20.0' } };
    expect(checkManifest(protocol)).toEqual([expect.stringContaining('ajv')]);
  });
});
