/** The results of a load case, as data and as text. */
import type { Comparison, Goal, LoadCase } from './load-case.js';
import type { Rounds } from './run-case.js';
import { bestOf, mediansOf, ratios, type Ratios, type Spread } from './statistics.js';
import { tableLines, type Layout } from './table.js';

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

export function resultOf({ name, title, comparisons, best = [] }: LoadCase, measured: Rounds): Result {
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
export function textOf({ name, title, rounds, participants, ratios: compared }: Result, layout: Layout): string {
  const did = participants.map((one) => [
    one.name,
    one.ratePerSecond.toFixed(one.ratePerSecond < 1000 ? 1 : 0),
    one.cpuMicroseconds.toFixed(one.cpuMicroseconds < 1000 ? 1 : 0),
    one.p50Ms?.toFixed(2) ?? '-',
    one.p99Ms?.toFixed(2) ?? '-',
  ]);
  const stands = compared.map(({ of, against, rate, cpu, p50, p99, goal, met }) => [
    `${of} / ${against}`,
    spreadText(rate),
    spreadText(cpu),
    p50 === undefined ? '-' : spreadText(p50),
    p99 === undefined ? '-' : spreadText(p99),
    goal === undefined ? '' : `${goalText(goal)}: ${met ? 'met' : 'MISSED'}`,
  ]);
  const didHead = ['', 'requests/s', 'CPU µs/request', 'p50 ms', 'p99 ms'];
  const standsHead = ['ratio (least-most)', 'requests/s', 'CPU per request', 'p50', 'p99', 'goal'];
  return [
    ...headingOf(name, title, rounds, layout),
    ...tableLines({ head: didHead, rows: did }, layout),
    '',
    ...tableLines({ head: standsHead, rows: stands }, layout),
    '',
  ].join('\n');
}

/** The lines above the tables of a case. */
export function headingOf(name: string, title: string, rounds: number, layout: Layout): readonly string[] {
  const medians = `medians of ${rounds} rounds`;
  return layout === 'markdown'
    ? [`### \`${name}\``, '', `${title}; ${medians}`, '']
    : [`${name}: ${title}`, medians, ''];
}

function goalText(goal: Goal): string {
  const measured = { rate: 'rate', cpu: 'CPU', p99: 'p99' }[goal.measure];
  return 'atLeast' in goal ? `${measured} >= ${goal.atLeast.toFixed(2)}` : `${measured} <= ${goal.atMost.toFixed(2)}`;
}

function spreadText({ median: middle, least, most }: Spread): string {
  return `${middle.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;
}
