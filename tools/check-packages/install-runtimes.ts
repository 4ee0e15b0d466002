/** Installs the runtimes of test/runtimes.ts that are missing. With CI=true the exit code is 1 where one cannot be had. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, programOf, runtimes } from './test/runtimes.js';

for (const runtime of runtimes) {
  if (programOf(runtime) === undefined) {
    const folder = folderOf(runtime);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const what = `${runtime.package}@${runtime.version}`;
    spawnSync('npm', ['install', '--no-save', '--ignore-scripts', what], { cwd: folder, stdio: 'inherit' });
  }
  const program = programOf(runtime);
  process.stdout.write(`${runtime.name}: ${program ?? 'missing, so what is tried in it is skipped'}\n`);
  if (program === undefined && process.env['CI'] === 'true') process.exitCode = 1;
}
