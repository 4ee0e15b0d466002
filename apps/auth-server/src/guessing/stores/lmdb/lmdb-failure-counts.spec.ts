import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '../../../clock/manual-clock.js';
import { Caller, describeThrottle, far, home, rules } from '../../throttle.contract.js';
import { Throttle } from '../../throttle.js';
import { LmdbFailureCounts } from './lmdb-failure-counts.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guessing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describeThrottle('in LMDB', (rules, clock) => LmdbFailureCounts.open(join(folder, 'guessing'), rules, clock));

describe('failures that outlive the process', () => {
  let clock: ManualClock;
  let counts: LmdbFailureCounts;
  let caller: Caller;
  const open = async (more = {}) => {
    counts = await LmdbFailureCounts.open(folder, { ...rules, ...more }, clock);
    caller = new Caller(new Throttle(counts, 'secret'));
  };
  const restart = async (more = {}) => {
    await counts.close();
    await open(more);
  };
  beforeEach(async () => {
    clock = new ManualClock();
    await open();
  });
  afterEach(() => counts.close());

  it('are counted on, and a wait goes on to its end', async () => {
    await caller.fail('ann', home, 4);
    await restart();
    await caller.fail('ann', home, 1);
    await restart();
    expect(await caller.attempt('ann', home, true)).toBe(1);
    clock.advance(1000);
    await caller.fail('ann', home, 1);
    await restart();
    expect(await caller.attempt('ann', home, true)).toBe(2);
  });

  it('are forgotten as if it had lived', async () => {
    await caller.fail('ann', home, 5);
    clock.advance(15 * 60_000);
    await restart();
    await caller.fail('ann', home, 1);
    expect(await caller.attempt('ann', home, true)).toBe(1);
    clock.advance(100 * 60_000);
    await restart();
    expect(counts.size()).toBe(0);
  });

  it('are pardoned for good by a success', async () => {
    await caller.fail('ann', home, 4);
    await restart();
    expect(await caller.attempt('ann', home, true)).toBe('in');
    await restart();
    await caller.fail('ann', home, 4);
  });

  it('do not keep an owner out from where he has logged in', async () => {
    expect(await caller.attempt('ann', home, true)).toBe('in');
    await restart();
    for (let n = 0; n < 20; n += 1) await caller.fail('ann', far(n), 1);
    await restart();
    expect(await caller.attempt('ann', far(20))).toBe(1);
    expect(await caller.attempt('ann', home, true)).toBe('in');
  });

  it('keep nobody waiting longer than the longest wait, should the clock be set back', async () => {
    await caller.fail('ann', home, 5);
    await counts.close();
    clock = new ManualClock(clock.now() - 86_400_000);
    await open();
    expect(await caller.attempt('ann', home)).toBe(900);
    clock.advance(900_000);
    expect(await caller.attempt('ann', home, true)).toBe('in');
  });

  it('take no more of the disk than their bound allows, also where it was set lower', async () => {
    for (let n = 0; n < 200; n += 1) await caller.fail(`user ${n}`, far(n), 1);
    await restart({ maximumCounters: 100 });
    expect(counts.size()).toBe(100);
    await restart();
    expect(counts.size()).toBe(100);
  });

  it('say nothing of who it was', async () => {
    await caller.fail('arabella', home, 5);
    expect(await caller.attempt('arabella', far(1), true)).toBe('in');
    await restart();
    const stored = readFileSync(join(folder, 'data.mdb'), 'latin1');
    expect(stored).toContain('nameAndNetwork:');
    for (const secret of ['arabella', '192.0.2', '10.0.1']) expect(stored).not.toContain(secret);
  });

  it('are refused where the file was cut off', async () => {
    await counts.close();
    truncateSync(join(folder, 'data.mdb'), 8192);
    await expect(open()).rejects.toThrow(/^The counters of failed logins in .* is cut off.*all guesses are forgotten$/);
    rmSync(join(folder, 'data.mdb'));
    await open();
  });
});
