/** The client's one source of time. Pass another to make deadlines and durations repeatable. */
export interface Clock {
  /** Milliseconds since the epoch, for dates that a server sends. */
  now(): number;
  /** Milliseconds that never step, from any start: for durations. */
  monotonic(): number;
  /**
   * Runs something once, `delayMs` milliseconds from now. Returns what calls it off.
   *
   * @param background Nothing that a program should be kept alive for. Default is false.
   */
  after(delayMs: number, run: () => void, background?: boolean): () => void;
}

/** The time of this machine. Cookies expire by it too, whatever clock is passed. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (delayMs, run, background) => {
    const timer = setTimeout(run, delayMs);
    if (background) (Object(timer) as { unref?(): void }).unref?.(); // a number in a browser
    return () => clearTimeout(timer);
  },
};
