import type { DirectoryEntry } from '../entry.js';
import type { BindAnswer } from '../refusals.js';
import { BindPool, type PoolRules } from './bind-pool.js';
import { Connection, type SearchRequest, type Timeouts } from './connection.js';
import type { ServerAddress } from './open-socket.js';
import { ServiceLink, type ServiceAccount } from './service-link.js';

export interface ServerRules {
  readonly timeouts: Timeouts;
  readonly pool: PoolRules;
  /** Undefined: searches are anonymous. */
  readonly serviceAccount: ServiceAccount | undefined;
}

/** One server of a directory, with the connections to it. */
export class DirectoryServer {
  /** For the log: `ldaps://ldap.example.org:636`. */
  readonly url: string;
  readonly #service: ServiceLink;
  readonly #people: BindPool;

  constructor(url: string, address: ServerAddress, { timeouts, pool, serviceAccount }: ServerRules) {
    this.url = url;
    const open = () => Connection.open(address, timeouts);
    this.#service = new ServiceLink(open, serviceAccount);
    this.#people = new BindPool(open, pool);
  }

  /** As the account for searches. @throws DirectoryDown, SearchRefused */
  search(request: SearchRequest, signal: AbortSignal): Promise<DirectoryEntry[]> {
    return this.#service.search(request, signal);
  }

  /** Is this the person's password? @throws DirectoryDown; Problem serviceUnavailable */
  bind(name: string, password: string, signal: AbortSignal): Promise<BindAnswer> {
    return this.#people.use(signal, (connection) => connection.bind(name, password, signal));
  }

  /** Lends a connection on which a person binds, and then searches as himself. */
  lend<Result>(signal: AbortSignal, work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.#people.use(signal, work);
  }

  async close(): Promise<void> {
    this.#people.close();
    await this.#service.close();
  }
}
