import { loadCases as cases } from './cases/index.js';
import type { LoadCase } from './load-case.js';
import { resultOf, textOf } from './report.js';
import type { Round } from './statistics.js';

const [ours, bare, same] = ['ours', 'node:http, bare', 'node:http, same contract'];
const read: LoadCase = {
  name: 'read',
  title: 'authenticated GET /api/sessions, memory store',
  participants: [
    { name: ours, program: 'ours' },
    { name: bare, program: 'bare-read' },
    { name: same, program: 'contract-read' },
  ],
  comparisons: [
    { of: ours, against: bare, goal: { measure: 'cpu', atLeast: 0.5 } },
    { of: ours, against: same },
    { of: same, against: bare },
  ],
  connections: 32,
  durationMs: 2_000,
  pinned: true,
  status: 200,
  requests: async () => [],
};

const three = (round: Round) => [round, round, round];
const result = resultOf(
  read,
  new Map([
    ['ours', three({ requests: 6_000, durationMs: 1_000, cpuMs: 900, p50Ms: 2, p99Ms: 5 })],
    ['node:http, bare', three({ requests: 12_000, durationMs: 1_000, cpuMs: 720, p50Ms: 1, p99Ms: 3 })],
    ['node:http, same contract', three({ requests: 10_000, durationMs: 1_000, cpuMs: 1_000 })],
  ]),
);

describe('the report of a case', () => {
  it('compares as the case says, and judges by its goal', () => {
    expect(result.ratios.map(({ against, cpu, rate, met }) => [against, cpu.median, rate.median, met])).toEqual([
      ['node:http, bare', 0.4, 0.5, false],
      ['node:http, same contract', expect.closeTo(0.667, 3), 0.6, undefined],
      ['node:http, bare', expect.closeTo(0.6, 3), expect.closeTo(0.833, 3), undefined],
    ]);
  });

  it('is two tables', () => {
    expect(textOf(result, 'aligned').split('\n')).toEqual([
      'read: authenticated GET /api/sessions, memory store',
      'medians of 3 rounds',
      '',
      '                          requests/s  CPU µs/request  p50 ms  p99 ms',
      'ours                            6000           150.0    2.00    5.00',
      'node:http, bare                12000            60.0    1.00    3.00',
      'node:http, same contract       10000           100.0       -       -',
      '',
      'ratio (least-most)                                requests/s   CPU per request               p50               p99                 goal',
      'ours / node:http, bare                      0.50 (0.50-0.50)  0.40 (0.40-0.40)  2.00 (2.00-2.00)  1.67 (1.67-1.67)  CPU >= 0.50: MISSED',
      'ours / node:http, same contract             0.60 (0.60-0.60)  0.67 (0.67-0.67)                 -                 -',
      'node:http, same contract / node:http, bare  0.83 (0.83-0.83)  0.60 (0.60-0.60)                 -                 -',
      '',
    ]);
  });

  it('has the same in Markdown, for the page that shows it', () => {
    expect(textOf(result, 'markdown').split('\n').slice(0, 6)).toEqual([
      '### `read`',
      '',
      'authenticated GET /api/sessions, memory store; medians of 3 rounds',
      '',
      '|  | requests/s | CPU µs/request | p50 ms | p99 ms |',
      '| --- | ---: | ---: | ---: | ---: |',
    ]);
  });
});

describe('the report of a storm', () => {
  const found = cases.find(({ name }) => name === 'storm');
  if (found === undefined) throw new Error('there is no case "storm"');
  const storm = found.participants[1]?.name;
  const reads = (p99Ms: number) => three({ requests: 1_000, durationMs: 1_000, cpuMs: 100, p50Ms: 1, p99Ms });

  it.each([
    [5.9, true, 'p99 <= 2.00: met'],
    [6.1, false, 'p99 <= 2.00: MISSED'],
  ])('with a p99 of %d ms beside 3 ms judges by the latency: %s', (p99Ms, met, text) => {
    const report = resultOf(
      found,
      new Map(found.participants.map(({ name }) => [name, reads(name === storm ? p99Ms : 3)])),
    );
    const [ratio] = report.ratios;
    expect([ratio?.p99?.median, ratio?.p50?.median]).toEqual([p99Ms / 3, 1]);
    expect(ratio?.met).toBe(met);
    expect(textOf(report, 'aligned')).toContain(text);
  });
});

describe('the report of who is best', () => {
  const found = cases.find(({ name }) => name === 'login-best');
  if (found === undefined) throw new Error('there is no case "login-best"');

  it('compares the rounds of the participant with the best median rate, and shows them all', () => {
    const rates = new Map(
      found.participants.map(({ name, program }, n) => [name, program === 'ours' ? 50 - n : 100 - n]),
    );
    const rounds = [...rates].map(
      ([name, rate]) => [name, three({ requests: rate, durationMs: 1_000, cpuMs: 900 })] as const,
    );
    const report = resultOf(found, new Map(rounds));
    const best = (program: string) =>
      Math.max(...found.participants.filter((one) => one.program === program).map(({ name }) => rates.get(name) ?? 0));
    expect(report.ratios.map(({ rate }) => rate.median)).toEqual([best('ours') / best('pure-hash')]);
    expect(report.participants).toHaveLength(found.participants.length + 2);
  });
});

describe('the cases', () => {
  it('compare only who takes part', () => {
    for (const { participants, comparisons, best = [] } of cases) {
      const everybody = participants.map(({ name }) => name);
      expect(new Set(everybody).size).toBe(everybody.length);
      for (const { among } of best) expect(everybody).toEqual(expect.arrayContaining([...among]));
      const names = [...everybody, ...best.map(({ name }) => name)];
      for (const { of, against } of comparisons) expect(names).toEqual(expect.arrayContaining([of, against]));
    }
  });
});
