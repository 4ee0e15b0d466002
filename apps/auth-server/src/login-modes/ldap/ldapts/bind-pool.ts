import { Problem } from '../../../errors/problem.js';
import { until } from '../deadline.js';
import { DirectoryDown } from '../directory-down.js';
import type { Connection } from './connection.js';

export interface PoolRules {
  /** Connections that are open at once. */
  readonly connections: number;
  /** Logins that may wait for one. */
  readonly maximumWaiting: number;
}

/** The connections of a server on which people prove who they are, each used by one login at a time. */
export class BindPool {
  readonly #open: () => Promise<Connection>;
  readonly #rules: PoolRules;
  readonly #idle: Connection[] = [];
  readonly #waiting = new Set<() => void>();
  #used = 0;
  #isClosed = false;

  constructor(open: () => Promise<Connection>, rules: PoolRules) {
    this.#open = open;
    this.#rules = rules;
  }

  /**
   * Lends a connection for this work. Should one that lay idle turn out to be closed, the work is done again on a new one.
   * @throws DirectoryDown; Problem serviceUnavailable where too many wait, or this login has waited too long
   */
  async use<Result>(signal: AbortSignal, work: (connection: Connection) => Promise<Result>): Promise<Result> {
    await this.#turn(signal);
    try {
      const kept = this.#takeIdle();
      if (kept !== undefined) {
        try {
          return await this.#with(kept, work);
        } catch (error) {
          if (!(error instanceof DirectoryDown) || error.isLate) throw error;
        }
      }
      return await this.#with(await this.#opened(signal), work);
    } finally {
      this.#used -= 1;
      const [next] = this.#waiting;
      next?.();
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const connection of this.#idle.splice(0)) connection.close();
  }

  async #turn(signal: AbortSignal): Promise<void> {
    while (this.#used >= this.#rules.connections) {
      if (this.#waiting.size >= this.#rules.maximumWaiting) throw busy('too many logins wait for the directory');
      await this.#woken(signal);
    }
    this.#used += 1;
  }

  #woken(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: () => void) => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', late);
        outcome();
      };
      const wake = () => settle(resolve);
      const late = () => settle(() => reject(busy('no connection to the directory became free in time')));
      if (signal.aborted) return late();
      this.#waiting.add(wake);
      signal.addEventListener('abort', late, { once: true });
    });
  }

  #takeIdle(): Connection | undefined {
    for (let kept = this.#idle.pop(); kept !== undefined; kept = this.#idle.pop()) if (kept.isOpen) return kept;
    return undefined;
  }

  async #opened(signal: AbortSignal): Promise<Connection> {
    if (this.#isClosed) throw new DirectoryDown('the server is stopping');
    const opening = this.#open();
    try {
      return await until(signal, opening);
    } catch (error) {
      // Nobody else knows of the connection, should it come after all.
      opening.then((late) => late.close()).catch(() => undefined);
      throw error;
    }
  }

  async #with<Result>(connection: Connection, work: (connection: Connection) => Promise<Result>): Promise<Result> {
    try {
      return await work(connection);
    } finally {
      if (connection.isOpen && !this.#isClosed) this.#idle.push(connection);
      else connection.close();
    }
  }
}

function busy(reason: string): Problem {
  return new Problem('serviceUnavailable', { headers: { 'retry-after': '1' }, cause: new Error(reason) });
}
