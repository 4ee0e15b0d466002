/** Makes sure that `@nx/enforce-module-boundaries` has the project graph, without which it silently checks nothing. */
import { createProjectGraphAsync, readCachedProjectGraph } from '@nx/devkit';

/**
 * The rule reads the graph from a cache that Nx writes. In a fresh clone there is none: then the rule prints a warning,
 * skips every file, and ESLint exits with 0. A task run by Nx has a new graph; anybody else gets one made here.
 * @throws where there is no graph even so: no lint is better than one that looks green and is not
 */
export async function ensureProjectGraph() {
  const runByNx = process.env['NX_TASK_TARGET_PROJECT'] !== undefined;
  if (!runByNx) await createProjectGraphAsync({ exitOnError: false });
  readCachedProjectGraph();
}
