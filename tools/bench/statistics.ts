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

/** How the rounds of ours stand to the rounds of the other beside them: above 1, ours is better. */
export function ratios(
  ours: readonly Round[],
  other: readonly Round[],
): { readonly rate: Spread; readonly cpu: Spread } {
  const pairs = ours.flatMap((mine, round) => {
    const beside = other[round];
    return beside === undefined ? [] : [{ mine, beside }];
  });
  return {
    rate: spreadOf(pairs.map(({ mine, beside }) => ratePerSecond(mine) / ratePerSecond(beside))),
    cpu: spreadOf(pairs.map(({ mine, beside }) => cpuMicroseconds(beside) / cpuMicroseconds(mine))),
  };
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
