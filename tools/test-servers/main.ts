/** Makes sure of the real parts that tests need: browser, curl, another Node. */
import { findPart } from './find-part.js';
import { howToGet, install } from './install.js';
import { parts } from './parts.js';

const usage = `tsx tools/test-servers/main.ts [--check]

Installs the real parts that tests need where they are missing: Debian packages as root on Debian, npm packages anywhere.
Then names what is there, and for what is not, which suites are skipped and how to get it.

  --check   install nothing
  --help    this text

With CI=true a part that is missing makes the exit code 1; otherwise its suites are skipped.
`;

const args = process.argv.slice(2);
if (args.includes('--help')) process.stdout.write(usage);
else process.exitCode = makeSure(!args.includes('--check'));

function makeSure(installing: boolean): number {
  if (installing) install(parts.filter((part) => findPart(part) === undefined));
  let missing = 0;
  for (const part of parts) {
    const file = findPart(part);
    if (file !== undefined) process.stdout.write(`${part.name}: ${file}\n`);
    else {
      missing += 1;
      process.stdout.write(
        `${part.name}: missing\n  skipped: ${part.suites.join(', ')}\n  to get it: ${howToGet(part)}\n`,
      );
    }
  }
  return missing > 0 && process.env['CI'] === 'true' ? 1 : 0;
}
