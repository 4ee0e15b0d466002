/** The end of the check: a table of what was done, and one line that says it all. */
import { formatDuration, type Outcome } from './outcome.js';

/** @returns the table, one line for each step */
export function tableOf(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ name }) => name.length), 4);
  return outcomes.map((outcome) => lineOf(outcome, width)).join('');
}

/** @returns `N passed, N failed`, without an end of line */
export function totalOf(outcomes: readonly Outcome[]): string {
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

function lineOf({ name, passed, failed, skipped, durationMs, note }: Outcome, width: number): string {
  const counts = [
    `${String(passed).padStart(6)} passed`,
    `${String(failed).padStart(4)} failed`,
    `${String(skipped).padStart(4)} skipped`,
    formatDuration(durationMs).padStart(13),
  ];
  const why = note === undefined ? '' : `  ${note}`;
  return `${failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(width)} ${counts.join(' ')}${why}\n`;
}
