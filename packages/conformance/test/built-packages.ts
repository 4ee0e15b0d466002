/** The packages of this repository as JavaScript, made by the compiler that builds them, in a folder of their own. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../../..');
/** Package → what it has beside its sources that is needed at run time. */
const packages = {
  'packages/protocol': ['spec'],
  'packages/client': [],
  'apps/auth-server': [],
  'packages/conformance': [],
} as const;

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  verbatimModuleSyntax: true,
};

/**
 * Compiles every package, file by file, without touching what `npm run build` makes.
 * @returns a folder from which each can be imported by its name, and everything that they import
 */
export function buildPackages(): string {
  const temporary = join(__dirname, '../tmp');
  mkdirSync(temporary, { recursive: true });
  const folder = mkdtempSync(join(temporary, 'built-')); // below this package, where their dependencies are found
  // A manifest of its own, or the names in the folder would mean this package itself.
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  for (const [path, more] of Object.entries(packages)) {
    const from = join(root, path);
    const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { readonly name: string };
    const to = join(folder, 'node_modules', manifest.name);
    compileFolder(join(from, 'src'), join(to, 'dist'));
    for (const name of ['package.json', ...more]) cpSync(join(from, name), join(to, name), { recursive: true });
  }
  return folder;
}

function compileFolder(from: string, to: string): void {
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const source = join(parentPath, name);
    const target = join(to, source.slice(from.length)).replace(/\.ts$/, '.js');
    if (/\.(spec|contract)\.ts$/.test(name)) continue;
    mkdirSync(dirname(target), { recursive: true });
    if (name.endsWith('.ts')) writeFileSync(target, compile(readFileSync(source, 'utf8'), source));
    else cpSync(source, target);
  }
}

/** One file as JavaScript. */
export function compile(text: string, fileName: string): string {
  return ts.transpileModule(text, { fileName, compilerOptions }).outputText;
}
