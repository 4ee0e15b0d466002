import type { Sample } from './measure.js';
import { reportOf, withResults } from './report.js';

function sample(cpuUsPerRequest: number, requestsPerSecond: number): Sample {
  return { cpuUsPerRequest, requestsPerSecond, p50Ms: 1.5, p99Ms: 12, serverShare: 0.991, loadShare: 0.5 };
}

describe('the report', () => {
  it('compares within each round, and takes the median of the ratios', () => {
    const one = { name: 'one', script: [] };
    const scenario = { name: 'read', title: 'reading', entrants: [one, { ...one, name: 'two' }] as const };
    const first = [sample(20, 50_000), sample(40, 25_000), sample(20, 50_000)];
    const second = [sample(40, 25_000), sample(50, 20_000), sample(25, 40_000)];
    const rows = reportOf(scenario, [first, second]).split('\n').slice(6, 8);
    expect(rows[0]).toBe('| one | 20.0 | 1 | 50,000 | 1 | 1.50 | 12.0 | 99 % | 50 % |');
    expect(rows[1]).toContain('| two | 40.0 | **0.80** (0.50–0.80) | 25,000 | **0.80** (0.50–0.80) |');
  });

  it('replaces what stands between the markers of a page, and nothing else', () => {
    const page = 'before\n<!-- results -->\nold\n<!-- /results -->\nafter\n';
    const once = withResults(page, 'new\n');
    expect(once).toBe('before\n<!-- results -->\n\nnew\n\n<!-- /results -->\nafter\n');
    expect(withResults(once, 'new\n')).toBe(once);
  });

  it('refuses a page without markers', () => {
    expect(() => withResults('nothing here', 'new')).toThrow('no place for results');
  });
});
