/** The examples of the READMEs, as they stand in the installed packages, compiled and run in the project of a reader. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPackages, root } from '../packages.js';
import { run } from './program.js';

interface Example {
  /** Such as `client-1`, the first of that README. */
  readonly name: string;
  readonly text: string;
}

/** Those that stand alone: what imports nothing of ours is a piece of another. */
export function examplesIn(project: string): readonly Example[] {
  return publishedPackages().flatMap(({ manifest: { name } }) => {
    const readme = readFileSync(join(project, 'node_modules', name, 'README.md'), 'utf8');
    return [...readme.matchAll(/```ts\n(.*?)```/gs)]
      .map(([, text = '']) => text)
      .filter((text) => text.includes("from '@mstr-rest/"))
      .map((text, index) => ({ name: `${name.split('/')[1]}-${index + 1}`, text }));
  });
}

/** Compiles them as a strict project does, with the types of the installed packages. @throws Error with what tsc says */
export async function compileExamples(project: string): Promise<void> {
  const folder = join(project, 'examples');
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of examplesIn(project)) writeFileSync(join(folder, `${name}.ts`), text);
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2023', 'esnext.disposable', 'dom', 'dom.iterable'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true, // as most do: not every type of Nest and others holds without it
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  await run([process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], project);
}

/**
 * Calls a function of one of them, in a process of its own.
 * @param node the program
 * @returns what the function returned, by way of JSON
 */
export async function callExample(
  node: string,
  project: string,
  called: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  const example = examplesIn(project).find(({ text }) => text.includes(`function ${called}(`));
  if (example === undefined) throw new Error(`no README has an example ${called}`);
  const script = `import { ${called} } from './examples/${example.name}.js';
    console.log('returned ' + JSON.stringify(await ${called}(...${JSON.stringify(args)})));`;
  const written = await run([node, '--input-type=module', '--eval', script], project);
  return JSON.parse(/^returned (.*)$/m.exec(written)?.[1] ?? ''); // beside what a server logs
}
