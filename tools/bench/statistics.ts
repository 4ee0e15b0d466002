/** From rounds to ratios. All pure. */

/** What one participant did in one round. */
export interface Round {
  /** Requests that were answered as expected; hashes where there is no server. */
  readonly requests: number;
  readonly durationMs: number;
  /** Of the server's process with all its threads, user and system together. */
  readonly cpuMs: number;
  /** Missing where there is no server. */
  readonly p50Ms?: number;
  readonly p99Ms?: number;
}

/** How a ratio came out over the rounds. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export const ratePerSecond = ({ requests, durationMs }: Round): number => (requests / durationMs) * 1000;
export const cpuMicroseconds = ({ requests, cpuMs }: Round): number => (cpuMs / requests) * 1000;

/** @throws Error for no values */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [upper, lower] = [sorted[sorted.length >> 1], sorted[(sorted.length - 1) >> 1]];
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing');
  return (lower + upper) / 2;
}

export interface Ratios {
  /** Above 1, ours is better. */
  readonly rate: Spread;
  /** Above 1, ours is better. */
  readonly cpu: Spread;
  /** Above 1, ours is slower. Missing where there is no server. */
  readonly p50?: Spread;
  readonly p99?: Spread;
}

/** How the rounds of ours stand to the rounds of the other beside them. */
export function ratios(ours: readonly Round[], other: readonly Round[]): Ratios {
  const pairs = ours.flatMap((mine, round) => {
    const beside = other[round];
    return beside === undefined ? [] : [{ mine, beside }];
  });
  return {
    rate: spreadOf(pairs.map(({ mine, beside }) => ratePerSecond(mine) / ratePerSecond(beside))),
    cpu: spreadOf(pairs.map(({ mine, beside }) => cpuMicroseconds(beside) / cpuMicroseconds(mine))),
    ...latencyRatio('p50', pairs),
    ...latencyRatio('p99', pairs),
  };
}

type Pair = { readonly mine: Round; readonly beside: Round };

function latencyRatio(name: 'p50' | 'p99', pairs: readonly Pair[]): Partial<Ratios> {
  const values = pairs.flatMap(({ mine, beside }) => {
    const [of, against] = [mine[`${name}Ms`], beside[`${name}Ms`]];
    return of === undefined || against === undefined ? [] : [of / against];
  });
  return values.length === 0 ? {} : { [name]: spreadOf(values) };
}

/** The rounds of whoever has the best median rate. @throws Error where nobody is named */
export function bestOf(all: readonly (readonly Round[])[]): readonly Round[] {
  const rateOf = (rounds: readonly Round[]) => median(rounds.map(ratePerSecond));
  return all.reduce((best, rounds) => (rateOf(rounds) > rateOf(best) ? rounds : best));
}

/** The medians over the rounds of everything that is measured. */
export function mediansOf(rounds: readonly Round[]) {
  const [p50s, p99s] = [rounds.flatMap(({ p50Ms }) => p50Ms ?? []), rounds.flatMap(({ p99Ms }) => p99Ms ?? [])];
  return {
    ratePerSecond: median(rounds.map(ratePerSecond)),
    cpuMicroseconds: median(rounds.map(cpuMicroseconds)),
    p50Ms: p50s.length === 0 ? undefined : median(p50s),
    p99Ms: p99s.length === 0 ? undefined : median(p99s),
  };
}

function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}
