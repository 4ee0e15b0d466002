/** The results of a run, as data and as text. */
import type { Case, Comparison, Goal } from './cases.js';
import type { Rounds } from './run-case.js';
import { bestOf, mediansOf, ratios, type Ratios, type Spread } from './statistics.js';

export interface Result {
  readonly name: string;
  readonly title: string;
  readonly rounds: number;
  readonly participants: readonly (ReturnType<typeof mediansOf> & { readonly name: string })[];
  readonly ratios: readonly Ratio[];
}

export interface Ratio extends Comparison, Ratios {
  /** undefined where there is no goal. */
  readonly met: boolean | undefined;
}

export function resultOf({ name, title, comparisons, best = [] }: Case, measured: Rounds): Result {
  const roundsOf = (participant: string) => measured.get(participant) ?? [];
  const bests = best.map(({ name: of, among }) => [of, bestOf(among.map(roundsOf))] as const);
  const rounds: Rounds = new Map([...measured, ...bests]);
  return {
    name,
    title,
    rounds: Math.max(...[...rounds.values()].map(({ length }) => length)),
    participants: [...rounds].map(([participant, all]) => ({ name: participant, ...mediansOf(all) })),
    ratios: comparisons.map((comparison) => {
      const { of, against, goal } = comparison;
      const found = ratios(rounds.get(of) ?? [], rounds.get(against) ?? []);
      return {
        ...comparison,
        ...found,
        met: goal && isMet(goal, found),
      };
    }),
  };
}

function isMet(goal: Goal, found: Ratios): boolean {
  const { median: reached = NaN } = found[goal.measure] ?? {};
  return 'atLeast' in goal ? reached >= goal.atLeast : reached <= goal.atMost;
}

/** @returns two tables: what each participant did, and how they compare */
export function textOf({ name, title, rounds, participants, ratios: compared }: Result): string {
  const did = participants.map((one) => [
    one.name,
    one.ratePerSecond.toFixed(one.ratePerSecond < 1000 ? 1 : 0),
    one.cpuMicroseconds.toFixed(one.cpuMicroseconds < 1000 ? 1 : 0),
    one.p50Ms?.toFixed(2) ?? '-',
    one.p99Ms?.toFixed(2) ?? '-',
  ]);
  const stands = compared.map(({ of, against, rate, cpu, p99, goal, met }) => [
    `${of} / ${against}`,
    spreadText(rate),
    spreadText(cpu),
    p99 === undefined ? '-' : spreadText(p99),
    goal === undefined ? '' : `${goalText(goal)}: ${met ? 'met' : 'MISSED'}`,
  ]);
  return [
    `${name}: ${title}`,
    `medians of ${rounds} rounds`,
    '',
    ...tableLines(['', 'requests/s', 'CPU µs/request', 'p50 ms', 'p99 ms'], did),
    '',
    ...tableLines(['ratio (least-most)', 'requests/s', 'CPU per request', 'p99', 'goal'], stands),
    '',
  ].join('\n');
}

function goalText(goal: Goal): string {
  const measured = { rate: 'rate', cpu: 'CPU', p99: 'p99' }[goal.measure];
  return 'atLeast' in goal ? `${measured} >= ${goal.atLeast.toFixed(2)}` : `${measured} <= ${goal.atMost.toFixed(2)}`;
}

function spreadText({ median: middle, least, most }: Spread): string {
  return `${middle.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;
}

/** The first column to the left, the others to the right. */
function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [head, ...rows];
  const widths = head.map((_title, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
