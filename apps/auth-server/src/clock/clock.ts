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
