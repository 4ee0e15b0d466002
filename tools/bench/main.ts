/** `npm run bench`: how fast the server is, as ratios to what node:http does on the same machine in the same minutes. */
import { availableParallelism, platform } from 'node:os';
import { readArguments, type Arguments } from './arguments.js';
import { buildAll } from './bundle.js';
import { cases } from './cases.js';
import { findCores, type Cores } from './cores.js';
import { resultOf, textOf, type Result } from './report.js';
import { runCase, type Effort } from './run-case.js';

const usage = `npm run bench [-- options]

Measures the built server beside plain node:http servers, in turn, on this machine. Ratios transfer between machines,
times do not. What each case compares is explained in docs/performance.md.

${cases.map(({ name, title }) => `  ${name.padEnd(14)} ${title}`).join('\n')}

  --only <names>   these cases only, separated by commas
  --quick          few and short rounds, to see that it works; the figures say little
  --json           the results as JSON
  --help           this text

Progress goes to stderr, results to stdout. With npm, \`npm run --silent bench -- --json\` gives nothing but JSON.
`;

const inFull: Effort = { rounds: 9, share: 1 };
const quickly: Effort = { rounds: 3, share: 0.3 };

process.exitCode = await main(process.argv.slice(2));

/** @returns the exit code: 0 measured, whether goals are met or not; 1 something failed; 2 not understood. */
async function main(args: readonly string[]): Promise<number> {
  let options: Arguments;
  try {
    options = readArguments(
      args,
      cases.map(({ name }) => name),
    );
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  process.once('SIGINT', () => process.exit(130));
  try {
    await measure(options);
    return 0;
  } catch (error) {
    process.stderr.write(`\n${messageOf(error)}\n`);
    return 1;
  }
}

async function measure({ only, quick, json }: Arguments): Promise<void> {
  buildAll();
  const cores = findCores();
  const effort = quick ? quickly : inFull;
  const results: Result[] = [];
  if (!json) process.stdout.write(`${describeMachine(cores, quick)}\n\n`);
  for (const benchmark of cases.filter(({ name }) => only.includes(name))) {
    const rounds = await runCase(benchmark, cores, effort, (text) => process.stderr.write(`${text}\n`));
    const result = resultOf(benchmark, rounds);
    results.push(result);
    if (!json) process.stdout.write(`${textOf(result)}\n`);
  }
  if (json)
    process.stdout.write(`${JSON.stringify({ machine: describeMachine(cores, quick), results }, undefined, 2)}\n`);
}

function describeMachine(cores: Cores | undefined, quick: boolean): string {
  const pinned =
    cores === undefined
      ? 'nothing is pinned to a core, since there is no taskset or only one core'
      : `server on core ${cores.server}, load on core ${cores.load}, where a case does not say otherwise`;
  const indicative = quick ? '; quick: figures are only indicative' : '';
  return `${availableParallelism()} cores, Node ${process.versions.node}, ${platform()}; ${pinned}${indicative}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
