import { join } from 'node:path';
import { build } from 'esbuild';

/** The browser entry, as a page would load it: in one file, or with what is not needed at once in others (`splitting`). */
export async function bundleBrowserEntry({ splitting = false } = {}) {
  const result = await build({
    entryPoints: [join(__dirname, '../src/browser.ts')],
    conditions: ['@mstr-rest/source'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    splitting,
    outdir: 'page',
    write: false,
  });
  const output = Object.values(result.metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined);
  const atOnce = output?.imports.filter(({ kind }) => kind !== 'dynamic-import') ?? [];
  const chunks = ['browser.js', ...atOnce.map(({ path }) => path.split('/').at(-1) ?? '')];
  const loaded = result.outputFiles.filter(({ path }) => chunks.some((chunk) => path.endsWith(`/${chunk}`)));
  return {
    /** Paths of the files that went into it. */
    inputs: Object.keys(output?.inputs ?? {}),
    /** What it still imports. */
    imports: output?.imports.filter(({ external }) => external) ?? [],
    /** What is loaded at once. */
    code: loaded.map(({ text }) => text).join('\n'),
  };
}
