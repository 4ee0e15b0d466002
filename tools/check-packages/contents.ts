/** What a package must and must not contain. */

const required = ['LICENSE', 'README.md', 'package.json'];

const forbidden: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^src\//, 'a source file'],
  [/\.(spec|contract)\.|(^|\/)test\//, 'a test'],
  [/\.tsbuildinfo$/, 'a file of the compiler'],
  [/(^|\/)(tsconfig[^/]*\.json|jest\.config\.[cm]?js|project\.json|\.env[^/]*)$/, 'a file for developers'],
  [/\.(pem|key|p12|sqlite|db)$/, 'a key or a database'],
];

/**
 * @param files the packed files
 * @param sources the files below `src/` that they are built from: the compiler leaves the output of a file that is gone
 * @returns what is wrong, a sentence each
 */
export function checkContents(files: readonly string[], sources: readonly string[]): readonly string[] {
  const missing = required.filter((name) => !files.includes(name)).map((name) => `${name} is missing`);
  const unwanted = files.flatMap((file) =>
    forbidden.filter(([pattern]) => pattern.test(file)).map(([, what]) => `${file} is ${what}`),
  );
  const built = new Set(sources.map((file) => file.replace(extension, '')));
  const stale = files
    .filter((file) => file.startsWith('dist/') && extension.test(file))
    .filter((file) => !built.has(file.slice('dist/'.length).replace(extension, '')))
    .map((file) => `${file} has no source any more: remove dist and build again`);
  const nothing = files.some((file) => file.startsWith('dist/')) ? [] : ['there is nothing in dist: build first'];
  return [...missing, ...unwanted, ...stale, ...nothing];
}

const extension = /(\.d)?\.[cm]?[jt]s$/;
