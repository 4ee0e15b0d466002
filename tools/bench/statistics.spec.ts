import { median, mediansOf, ratios, type Round } from './statistics.js';

const round = (requests: number, cpuMs: number, latencyMs?: number): Round => ({
  requests,
  durationMs: 500,
  cpuMs,
  ...(latencyMs === undefined ? {} : { p50Ms: latencyMs, p99Ms: latencyMs * 2 }),
});

describe('the median', () => {
  it('is the value in the middle, whatever the order', () => {
    expect(median([9, 1, 10])).toBe(9);
  });

  it('lies between the two in the middle where their number is even', () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
  });

  it('does not exist without values', () => {
    expect(() => median([])).toThrow('median of nothing');
  });
});

describe('the ratios of a run', () => {
  it('compare each round with the round beside it, more requests and less CPU being better', () => {
    // A machine that slows down hits both: round by round ours has half the rate and twice the CPU.
    const ours = [round(100, 10), round(50, 10), round(20, 8)];
    const other = [round(200, 10), round(100, 10), round(40, 8)];
    const half = { median: 0.5, least: 0.5, most: 0.5 };
    expect(ratios(ours, other)).toEqual({ rate: half, cpu: half });
  });

  it('say how far the rounds lie apart', () => {
    const { rate } = ratios([round(10, 1), round(20, 1), round(40, 1)], [round(10, 1), round(10, 1), round(10, 1)]);
    expect(rate).toEqual({ median: 2, least: 1, most: 4 });
  });
});

describe('the medians of a participant', () => {
  it('are requests a second, microseconds of CPU a request, and latencies', () => {
    expect(mediansOf([round(100, 1, 3), round(300, 6, 1), round(200, 3, 2)])).toEqual({
      ratePerSecond: 400,
      cpuMicroseconds: 15,
      p50Ms: 2,
      p99Ms: 4,
    });
  });

  it('have no latency where there is no server', () => {
    expect(mediansOf([round(100, 1)])).toMatchObject({ p50Ms: undefined, p99Ms: undefined });
  });
});
