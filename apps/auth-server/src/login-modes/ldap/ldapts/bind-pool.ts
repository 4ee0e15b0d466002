import { until } from '../deadline.js';
import { DirectoryDown } from '../directory-down.js';
import { Turns } from '../turns.js';
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
  readonly #turns: Turns;
  readonly #idle: Connection[] = [];
  #isClosed = false;

  constructor(open: () => Promise<Connection>, { connections, maximumWaiting }: PoolRules) {
    this.#open = open;
    this.#turns = new Turns(connections, maximumWaiting);
  }

  /**
   * Lends a connection for this work. Should one that lay idle turn out to be closed, the work is done again on a new one.
   * @throws DirectoryDown; Problem serviceUnavailable where too many wait, or this login has waited too long
   */
  use<Result>(signal: AbortSignal, work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.#turns.take(signal, async () => {
      const kept = this.#takeIdle();
      if (kept !== undefined) {
        try {
          return await this.#with(kept, work);
        } catch (error) {
          if (!(error instanceof DirectoryDown) || error.isLate) throw error;
        }
      }
      return this.#with(await this.#opened(signal), work);
    });
  }

  close(): void {
    this.#isClosed = true;
    for (const connection of this.#idle.splice(0)) connection.close();
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
