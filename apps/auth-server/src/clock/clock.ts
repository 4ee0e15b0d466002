/** The one source of time. Nothing else in the server reads the time, so that a virtual clock can govern all of it. */
export interface Clock {
  /** Milliseconds since the epoch as people see them. May step when the machine's clock is set: for display and dates only. */
  now(): number;
  /**
   * Milliseconds on the same scale as `now()` that never step while the process lives: for every timer and deadline.
   * After a restart it starts from the machine's clock again.
   */
  monotonic(): number;
}

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.timeOrigin + performance.now(),
};

/**
 * The same clock, but its monotonic time does not start below a moment that was known before: one that was set back
 * between two starts neither ends anything early nor brings anything back.
 */
export function notBefore(clock: Clock, moment: number): Clock {
  const aheadMs = Math.max(0, moment - clock.monotonic());
  return aheadMs === 0 ? clock : { now: () => clock.now(), monotonic: () => clock.monotonic() + aheadMs };
}
