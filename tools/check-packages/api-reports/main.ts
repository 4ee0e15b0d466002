/** Writes or checks docs/reference/api: a report for each module of each package, made from what was built. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { fileFor, modulesOf } from '../exports.js';
import { publishedPackages, root } from '../packages.js';
import { apiReport } from './report.js';

const usage = `tsx tools/check-packages/api-reports/main.ts [--check]

Writes docs/reference/api after a build: what each module of each package offers.

  --check   write nothing; name the reports that differ and exit with 1
  --help    this text
`;

const folder = join(root, 'docs/reference/api');
const ending = '.api.md';

const { values: options } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
if (options.help) process.stdout.write(usage);
else process.exitCode = mend(makeReports(), options.check === true);

function makeReports(): ReadonlyMap<string, string> {
  const reports = new Map<string, string>();
  for (const { folder: home, manifest } of publishedPackages()) {
    for (const { name, key } of modulesOf(manifest)) {
      const types = fileFor(manifest.exports?.[key] ?? '', ['types', 'import', 'default']);
      if (types === undefined) throw new Error(`${name} has no types`);
      const file = `${name.replace('@mstr-rest/', '').replaceAll('/', '-')}${ending}`;
      reports.set(file, apiReport(home, join(home, types)));
    }
  }
  return reports;
}

function mend(reports: ReadonlyMap<string, string>, checking: boolean): number {
  const present = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  const stale = present.filter((name) => !reports.has(name));
  const changed = [...reports].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  if (checking) {
    for (const name of [...stale, ...changed.map(([one]) => one)])
      process.stderr.write(
        `${relative(root, join(folder, name))} is not what the packages offer: run npm run generate\n`,
      );
    return stale.length + changed.length > 0 ? 1 : 0;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of stale) rmSync(join(folder, name));
  for (const [name, text] of changed) writeFileSync(join(folder, name), text);
  process.stdout.write(`${reports.size} reports, ${stale.length + changed.length} changed\n`);
  return 0;
}
