import type { Socket } from 'node:net';
import { Client, ResultCodeError, type SearchOptions } from 'ldapts';
import { DirectoryDown } from '../directory-down.js';
import { entryOf, type DirectoryEntry } from '../entry.js';
import { PasswordPolicyControl } from '../password-policy.js';
import type { BindAnswer } from '../refusals.js';
import { Turns } from '../turns.js';
import { openSocket, type ServerAddress } from './open-socket.js';

/** What is asked for, and where. */
export type SearchRequest = Pick<SearchOptions, 'scope' | 'filter' | 'sizeLimit' | 'paged'> & {
  readonly base: string;
  readonly attributes: readonly string[];
};

export interface Timeouts {
  readonly connectMs: number;
  readonly operationMs: number;
}

/** The server answered a search with a code that is not success (RFC 4511 section 4.1.9). */
export class SearchRefused extends Error {
  override readonly name = 'SearchRefused';

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** Searches on one connection at once; slapd closes a connection on which too many are pending (`conn_max_pending`). */
const searchesAtOnce = 50;

/** One connection to one server. After it has failed it is closed: there is no second one behind it. */
export class Connection {
  readonly #socket: Socket;
  readonly #client: Client;
  readonly #operationMs: number;
  readonly #searches = new Turns(searchesAtOnce, Infinity);

  private constructor(socket: Socket, operationMs: number) {
    this.#socket = socket;
    this.#operationMs = operationMs;
    // The client would connect anew by itself, and without TLS after StartTLS. It gets this one socket and no other.
    let handedOver = false;
    const createConnection = () => {
      if (handedOver) throw new DirectoryDown('the connection is closed');
      handedOver = true;
      return socket;
    };
    this.#client = new Client({ url: 'ldap://handed.over.invalid', createConnection });
  }

  /** @throws DirectoryDown */
  static async open(address: ServerAddress, { connectMs, operationMs }: Timeouts): Promise<Connection> {
    const socket = await openSocket(address, connectMs);
    socket.setKeepAlive(true, 30_000);
    return new Connection(socket, operationMs);
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.writable;
  }

  /**
   * Says who we are from here on. The caller has seen to it that the password is not empty.
   * @throws DirectoryDown
   */
  async bind(name: string, password: string, signal?: AbortSignal): Promise<BindAnswer> {
    if (password === '') throw new Error('a bind with an empty password proves nothing');
    const control = new PasswordPolicyControl();
    try {
      await this.#within(signal, () => this.#client.bind(name, password, control));
      return { code: 0, message: '', policy: control.error };
    } catch (error) {
      if (!(error instanceof ResultCodeError)) throw error;
      return { code: error.code, message: error.message, policy: control.error };
    }
  }

  /** Referrals are not followed. @throws DirectoryDown, SearchRefused; Problem serviceUnavailable */
  async search({ base, attributes, ...request }: SearchRequest, signal: AbortSignal): Promise<DirectoryEntry[]> {
    const options = { ...request, attributes: [...attributes], explicitBufferAttributes: ['objectGUID'] };
    const timeLimit = Math.ceil(this.#operationMs / 1000);
    try {
      const ask = () => this.#within(signal, () => this.#client.search(base, { ...options, timeLimit }));
      const { searchEntries } = await this.#searches.take(signal, ask);
      return searchEntries.map(({ dn, ...values }) => entryOf(dn, values));
    } catch (error) {
      if (error instanceof ResultCodeError) throw new SearchRefused(error.code, error.message);
      throw error;
    }
  }

  /** Says goodbye, and does not wait for an answer. */
  close(): void {
    this.#client.unbind().catch(() => undefined);
    this.#socket.destroySoon();
    setTimeout(() => this.#socket.destroy(), 1000).unref();
  }

  /** One operation with its deadline. Whoever is late loses the connection, and with it every other operation on it. */
  #within<Result>(signal: AbortSignal | undefined, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string, details: { isLate?: boolean; cause?: unknown } = {}) => {
        this.#socket.destroy();
        reject(new DirectoryDown(reason, details));
      };
      if (signal?.aborted === true)
        return reject(new DirectoryDown('the time for this login is over', { isLate: true }));
      if (!this.isOpen) return fail('the connection is closed');
      const late = () => fail('no answer in time', { isLate: true });
      const timer = setTimeout(late, this.#operationMs);
      signal?.addEventListener('abort', late, { once: true });
      work()
        .then(resolve, (error: unknown) => {
          if (error instanceof ResultCodeError) reject(error);
          else fail(messageOf(error), { cause: error });
        })
        .finally(() => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', late);
        });
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
