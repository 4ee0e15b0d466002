import type { Clock } from '../../clock/clock.js';
import { Problem } from '../../errors/problem.js';
import { DirectoryDown } from './directory-down.js';

interface State {
  /** Not asked before this time of the monotonic clock. */
  restsUntilMs: number;
  /** Why it rests, for the log. */
  reason: DirectoryDown | undefined;
}

/** The servers of a directory in the order of the configuration. One that failed rests for a while. */
export class Failover<Server extends { readonly url: string }> {
  readonly #servers: readonly Server[];
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #restMs: number;
  readonly #states = new Map<Server, State>();

  constructor(servers: readonly Server[], clock: Pick<Clock, 'monotonic'>, restMs: number) {
    this.#servers = servers;
    this.#clock = clock;
    this.#restMs = restMs;
  }

  /**
   * Does the work at the first server that can.
   * @param signal says when this login has no time left
   * @param work throws DirectoryDown where its server cannot
   * @throws Problem serviceUnavailable where none can, at once where all rest
   */
  async run<Result>(signal: AbortSignal, work: (server: Server) => Promise<Result>): Promise<Result> {
    let reason: DirectoryDown | undefined;
    for (const server of this.#servers) {
      if (signal.aborted) break;
      const state = this.#states.get(server);
      const now = this.#clock.monotonic();
      if (state !== undefined && state.restsUntilMs > now) {
        reason ??= state.reason;
        continue;
      }
      // One login finds out whether it is back. The others do not wait for that.
      if (state !== undefined) state.restsUntilMs = now + this.#restMs;
      try {
        const result = await work(server);
        this.#states.delete(server);
        return result;
      } catch (error) {
        if (!(error instanceof DirectoryDown)) throw error;
        reason = new DirectoryDown(`${server.url}: ${error.message}`, { cause: error });
        // A login that has spent its time elsewhere says nothing of this server.
        if (signal.aborted) break;
        this.#states.set(server, { restsUntilMs: this.#clock.monotonic() + this.#restMs, reason });
      }
    }
    throw new Problem('serviceUnavailable', {
      message: 'The directory is not available',
      headers: { 'retry-after': String(Math.max(1, Math.ceil(this.#restMs / 1000))) },
      cause: reason,
    });
  }
}
