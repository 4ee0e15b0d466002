import { ManualClock } from '../../../clock/manual-clock.js';
import { Caller, describeThrottle, home, rules } from '../../throttle.contract.js';
import { Throttle } from '../../throttle.js';
import { MemoryFailureCounts } from './memory-failure-counts.js';

describeThrottle('in memory', (rules, clock) => new MemoryFailureCounts(rules, clock));

it('forgets what is over, without being asked for it', async () => {
  const clock = new ManualClock();
  const counts = new MemoryFailureCounts(rules, clock);
  await new Caller(new Throttle(counts, 'secret')).fail('ann', home, 2);
  counts.sweep();
  expect(counts.size()).toBe(3);
  clock.advance(15 * 60_000);
  counts.sweep();
  expect(counts.size()).toBe(2);
  clock.advance(15 * 60_000);
  counts.sweep();
  expect(counts.size()).toBe(0);
});
