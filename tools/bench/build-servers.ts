import { buildSync } from 'esbuild';
import { made } from './places.js';

/** Makes plain JavaScript of the servers that ours is compared with, so that no loader runs in a measured process. */
export function buildServers(): void {
  buildSync({
    entryPoints: ['bare', 'same-contract', 'report-cpu'].map((name) => `${import.meta.dirname}/servers/${name}.ts`),
    outdir: made,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
}
