/** Finds import cycles among the source files; `cycles.spec.ts` runs it. By hand: npx depcruise --config <this file> packages apps tools */
import { resolve } from 'node:path';

export default {
  forbidden: [
    {
      name: 'cycle-of-values',
      comment: 'Which of the files runs first would depend on who is imported first.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'cycle-of-types',
      comment: 'Harmless at run time, since types are gone by then, but a hint that two files are one thing.',
      severity: 'info',
      from: {},
      to: { circular: true, via: { dependencyTypes: ['type-only'] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: resolve(import.meta.dirname, '../../tsconfig.base.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@mstr-rest/source', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['/dist/', '/tmp/', '/assets/'] },
  },
};
