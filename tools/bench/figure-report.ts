/** The figures of a case, as data and as text. */
import type { Figure, FigureCase } from './figure-case.js';
import { headingOf } from './report.js';
import { median } from './statistics.js';
import { tableLines, type Layout } from './table.js';

export interface FigureResult {
  readonly name: string;
  readonly title: string;
  readonly rounds: number;
  readonly figures: readonly (Figure & { readonly median: number; readonly met: boolean | undefined })[];
}

export function figuresOf({ name, title }: Pick<FigureCase, 'name' | 'title'>, figures: readonly Figure[]) {
  return {
    name,
    title,
    rounds: Math.max(...figures.map(({ values }) => values.length)),
    figures: figures.map((figure) => {
      const found = median(figure.values);
      return { ...figure, median: found, met: figure.goal === undefined ? undefined : found <= figure.goal };
    }),
  } satisfies FigureResult;
}

export function figureText({ name, title, rounds, figures }: FigureResult, layout: Layout): string {
  const rows = figures.map(({ what, unit, values, median: middle, goal, met }) => [
    what,
    values.length === 1
      ? numberText(middle)
      : `${numberText(middle)} (${numberText(Math.min(...values))}-${numberText(Math.max(...values))})`,
    unit,
    goal === undefined ? '' : `<= ${goal}: ${met ? 'met' : 'MISSED'}`,
  ]);
  const table = { head: ['median (least-most)', 'found', 'unit', 'goal'], rows };
  return [...headingOf(name, title, rounds, layout), ...tableLines(table, layout), ''].join('\n');
}

const numberText = (value: number) => (Math.abs(value) < 100 ? value.toFixed(2) : value.toFixed(0));
