import { figuresOf, figureText } from './figure-report.js';

const found = figuresOf({ name: 'memory', title: 'what a session takes' }, [
  { what: 'heap', unit: 'bytes', values: [70, 60, 62], goal: 64 },
  { what: 'start', unit: 'ms', values: [1200], goal: 500 },
  { what: 'disk', unit: 'bytes', values: [400.4] },
]);

describe('the report of figures', () => {
  it('judges the median of each by its goal', () => {
    expect(found.figures.map(({ median, met }) => [median, met])).toEqual([
      [62, true],
      [1200, false],
      [400.4, undefined],
    ]);
  });

  it('is a table with the least and the most where there are several rounds', () => {
    expect(figureText(found, 'aligned').split('\n')).toEqual([
      'memory: what a session takes',
      'medians of 3 rounds',
      '',
      'median (least-most)                found   unit            goal',
      'heap                 62.00 (60.00-70.00)  bytes      <= 64: met',
      'start                               1200     ms  <= 500: MISSED',
      'disk                                 400  bytes',
      '',
    ]);
  });
});
