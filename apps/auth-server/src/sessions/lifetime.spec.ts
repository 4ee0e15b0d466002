import { endingOf, idleEndOf, type LifetimeRules } from './lifetime.js';
import type { Session } from './session.js';

const exact: LifetimeRules = { httpIdleMs: 1800, engineIdleMs: 600, absoluteMs: 10_000, sweepEveryMs: 0 };
const swept: LifetimeRules = { ...exact, sweepEveryMs: 600 };

function usedAt(at: number): Session {
  // Only what the judgement reads.
  return { http: { key: '', lastUsedAt: at, endsAt: 10_000 }, engine: { lastUsedAt: at } as Session['engine'] };
}

describe('the lifetime of a session', () => {
  it('ends to the millisecond in the exact profile', () => {
    expect(endingOf(usedAt(100), exact, 699)).toBeUndefined();
    expect(endingOf(usedAt(100), exact, 700)).toBe('engineIdle');
  });

  it('ends at the next sweep in the vendor profile, after up to almost twice its timeout', () => {
    expect(endingOf(usedAt(1), swept, 1199)).toBeUndefined();
    expect(endingOf(usedAt(1), swept, 1200)).toBe('engineIdle');
    expect(endingOf(usedAt(0), swept, 600)).toBe('engineIdle');
  });

  it('ends at the absolute end in both profiles', () => {
    expect(endingOf(usedAt(9_900), exact, 10_000)).toBe('absolute');
    expect(endingOf(usedAt(9_900), swept, 10_000)).toBe('absolute');
  });

  it('is not ended by a moment before its last use', () => {
    expect(endingOf(usedAt(5_000), exact, 1)).toBeUndefined();
  });

  it.each([exact, swept])('that is idle ends at the moment that can be told before, in every profile', (rules) => {
    for (const lastUsedAt of [0, 1, 599, 600, 601]) {
      const end = idleEndOf(lastUsedAt, rules);
      expect(endingOf(usedAt(lastUsedAt), rules, end - 1)).toBeUndefined();
      expect(endingOf(usedAt(lastUsedAt), rules, end)).toBe('engineIdle');
    }
  });
});
