/** Builds what is measured: our server as it is published, and the processes of the benchmark as plain JavaScript. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const sources = join(import.meta.dirname, 'processes');
/** Below the root, so that Node finds the packages. */
const bundled = join(root, 'tmp/bench');

/** Which processes there are: the files in `processes/` that do something by themselves. */
export type Program =
  | 'ours'
  | 'bare-read'
  | 'contract-read'
  | 'fastify-read'
  | 'express-read'
  | 'bare-login'
  | 'argon2-login'
  | 'pure-hash'
  | 'client-ours'
  | 'client-pool'
  | 'client-openapi'
  | 'load'
  | 'flood'
  | 'fill'
  | 'soaked';

export const fileOf = (program: Program): string => join(bundled, `${program}.js`);

/**
 * A loader such as tsx would run the server with code of its own in it, and be measured too.
 * @throws Error where the server cannot be built; the reason is on stderr
 */
export function buildAll(): void {
  const nx = join(root, 'node_modules/.bin/nx');
  const { status } = spawnSync(nx, ['run-many', '-t', 'build', '-p', 'auth-server,client', '--outputStyle=static'], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    stdio: ['ignore', 2, 2], // stdout is for the results
  });
  if (status !== 0) throw new Error('The server cannot be built');
  buildSync({
    entryPoints: readdirSync(sources).map((file) => join(sources, file)),
    outdir: bundled,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
}
