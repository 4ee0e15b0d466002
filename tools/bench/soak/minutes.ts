/** What a soaked server was like, minute by minute, and what that says. All pure. */
import type { Condition } from '../processes/questions.js';

export interface Minute extends Condition {
  readonly minute: number;
  /** Answered since the beginning, whatever the answer. */
  readonly requests: number;
}

export interface Ending {
  /** In the store, after everybody has left and every timeout is over. */
  readonly sessionsLeft: number;
  /** Lines of the log that are errors. */
  readonly errors: readonly string[];
  /** Answers that nobody expected. */
  readonly surprises: readonly string[];
}

export interface Verdict {
  readonly passed: boolean;
  readonly findings: readonly string[];
}

/** Growth of the heap that is noise, an hour: a leak of a hundred bytes a login is far above it at any load. */
const mostBytesAnHour = 24 * 1024 ** 2;
const mostHandlesMore = 50;

/** @returns growth in a minute, by least squares; 0 for fewer than two minutes */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  const variance = values.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0);
  return variance === 0 ? 0 : covariance / variance;
}

/** Judges the second half: in the first, caches fill and code is compiled. */
export function judge(minutes: readonly Minute[], { sessionsLeft, errors, surprises }: Ending): Verdict {
  const half = minutes.slice(Math.floor(minutes.length / 2));
  const anHour = slopeOf(half.map(({ heapBytes }) => heapBytes)) * 60;
  const [first, last] = [half[0]?.handles ?? 0, half.at(-1)?.handles ?? 0];
  const checks = [
    [
      anHour <= mostBytesAnHour,
      `heap grows by ${mebibytes(anHour)} MiB an hour (bound: ${mebibytes(mostBytesAnHour)})`,
    ],
    [last - first <= mostHandlesMore, `open handles: ${first} in the middle, ${last} at the end`],
    [sessionsLeft === 0, `sessions left in the store after everybody has left and all timeouts: ${sessionsLeft}`],
    [errors.length === 0, `errors in the log: ${listed(errors)}`],
    [surprises.length === 0, `unexpected answers: ${listed(surprises)}`],
  ] as const;
  return {
    passed: checks.every(([good]) => good),
    findings: checks.map(([good, text]) => `${good ? 'good' : 'BAD '}  ${text}`),
  };
}

export function lineOf({ minute, heapBytes, residentBytes, handles, sessions, requests }: Minute): string {
  const memory = `heap ${mebibytes(heapBytes)} MiB, RSS ${mebibytes(residentBytes)} MiB`;
  return `minute ${minute}: ${memory}, ${handles} handles, ${sessions} sessions, ${requests} requests so far`;
}

const mebibytes = (bytes: number) => (bytes / 1024 ** 2).toFixed(1);

function listed(all: readonly string[]): string {
  return all.length === 0 ? 'none' : `${all.length}, such as\n      ${all.slice(0, 5).join('\n      ')}`;
}
