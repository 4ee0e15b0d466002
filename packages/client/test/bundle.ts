import { join } from 'node:path';
import { build } from 'esbuild';

/** The browser entry in one file, as a page would load it. */
export async function bundleBrowserEntry() {
  const result = await build({
    entryPoints: [join(__dirname, '../src/browser.ts')],
    conditions: ['@mstr-rest/source'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    write: false,
  });
  const [output] = Object.values(result.metafile.outputs);
  return {
    /** Paths of the files that went into it. */
    inputs: Object.keys(output?.inputs ?? {}),
    /** What it still imports. */
    imports: output?.imports ?? [],
    code: result.outputFiles[0]?.text ?? '',
  };
}
