import type { Sample, Samples } from './measure.js';
import type { Scenario } from './scenarios.js';
import { median } from './statistics.js';

const columns = [
  'server',
  'CPU µs / request',
  'CPU: reference / this',
  'requests / s',
  'requests / s: this / reference',
  'p50 ms',
  'p99 ms',
  'server CPU',
  'load CPU',
];

/** A scenario's results as Markdown: a heading and a table of medians, with the range of the ratios over all rounds. */
export function reportOf(scenario: Pick<Scenario, 'name' | 'title' | 'entrants'>, samples: Samples): string {
  const reference = samples[0] ?? [];
  const rows = scenario.entrants.map(({ name }, index) => {
    const mine = samples[index] ?? [];
    const middle = (pick: (sample: Sample) => number) => median(mine.map(pick));
    return [
      name,
      number(middle(cpu)),
      index === 0 ? '1' : ratio(pairs(reference, mine).map(([a, b]) => cpu(a) / cpu(b))),
      number(middle(speed)),
      index === 0 ? '1' : ratio(pairs(reference, mine).map(([a, b]) => speed(b) / speed(a))),
      number(middle(({ p50Ms }) => p50Ms)),
      number(middle(({ p99Ms }) => p99Ms)),
      percent(middle(({ serverShare }) => serverShare)),
      percent(middle(({ loadShare }) => loadShare)),
    ];
  });
  return [
    `### ${scenario.name}`,
    '',
    scenario.title,
    '',
    line(columns),
    line(columns.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map(line),
    '',
  ].join('\n');
}

/** One line for the terminal. */
export function progressLine(scenario: Scenario, round: string, samples: readonly Sample[]): string {
  const parts = scenario.entrants.map(({ name }, index) => {
    const sample = samples[index];
    return sample === undefined ? name : `${name} ${number(cpu(sample))} µs, ${number(speed(sample))}/s`;
  });
  return `${scenario.name}  ${round}  ${parts.join(' · ')}`;
}

/**
 * Puts the results between the markers of a page.
 * @throws Error where the page does not have both
 */
export function withResults(page: string, results: string): string {
  const [begin, end] = ['<!-- results -->', '<!-- /results -->'];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no place for results: ${begin} and ${end}, in this order`);
  return `${page.slice(0, from + begin.length)}\n\n${results.trim()}\n\n${page.slice(to)}`;
}

const cpu = (sample: Sample) => sample.cpuUsPerRequest;
const speed = (sample: Sample) => sample.requestsPerSecond;

function pairs(reference: readonly Sample[], mine: readonly Sample[]): readonly (readonly [Sample, Sample])[] {
  return mine.flatMap((sample, round) => {
    const other = reference[round];
    return other === undefined ? [] : [[other, sample] as const];
  });
}

function ratio(ratios: readonly number[]): string {
  return `**${median(ratios).toFixed(2)}** (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
}

function number(value: number): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
