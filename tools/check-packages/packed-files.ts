/** What `npm publish` would send. */
import { execFileSync } from 'node:child_process';

/** @returns the paths in the package, sorted, with `/` between their parts */
export function packedFiles(folder: string): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
  const stdout = execFileSync('npm', args, { cwd: folder, encoding: 'utf8' });
  const [packed] = JSON.parse(stdout) as { readonly files: readonly { readonly path: string }[] }[]; // npm's --json
  return (packed?.files ?? []).map(({ path }) => path).sort();
}
