/** `npm test`: everything that has to hold before a change is good, in one command. */
import { parseArgs } from 'node:util';
import { formatDuration, type Outcome } from './outcome.js';
import { runCommand } from './run-command.js';
import { steps, stepsBeforeLong, type Step } from './steps.js';
import { tableOf, totalOf } from './summary.js';
import { everyDay, long, projectsWith, testProject, type Suites } from './test-suites.js';

const usage = `npm test [-- --long]

Runs the checks of the whole repository one after another, and does not stop at the first that fails: generated code,
OpenAPI document, format, build, types, lint, unused code, contents of the packages, real parts; then all tests.
The last line is "N passed, N failed"; the exit code is 1 where anything failed.

  --long   the suites that take long (targets "test:long") instead
  --help   this text

Real parts that tests need (a browser, another Node) are installed where that is possible. With CI=true a missing part
is a failure; otherwise its suites are skipped, and named.
`;

process.exitCode = await main(process.argv.slice(2));

/** @returns the exit code: 0 all passed, 1 something failed, 2 not understood. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined || options.help) {
    process[options === undefined ? 'stderr' : 'stdout'].write(usage);
    return options === undefined ? 2 : 0;
  }
  const outcomes = await (options.long ? checkLong() : check(steps, everyDay)).catch(checkBroke);
  process.stdout.write(`\n${tableOf(outcomes)}${totalOf(outcomes)}\n`);
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}

/** Where the check itself fails, such as when Nx cannot name the projects, its last line still is one to rely on. */
function checkBroke(error: unknown): readonly Outcome[] {
  const note = error instanceof Error ? error.message : String(error);
  return [{ name: 'the check itself', passed: 0, failed: 1, skipped: 0, durationMs: 0, note }];
}

async function checkLong(): Promise<readonly Outcome[]> {
  if (projectsWith(long).length > 0) return check(stepsBeforeLong, long);
  process.stdout.write('No project has a long suite: none has a target "test:long".\n');
  return [];
}

async function check(before: readonly Step[], suites: Suites): Promise<readonly Outcome[]> {
  const projects = projectsWith(suites);
  const outcomes: Outcome[] = [];
  const progress = async (name: string, run: () => Promise<Outcome>) => {
    process.stdout.write(`\n[${outcomes.length + 1}/${before.length + projects.length}] ${name}\n`);
    const outcome = await run();
    process.stdout.write(`${outcome.failed > 0 ? 'FAILED' : 'ok'}: ${name}, ${formatDuration(outcome.durationMs)}\n`);
    outcomes.push(outcome);
  };
  for (const step of before) await progress(step.name, () => runStep(step));
  for (const project of projects) await progress(`test: ${project}`, () => testProject(project, suites));
  return outcomes;
}

async function runStep({ name, command }: Step): Promise<Outcome> {
  const { failure, durationMs } = await runCommand(command);
  const counts = failure === undefined ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, note: failure };
  return { name, skipped: 0, durationMs, ...counts };
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { long: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    });
    return values;
  } catch {
    return undefined;
  }
}
