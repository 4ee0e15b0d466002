/** `server`: runs exchanges and stories at a server, and says what it does otherwise than it should. */
import { writeFileSync } from 'node:fs';
import { Coverage } from '../coverage.js';
import { apiBaseOf, type Target } from '../target.js';
import { accountsIn } from './accounts.js';
import type { ServerArguments } from './arguments.js';
import { choose } from './choose.js';
import { lookAround } from './look-around.js';
import { runScripts } from './run-scripts.js';
import { scripts, type Script } from './scripts.js';
import { countingFailures, junitReportOf, textOf } from './server-report.js';
import type { Process } from './surroundings.js';
import { readTargetFile } from './target-file.js';
import { UsageError } from './usage-error.js';

/**
 * @returns the exit code: 0 all is well, 1 something is not, 130 it was interrupted
 * @throws UsageError
 */
export async function runServerCommand(given: ServerArguments, process: Process): Promise<number> {
  const chosen = choose(scripts, given);
  if (given.list) {
    process.out(chosen.map(lineOf).join(''));
    return 0;
  }
  const startedAt = new Date();
  const target = await targetOf(given, process);
  const outcomes = await runScripts(chosen, target, {
    allowChanges: given.allowChanges,
    coverage: new Coverage(),
    signal: process.interrupted,
    onScript: ({ id }, index) => {
      if (process.isWatched) process.note(`\r\u001B[K[${index + 1}/${chosen.length}] ${id}`);
    },
  });
  if (process.isWatched) process.note('\r\u001B[K');
  const facts = { baseUrl: target.baseUrl, startedAt, strict: given.strict };
  if (given.junit !== undefined) writeReport(given.junit, junitReportOf(outcomes, facts));
  process.out(textOf(outcomes, facts));
  if (process.interrupted.aborted) return 130;
  const gone = outcomes.some(({ reasons }) => reasons.includes('the server stopped answering'));
  return gone || countingFailures(outcomes, given.strict).length > 0 ? 1 : 0;
}

/** @throws UsageError that names the file */
export function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const { code = 'for no reason that is known' } = Object(error) as { readonly code?: string }; // any object
    throw new UsageError(`The report cannot be written to ${file} (${code}).`, { cause: error });
  }
}

/** What the file says goes before what the server says of itself. */
async function targetOf({ baseUrl, target: file }: ServerArguments, { environment }: Process): Promise<Target> {
  const known = file === undefined ? {} : readTargetFile(file);
  const address = checkedAddress(baseUrl ?? known.baseUrl);
  const { accounts, operator } = accountsIn(environment);
  const seen = await lookAround(apiBaseOf({ baseUrl: address, accounts }), accounts.user);
  return {
    ...seen,
    ...known,
    baseUrl: address,
    accounts,
    ...(operator === undefined ? {} : { operator }),
    settings: { ...seen.settings, ...known.settings },
  };
}

function checkedAddress(address: string | undefined): string {
  if (address === undefined) throw new UsageError('At which server? Say --base-url https://host/MicroStrategyLibrary.');
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new UsageError('--base-url has to be an address such as https://host/MicroStrategyLibrary.');
  }
  const { username, password, search, hash } = new URL(address);
  if (username + password !== '') {
    throw new UsageError(
      '--base-url must not hold credentials: set MSTR_USERNAME and MSTR_PASSWORD in the environment.',
    );
  }
  if (search + hash !== '') throw new UsageError('--base-url has to end with its path: no "?" and no "#".');
  return address;
}

function lineOf({ id, level, title, changes, tags }: Script): string {
  const change = changes.length === 0 ? '' : `\n    changes: ${changes.join('; ')}`;
  return `${id} (${level})\n    ${title}${change}\n    tags: ${tags.join(', ')}\n`;
}
