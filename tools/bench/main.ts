/** `npm run bench`: how fast the server is, as ratios to what others do on the same machine in the same minutes. */
import { availableParallelism, platform } from 'node:os';
import { readArguments, type Arguments } from './arguments.js';
import { buildAll } from './bundle.js';
import { figureCases, loadCases } from './cases/index.js';
import { findCores, type Cores } from './cores.js';
import { figuresOf, figureText, type FigureResult } from './figure-report.js';
import { resultOf, textOf, type Result } from './report.js';
import { runCase, type Effort } from './run-case.js';
import { Workbench } from './workbench.js';

const cases = [...loadCases, ...figureCases];

const usage = `npm run bench [-- options]

Measures the built server beside others that do the same, in turn, on this machine. Ratios transfer between machines,
times do not. What each case compares is explained in docs/performance.md.

${cases.map(({ name, title }) => `  ${name.padEnd(14)} ${title}`).join('\n')}

  --only <names>   these cases only, separated by commas
  --quick          few and short rounds, to see that it works; the figures say little
  --json           the results as JSON
  --markdown       the results as the tables of docs/performance.md
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

async function measure({ only, quick, json, markdown }: Arguments): Promise<void> {
  buildAll();
  const start = performance.now();
  const cores = findCores();
  const effort = quick ? quickly : inFull;
  const progress = (text: string) => void process.stderr.write(`${text}\n`);
  const layout = markdown ? 'markdown' : 'aligned';
  const results: (Result | FigureResult)[] = [];
  const show = (result: Result | FigureResult, text: string) => {
    results.push(result);
    if (!json) process.stdout.write(`${text}\n`);
  };
  if (!json) process.stdout.write(`${describeMachine(cores, quick)}\n\n`);
  for (const benchmark of loadCases.filter(({ name }) => only.includes(name))) {
    const result = resultOf(benchmark, await runCase(benchmark, cores, effort, progress));
    show(result, textOf(result, layout));
  }
  for (const benchmark of figureCases.filter(({ name }) => only.includes(name))) {
    const circumstances = { ...effort, progress };
    const result = figuresOf(benchmark, await Workbench.use((bench) => benchmark.measure(bench, circumstances)));
    show(result, figureText(result, layout));
  }
  const machine = describeMachine(cores, quick);
  if (json) process.stdout.write(`${JSON.stringify({ machine, results }, undefined, 2)}\n`);
  progress(`took ${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
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
