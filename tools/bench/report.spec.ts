import { cases } from './cases.js';
import { resultOf, textOf } from './report.js';
import type { Round } from './statistics.js';

const read = cases.find(({ name }) => name === 'read');
if (read === undefined) throw new Error('there is no case "read"');

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
    expect(textOf(result).split('\n')).toEqual([
      'read: authenticated GET /api/sessions, memory store',
      'medians of 3 rounds',
      '',
      '                          requests/s  CPU µs/request  p50 ms  p99 ms',
      'ours                            6000           150.0    2.00    5.00',
      'node:http, bare                12000            60.0    1.00    3.00',
      'node:http, same contract       10000           100.0       -       -',
      '',
      'ratio (least-most)                                requests/s   CPU per request                 goal',
      'ours / node:http, bare                      0.50 (0.50-0.50)  0.40 (0.40-0.40)  CPU >= 0.50: MISSED',
      'ours / node:http, same contract             0.60 (0.60-0.60)  0.67 (0.67-0.67)',
      'node:http, same contract / node:http, bare  0.83 (0.83-0.83)  0.60 (0.60-0.60)',
      '',
    ]);
  });
});

describe('the cases', () => {
  it('compare only who takes part', () => {
    for (const { participants, comparisons } of cases) {
      const names = participants.map(({ name }) => name);
      for (const { of, against } of comparisons) expect(names).toEqual(expect.arrayContaining([of, against]));
    }
  });
});
