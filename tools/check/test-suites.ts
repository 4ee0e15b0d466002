/** Runs the tests of each project, one project after another: they start servers and browsers of their own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { commandEnvironment, root } from './environment.js';
import { readJestReport } from './jest-report.js';
import type { Outcome } from './outcome.js';
import { runCommand } from './run-command.js';

/** A target that runs jest: `test:long` holds what takes minutes, and the longest of it an hour. */
export interface Suites {
  readonly target: 'test' | 'test:long';
  readonly deadlineMs: number;
}

export const everyDay: Suites = { target: 'test', deadlineMs: 10 * 60_000 };
export const long: Suites = { target: 'test:long', deadlineMs: 60 * 60_000 };

/** @returns the names of the projects that have such suites */
export function projectsWith({ target }: Suites): readonly string[] {
  const args = ['show', 'projects', '--json', '--with-target', target];
  const names = execFileSync('nx', args, { cwd: root, env: commandEnvironment('nx'), encoding: 'utf8' });
  return (JSON.parse(names) as string[]).sort(); // that is what --json prints
}

export async function testProject(project: string, { target, deadlineMs }: Suites): Promise<Outcome> {
  const folder = join(root, 'tmp/test-results');
  const file = join(folder, `${project}${target === 'test' ? '' : '.long'}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const run = ['nx', 'run-many', '-t', target, '-p', project, '--outputStyle=stream-without-prefixes'];
  const { failure, durationMs } = await runCommand([...run, '--json', `--outputFile=${file}`], deadlineMs);

  const { passed, failed, skipped, filesWithSkipped } = readJestReport(file) ?? nothing;
  for (const one of filesWithSkipped) process.stdout.write(`skipped tests in ${relative(root, one)}\n`);
  const outcome = { name: `test: ${project}`, passed, failed, skipped, durationMs };
  // A run that fails without a failing test, such as one that never ends, is a failure too.
  return failure === undefined ? outcome : { ...outcome, failed: Math.max(failed, 1), note: failure };
}

const nothing = { passed: 0, failed: 0, skipped: 0, filesWithSkipped: [] };
