/** Checks what would be published, after a build: contents, imports, entries. Exit code 1 where something is wrong. */
import { checkPackage } from './check-package.js';
import { publishedPackages } from './packages.js';

let wrong = 0;
for (const one of publishedPackages()) {
  const problems = await checkPackage(one);
  wrong += problems.length;
  process.stdout.write(
    `${one.manifest.name}: ${problems.length === 0 ? 'ready to publish' : `${problems.length} problems`}\n`,
  );
  for (const problem of problems) process.stdout.write(`  ${problem}\n`);
}
process.exitCode = wrong > 0 ? 1 : 0;
