/** The lint rules of all projects. Run them with `npm run lint`. What they are and why stands in `tools/lint/`. */
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { everyFile, shippedFile, testFile, typedFile } from './tools/lint/code-rules.mjs';
import { onePlace } from './tools/lint/one-place.mjs';
import { ensureProjectGraph } from './tools/lint/project-graph.mjs';
import { roomsPlugin } from './tools/lint/room-rule.mjs';
import { packageDirections, serverSource } from './tools/lint/rooms.mjs';

await ensureProjectGraph();

const shipped = ['packages/*/src/**/*.ts', `${serverSource}/**/*.ts`];
const tests = ['**/*.spec.ts', '**/*.contract.ts', '**/test/**/*.ts'];
const depConstraints = Object.entries(packageDirections).map(([sourceTag, onlyDependOnLibsWithTags]) => ({
  sourceTag,
  onlyDependOnLibsWithTags,
}));

// What starts a server, and nothing else of the tools. The allow list takes regular expressions.
const testServers = String.raw`^(\.\./)+tools/test-servers/(slapd|redis|postgres|samba|kdc|simplesamlphp|openid-provider|free-port|https-front|reverse-proxies|certificates|https-sites|chromium|browser-of-tests)\.js$`;

/** @param {{ allow?: string[]; allowCircularSelfDependency?: boolean }} options */
function betweenPackages({ allow = [], ...options } = {}) {
  const ours = { depConstraints, banTransitiveDependencies: true, allow: ['../../jest.preset.mjs', ...allow] };
  return { '@nx/enforce-module-boundaries': ['error', { ...ours, ...options }] };
}

export default [
  {
    ignores: ['**/dist/', '**/tmp/', '**/coverage/', '**/.nx/', '**/generated/', 'apps/auth-server/assets/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  { rules: everyFile },
  { files: ['**/*.ts'], rules: typedFile },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },

  // Between packages. A path into another project is an error too.
  { plugins: { '@nx': nx }, rules: betweenPackages() },
  // A test starts the servers that it needs.
  { files: tests, rules: betweenPackages({ allow: [testServers] }) },
  // The benchmark measures beside a real Redis.
  {
    files: ['tools/bench/**/*.ts'],
    rules: betweenPackages({ allow: [String.raw`^\.\./test-servers/redis\.js$`] }),
  },
  // An example of a README imports the package by its name, as its reader will.
  {
    files: ['**/test/**/*.ts'],
    rules: betweenPackages({ allow: [testServers], allowCircularSelfDependency: true }),
  },
  // The generator reads hand-written files of the package that it writes: before its first run there is no whole package.
  { files: ['tools/generate-protocol/**/*.ts'], rules: betweenPackages({ allow: ['../../packages/protocol/src/*'] }) },
  // Examples of the document are texts and numbers, and Ajv's and esbuild's functions use no `this`.
  {
    files: ['tools/generate-protocol/**/*.ts'],
    rules: { '@typescript-eslint/no-base-to-string': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['packages/protocol/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^[^.]', message: 'The protocol imports nothing: no I/O, no runtime dependency.' }] },
      ],
    },
  },

  // Inside the packages and the server.
  { files: shipped, ignores: tests, rules: { ...shippedFile, ...onePlace({ time: true, environment: true }) } },
  {
    files: [`${serverSource}/**/*.ts`],
    ignores: tests,
    plugins: { rooms: roomsPlugin },
    rules: { 'rooms/one-direction': 'error', ...onePlace() },
  },
  { files: ['packages/client/src/**/*.ts'], ignores: tests, rules: onePlace() },
  {
    files: [`${serverSource}/clock/**/*.ts`, `${serverSource}/log.ts`, 'packages/client/src/clock.ts'],
    ignores: tests,
    rules: onePlace({ time: true }),
  },
  {
    files: [`${serverSource}/main.ts`, `${serverSource}/config/**/*.ts`, 'packages/client/src/doctor/main.ts'],
    ignores: tests,
    rules: onePlace({ environment: true }),
  },
  { files: tests, rules: testFile },
];
