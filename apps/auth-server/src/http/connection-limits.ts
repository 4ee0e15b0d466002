/** How many connections are open at a time, in total and from one address. */
import type { Server } from 'node:http';
import { BlockList, type Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import type { ErrorCodeStyle } from '@mstr-rest/protocol';
import type { Logger } from 'pino';
import { addRange, hasAddress } from '../config/address-range.js';
import { Problem } from '../errors/problem.js';
import { toWireError } from '../errors/to-wire-error.js';
import { problemText } from './problem-text.js';

export interface ConnectionLimits {
  readonly maximum: number;
  readonly maximumPerAddress: number;
  /** Addresses and ranges, such as those of proxies, that only `maximum` counts for. */
  readonly unlimitedAddresses: readonly string[];
}

/** How long a refused peer may take to read why. */
const lingerMs = 1000;
/** Of refused peers that are reading; further ones are only closed. */
const maximumLingering = 256;
const logEveryMs = 10_000;

/** Answers 503 to connections above the limits, before anything is read of them. */
export class Connections {
  readonly #ofAddress = new Map<string, number>();
  readonly #unlimited = new BlockList();
  #open = 0;
  #lingering = 0;
  #refused = 0;

  constructor(
    private readonly limits: ConnectionLimits,
    private readonly style: ErrorCodeStyle,
    private readonly log: Logger,
  ) {
    for (const range of limits.unlimitedAddresses) addRange(this.#unlimited, range);
  }

  /** Stands between the server's socket and Node's HTTP parser, which would hold on to a connection that is refused. */
  guard(server: Server): void {
    const readers = server.listeners('connection');
    const overTls = server instanceof TlsServer;
    server.removeAllListeners('connection').on('connection', (socket: Socket) => {
      const address = socket.remoteAddress ?? '';
      if (!this.#hasRoom(address)) return this.#refuse(socket, overTls);
      this.#count(address, 1);
      socket.once('close', () => this.#count(address, -1));
      for (const read of readers) read.call(server, socket);
    });
  }

  #hasRoom(address: string): boolean {
    if (this.#open >= this.limits.maximum) return false;
    return (this.#ofAddress.get(address) ?? 0) < this.limits.maximumPerAddress || hasAddress(this.#unlimited, address);
  }

  #count(address: string, by: 1 | -1): void {
    this.#open += by;
    const ofAddress = (this.#ofAddress.get(address) ?? 0) + by;
    if (ofAddress === 0) this.#ofAddress.delete(address);
    else this.#ofAddress.set(address, ofAddress);
  }

  #refuse(socket: Socket, overTls: boolean): void {
    const headers = { 'retry-after': '1' };
    const { body } = toWireError(
      new Problem('serviceUnavailable', { message: 'Too many connections', headers }),
      this.style,
    );
    this.#logRefusal(body.ticketId);
    socket.on('error', () => socket.destroy()); // it may be gone already
    // Over TLS there is nobody yet to whom a text could be sent.
    if (overTls || this.#lingering >= maximumLingering) return void socket.destroy();
    this.#lingering += 1;
    const late = setTimeout(() => socket.destroy(), lingerMs);
    late.unref();
    socket.once('close', () => {
      clearTimeout(late);
      this.#lingering -= 1;
    });
    // What the peer sends is read and dropped: closing on unread bytes would take the answer away from it.
    socket.resume();
    socket.end(problemText(503, 'serviceUnavailable', body, headers));
  }

  /** One line for many: a flood must not fill the log. */
  #logRefusal(ticketId: string): void {
    this.#refused += 1;
    if (this.#refused > 1) return;
    this.log.warn(
      { ticketId, open: this.#open, addresses: this.#ofAddress.size },
      'connection refused: too many are open',
    );
    setTimeout(() => {
      if (this.#refused > 1) this.log.warn({ refused: this.#refused - 1 }, 'further connections refused');
      this.#refused = 0;
    }, logEveryMs).unref();
  }
}
