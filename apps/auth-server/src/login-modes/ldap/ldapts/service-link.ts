import { until } from '../deadline.js';
import { DirectoryDown } from '../directory-down.js';
import type { DirectoryEntry } from '../entry.js';
import type { Connection, SearchRequest } from './connection.js';

export interface ServiceAccount {
  readonly name: string;
  readonly password: string;
}

/** The one connection of a server that is kept for searches, and shared by all of them. It is opened anew when it fails. */
export class ServiceLink {
  readonly #open: () => Promise<Connection>;
  readonly #account: ServiceAccount | undefined;
  #connection: Connection | undefined;
  #opening: Promise<Connection> | undefined;
  #isClosed = false;

  /** @param account undefined: searches are anonymous */
  constructor(open: () => Promise<Connection>, account: ServiceAccount | undefined) {
    this.#open = open;
    this.#account = account;
  }

  /** @throws DirectoryDown, SearchRefused */
  async search(request: SearchRequest, signal: AbortSignal): Promise<DirectoryEntry[]> {
    const kept = this.#connection;
    if (kept?.isOpen === true) {
      try {
        return await kept.search(request, signal);
      } catch (error) {
        // It may have been closed while it lay idle, or because another search was late: once more, on a new one.
        if (!(error instanceof DirectoryDown) || error.isLate) throw error;
      }
    }
    const connection = await until(signal, this.#renewed());
    return connection.search(request, signal);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening?.catch(() => undefined);
    this.#connection?.close();
  }

  /** Those who need one at the same time get the same. */
  #renewed(): Promise<Connection> {
    if (this.#connection?.isOpen === true) return Promise.resolve(this.#connection);
    this.#opening ??= this.#bound().finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async #bound(): Promise<Connection> {
    if (this.#isClosed) throw new DirectoryDown('the server is stopping');
    const connection = await this.#open();
    this.#connection = connection;
    if (this.#account === undefined) return connection;
    const { code, message } = await connection.bind(this.#account.name, this.#account.password);
    if (code === 0) return connection;
    connection.close();
    throw new DirectoryDown(`the account for searches is refused with code ${code}: ${message}`);
  }
}
