import type { Clock } from '../src/index.js';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

/** A clock that a test moves. The wall clock can be set, and the machine can sleep, which timers do not notice. */
export class ManualClock implements Clock {
  #monotonicMs = 0;
  #wallMs = Date.UTC(2026, 0, 5);
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#wallMs;
  }

  monotonic(): number {
    return this.#monotonicMs;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { atMs: this.#monotonicMs + delayMs, run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets time pass, and what timers start come to rest each time, which takes `settle`. */
  async advance(ms: number, settle: () => Promise<unknown> = idle): Promise<void> {
    const endMs = this.#monotonicMs + ms;
    for (let next = this.#next(endMs); next; next = this.#next(endMs)) {
      this.#move(next.atMs - this.#monotonicMs);
      this.#timers.delete(next);
      next.run();
      await settle();
    }
    this.#move(endMs - this.#monotonicMs);
    await settle();
  }

  /** The machine sleeps: only the wall clock goes on. */
  sleep(ms: number): void {
    this.#wallMs += ms;
  }

  #next(endMs: number): Timer | undefined {
    return [...this.#timers].filter(({ atMs }) => atMs <= endMs).sort((one, other) => one.atMs - other.atMs)[0];
  }

  #move(ms: number): void {
    this.#monotonicMs += ms;
    this.#wallMs += ms;
  }
}

/** A turn of the event loop. */
function idle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
