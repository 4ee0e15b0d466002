import type { Outcome } from './outcome.js';
import { tableOf, totalOf } from './summary.js';

const outcome = (name: string, passed: number, failed: number, more: Partial<Outcome> = {}): Outcome => ({
  name,
  passed,
  failed,
  skipped: 0,
  durationMs: 1_500,
  ...more,
});

describe('the end of the check', () => {
  it('adds steps and tests up in one line', () => {
    expect(totalOf([outcome('lint', 1, 0), outcome('build', 0, 1), outcome('test: client', 40, 2)])).toBe(
      '41 passed, 3 failed',
    );
  });

  it('has a total even where nothing was run', () => {
    expect(totalOf([])).toBe('0 passed, 0 failed');
    expect(tableOf([])).toBe('');
  });

  it('shows in a table what failed, and why', () => {
    const table = tableOf([
      outcome('lint', 1, 0),
      outcome('test: client', 40, 1, { skipped: 3, durationMs: 61_000, note: 'did not end within 600 s' }),
    ]);
    expect(table.split('\n')).toEqual([
      'ok      lint              1 passed    0 failed    0 skipped         1.5 s',
      'FAILED  test: client     40 passed    1 failed    3 skipped     1 min 1 s  did not end within 600 s',
      '',
    ]);
  });
});
