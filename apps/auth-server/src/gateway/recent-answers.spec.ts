import { ManualClock } from '../clock/manual-clock.js';
import { RecentAnswers } from './recent-answers.js';

describe('answers that are used again', () => {
  const clock = new ManualClock();
  const answers = (freshForMs: number, maximum = 10) =>
    new RecentAnswers<string>(clock, freshForMs, maximum, (answer) => answer !== 'no');

  /** Counts questions; each is answered when it is told to be. */
  function questions() {
    const waiting: ((answer: string) => void)[] = [];
    const ask = () => new Promise<string>((resolve) => void waiting.push(resolve));
    return { ask, waiting };
  }

  it('are old so long after their question, however late they came', async () => {
    const recent = answers(1000);
    const { ask, waiting } = questions();
    const first = recent.of('a', ask);
    clock.advance(900);
    waiting[0]?.('yes');
    expect(await first).toBe('yes');
    clock.advance(99);
    expect(await recent.of('a', ask)).toBe('yes');
    expect(waiting).toHaveLength(1);
    clock.advance(1);
    void recent.of('a', ask);
    expect(waiting).toHaveLength(2);
  });

  it('are shared by those who come while the question is under way, and no longer than it is fresh', async () => {
    const recent = answers(1000);
    const { ask, waiting } = questions();
    const both = [recent.of('a', ask), recent.of('a', ask)];
    expect(waiting).toHaveLength(1);
    clock.advance(1000);
    void recent.of('a', ask);
    expect(waiting).toHaveLength(2);
    waiting[0]?.('yes');
    expect(await Promise.all(both)).toEqual(['yes', 'yes']);
  });

  it('are not shared at all where nothing is to be fresh', () => {
    const recent = answers(0);
    const { ask, waiting } = questions();
    void recent.of('a', ask);
    void recent.of('a', ask);
    expect(waiting).toHaveLength(2);
    expect(recent.size).toBe(0);
  });

  it('are forgotten at once where they are a no', async () => {
    const recent = answers(1000);
    const { ask, waiting } = questions();
    const refused = recent.of('a', ask);
    waiting[0]?.('no');
    expect(await refused).toBe('no');
    expect(recent.size).toBe(0);
  });

  it('are no more than so many: the oldest goes first', async () => {
    const recent = answers(1000, 2);
    const yes = async () => 'yes';
    for (const key of ['a', 'b', 'c']) await recent.of(key, yes);
    expect(recent.size).toBe(2);
    const { ask, waiting } = questions();
    await recent.of('c', ask);
    await recent.of('b', ask);
    expect(waiting).toHaveLength(0);
    void recent.of('a', ask);
    expect(waiting).toHaveLength(1);
  });

  it('free their place when they are old and another comes', async () => {
    const recent = answers(1000);
    const yes = async () => 'yes';
    for (const key of ['a', 'b', 'c']) await recent.of(key, yes);
    clock.advance(1000);
    await recent.of('d', yes);
    expect(recent.size).toBe(1);
  });
});
