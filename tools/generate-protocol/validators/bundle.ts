/** Makes of Ajv's standalone code a module that imports nothing, with esbuild. */
import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';

/**
 * Ajv's run-time helpers are CommonJS and carry a line of code as text, for Ajv itself. As ES modules without that line
 * they need none of esbuild's wrappers.
 */
const ajvHelpers: Plugin = {
  name: 'ajv-helpers',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]ajv[\\/]dist[\\/]runtime[\\/]\w+\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source
        .replace('Object.defineProperty(exports, "__esModule", { value: true });', '')
        .replace(/^\w+\.code = .*$/m, '')
        .replace(/^exports\.default = (\w+);$/m, 'export default $1;')
        .replace(/^\/\/# sourceMappingURL.*$/m, '');
      return { contents, loader: 'js' };
    });
  },
};

/** What must not be in the result: the package has no dependency and runs where code from strings is forbidden. */
const forbidden = /\b(?:require|eval|import)\s*\(|\bnew Function\b|^import\b/m;

/**
 * @param code ES module by Ajv, which still has `require` for the helpers
 * @throws Error when something is left that reaches out of the module
 */
export async function bundle(code: string): Promise<string> {
  const contents = code.replace(/const (\w+) = require\("([^"]+)"\)\.default;/g, 'import $1 from "$2.js";');
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    plugins: [ajvHelpers],
  });
  const text = result.outputFiles[0]?.text ?? '';
  // esbuild names the files it joined in comments; a path of node_modules says nothing to the reader.
  const bundled = text.replace(/^\/\/ .*\n/gm, '').trim();
  const left = forbidden.exec(bundled);
  if (left) throw new Error(`The bundled validators still contain "${left[0]}"`);
  return bundled;
}
