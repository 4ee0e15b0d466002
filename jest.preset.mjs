/**
 * One jest set-up for every project. Packages are read from their sources (the export condition `@mstr-rest/source`),
 * so a test never runs against a stale build. Dependencies that ship only ES modules are transformed too.
 */
const esmOnly = [
  'jose',
  'oauth4webapi',
  'oidc-provider',
  'openid-client',
  'openapi-fetch',
  'openapi-typescript-helpers',
  '@mstr-rest',
  'tough-cookie',
  'tldts',
  'kysely',
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@mstr-rest/source', 'node', 'node-addons'] },
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
    '\\.m?js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`],
  testTimeout: 20_000,
};
