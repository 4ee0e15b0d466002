/** Joins Kysely to pg: a pool whose connections are dropped when they fail, and whose every question has a deadline. */
import { Socket } from 'node:net';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { isAnswer, messageOf, toldOf } from './outage.js';

/** int8: a number of milliseconds, or a count. All of ours are safe integers. Source: pg_type.dat */
const int8 = 20;

/** Connections that nobody has used for so long are closed. */
const idleMs = 5 * 60_000;
/** Every connection, so that a name that leads elsewhere by now is asked again. */
const lifetimeSeconds = 3600;

export interface PoolOptions {
  readonly size: number;
  readonly deadlineMs: number;
  /** Settings of the server for each connection. Values need no quotes. */
  readonly parameters: Readonly<Record<string, string>>;
}

export function carefulPool({ Pool, types }: typeof pg, way: pg.ClientConfig, options: PoolOptions): PostgresPool {
  const { size, deadlineMs, parameters } = options;
  const sockets = new Set<Socket>();
  const pool = new Pool({
    ...way,
    max: size,
    idleTimeoutMillis: idleMs,
    maxLifetimeSeconds: lifetimeSeconds,
    connectionTimeoutMillis: deadlineMs,
    statement_timeout: deadlineMs,
    // A little later: what the server itself gives up leaves the connection good.
    query_timeout: deadlineMs + 250,
    // Should this process be stopped in the middle of a transaction, others do not wait for it for long.
    idle_in_transaction_session_timeout: 5 * deadlineMs,
    options: optionsOf(parameters),
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        id === int8 ? Number : (types.getTypeParser(id, format) as (value: string) => unknown), // any, by its type
    },
    stream: () => tracked(sockets),
  });
  pool.on('error', () => undefined); // an idle connection that ends is none any more: nothing more to do
  return {
    async connect() {
      try {
        return new CarefulClient(await pool.connect());
      } catch (error) {
        throw toldOf(error);
      }
    },
    /** A server that hangs does not keep us. */
    async end() {
      let deadline: NodeJS.Timeout | undefined;
      await Promise.race([pool.end(), new Promise((resolve) => (deadline = setTimeout(resolve, deadlineMs)))]);
      clearTimeout(deadline);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Source: PostgreSQL manual, libpq connection parameter `options` */
export function optionsOf(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `-c ${name}=${value.replace(/[\\ ]/g, '\\$&')}`)
    .join(' ');
}

function tracked(sockets: Set<Socket>): Socket {
  const socket = new Socket();
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
  return socket;
}

class CarefulClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  #broken: Error | undefined;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    client.on('error', this.#onError);
  }

  query = (async (text: string, values: unknown[]) => {
    // Nobody waits a second time for what did not answer, such as with the rollback.
    if (this.#broken !== undefined) throw toldOf(this.#broken);
    try {
      return await this.#client.query(text, values);
    } catch (error) {
      if (!isAnswer(error)) this.#broken = new Error(messageOf(error));
      throw toldOf(error);
    }
  }) as unknown as PostgresPoolClient['query']; // without a cursor, which Kysely has only where it was given one

  release(): void {
    this.#client.off('error', this.#onError);
    this.#client.release(this.#broken);
  }

  readonly #onError = (error: Error) => {
    this.#broken ??= error;
  };
}
