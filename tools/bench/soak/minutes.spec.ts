import { judge, slopeOf, type Minute } from './minutes.js';

const mebibyte = 1024 ** 2;
const minutes = (heaps: readonly number[], handles = 20): readonly Minute[] =>
  heaps.map((heap, minute) => {
    const condition = { heapBytes: heap * mebibyte, residentBytes: 0, handles: handles + minute, sessions: 9 };
    return { minute, requests: 0, ...condition };
  });
const clean = { sessionsLeft: 0, errors: [], surprises: [] };
const rising = [50, 70, 80, 85, 86, 86, 86.1, 86, 86.2, 86];

describe('the slope', () => {
  it('is the growth in a minute', () => {
    expect(slopeOf([1, 3, 5, 7])).toBe(2);
    expect(slopeOf([5, 4, 4, 5])).toBe(0);
  });

  it('is none where there is one minute only', () => {
    expect(slopeOf([5])).toBe(0);
  });
});

describe('the verdict of a soak', () => {
  it('forgives what a server needs until it is warm', () => {
    expect(judge(minutes(rising), clean)).toMatchObject({ passed: true });
  });

  it.each([
    ['memory that goes on growing', minutes([50, 51, 52, 53, 54, 55]), clean, 'heap grows by 60.0 MiB an hour'],
    [
      'handles that pile up',
      minutes(rising.map(() => 86)).map((one) => ({ ...one, handles: one.minute * 20 })),
      clean,
      'open handles: 100',
    ],
    ['a session that is left', minutes(rising), { ...clean, sessionsLeft: 1 }, 'all timeouts: 1'],
    ['an error in the log', minutes(rising), { ...clean, errors: ['it broke'] }, 'it broke'],
    ['an unexpected answer', minutes(rising), { ...clean, surprises: ['login: 500'] }, 'login: 500'],
  ])('does not forgive %s', (_what, soaked, ending, said) => {
    const { passed, findings } = judge(soaked, ending);
    expect(passed).toBe(false);
    expect(findings.filter((line) => line.startsWith('BAD'))).toEqual([expect.stringContaining(said)]);
  });
});
