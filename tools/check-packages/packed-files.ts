/** What `npm publish` would send. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @returns the paths in the package, sorted, with `/` between their parts */
export function packedFiles(folder: string): readonly string[] {
  return npmPack(folder, '--dry-run')
    .files.map(({ path }) => path)
    .sort();
}

/** Makes the tarball itself, in a folder that `remove` removes. */
export function pack(folder: string): { readonly file: string; readonly remove: () => void } {
  const to = mkdtempSync(join(tmpdir(), 'packed-'));
  const { filename } = npmPack(folder, '--pack-destination', to);
  return { file: join(to, filename), remove: () => rmSync(to, { recursive: true }) };
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function npmPack(folder: string, ...more: readonly string[]): Packed {
  const args = ['pack', '--json', '--ignore-scripts', '--loglevel=error', ...more];
  const stdout = execFileSync('npm', args, { cwd: folder, encoding: 'utf8' });
  const [packed] = JSON.parse(stdout) as readonly Packed[]; // npm's --json
  if (packed === undefined) throw new Error(`npm packed nothing of ${folder}`);
  return packed;
}
