/** A client whose timers go by the clock of the server, which a test moves. */
import type { Clock } from '@mstr-rest/client';
import type { OpenTarget } from './open-target.js';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

/** The time of the server, with timers. The requests of a client by `fetch` are waited for when time passes. */
export class SharedTime implements Clock {
  readonly asked: string[] = [];
  readonly #open: OpenTarget;
  readonly #timers = new Set<Timer>();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(open: OpenTarget) {
    this.#open = open;
  }

  now(): number {
    return this.#open.clock.now();
  }

  monotonic(): number {
    return this.#open.clock.monotonic();
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { atMs: this.monotonic() + delayMs, run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Sends over the network, and notes what was asked. */
  readonly fetch = (request: Request): Promise<Response> => {
    this.asked.push(`${request.method} ${new URL(request.url).pathname.replace(/.*\/api/, '')}`);
    const work = fetch(request);
    const done = work.catch(() => undefined).finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
    return work;
  };

  async pass(ms: number): Promise<void> {
    const endMs = this.monotonic() + ms;
    for (;;) {
      const due = [...this.#timers].filter(({ atMs }) => atMs <= endMs).sort((one, other) => one.atMs - other.atMs);
      const [next] = due;
      this.#open.clock.advance((next?.atMs ?? endMs) - this.monotonic());
      if (!next) return;
      this.#timers.delete(next);
      next.run();
      await this.#settled();
    }
  }

  async #settled(): Promise<void> {
    do {
      await Promise.all(this.#underWay);
      for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    } while (this.#underWay.size > 0);
  }
}
