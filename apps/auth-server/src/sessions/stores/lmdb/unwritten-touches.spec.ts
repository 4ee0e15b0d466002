import { UnwrittenTouches } from './unwritten-touches.js';

describe('uses that are not written yet', () => {
  it('are those that came last, in whatever order they came', () => {
    const touches = new UnwrittenTouches();
    touches.note('a', 20);
    touches.note('a', 10);
    expect(touches.lastUse('a', 5)).toBe(20);
    expect(touches.lastUse('a', 30)).toBe(30);
    expect(touches.lastUse('b', 5)).toBe(5);
  });

  it('are written in turn: a session that is used all the time keeps no other waiting', () => {
    const touches = new UnwrittenTouches();
    for (const id of ['a', 'b', 'c']) touches.note(id, 1);
    const first = touches.oldest(2);
    touches.note('a', 2);
    touches.forget(first);
    expect(touches.oldest(2)).toEqual([
      ['c', 1],
      ['a', 2],
    ]);
    expect(touches.size).toBe(2);
  });
});
