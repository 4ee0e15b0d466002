import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address without a port stands for one with any port that is free (RFC 8252 section 7.3). */
const anyAddress = 'http://127.0.0.1/callback';
/** Names of this machine in addresses, and where it listens for each. */
const listeningAt: Readonly<Record<string, string>> = {
  '127.0.0.1': '127.0.0.1',
  localhost: '127.0.0.1',
  '[::1]': '::1',
};

/** A port of this machine at which a browser brings one answer. Source: RFC 8252 section 7.3. */
export class Loopback {
  /** Where the browser has to come. */
  readonly redirectUri: string;
  readonly #server: Server;
  readonly #address: URL;

  private constructor(server: Server, address: URL) {
    this.#server = server;
    this.#address = address;
    this.redirectUri = address.href;
  }

  /**
   * Listens, by default at an address, not a name: what `localhost` is, others may have a say in (RFC 8252 section 8.3).
   *
   * @param redirectUri As it is registered: `http`, this machine, without a query.
   * @throws {TypeError} for another address. The error of the system where the port is taken.
   */
  static async open(redirectUri: string = anyAddress): Promise<Loopback> {
    const address = checked(redirectUri);
    const server = createServer();
    const host = listeningAt[address.hostname];
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(Number(address.port), host, resolve),
    );
    address.port = String((server.address() as AddressInfo).port); // it listens on TCP
    return new Loopback(server, address);
  }

  /**
   * Waits for the answer. Requests that are none, such as those of pages that try all ports, are refused and change nothing.
   *
   * @param state Of the request that is answered.
   * @param read What the answer comes to. What it throws, this rejects with.
   */
  answer<Answer>(state: string, read: (fields: URLSearchParams) => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#server.on('request', (request, response) => {
        const fields = this.#fieldsOf(request, state);
        if (fields === undefined) return send(response, 400, 'This is not an answer that is waited for.');
        const { words, settle } = verdictOf(() => read(fields), resolve, reject);
        // Only when the browser has its page: the port is closed next.
        response.once('close', settle);
        send(response, 200, `${words} You may close this window.`);
      });
    });
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** @returns undefined for what is no answer to our request */
  #fieldsOf({ method, url = '', headers }: IncomingMessage, state: string): URLSearchParams | undefined {
    // Another name in the Host header leads here too, if somebody makes it (DNS rebinding).
    if (!this.#server.listening || method !== 'GET' || headers.host !== this.#address.host) return undefined;
    if (!URL.canParse(url, this.redirectUri)) return undefined;
    const { pathname, searchParams } = new URL(url, this.redirectUri);
    const [given, further] = searchParams.getAll('state');
    if (pathname !== this.#address.pathname || given === undefined || further !== undefined) return undefined;
    return isSame(given, state) ? searchParams : undefined;
  }
}

function checked(redirectUri: string): URL {
  const address = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  const { protocol, hostname = '', search, hash, username } = address ?? {};
  if (address && protocol === 'http:' && Object.hasOwn(listeningAt, hostname) && `${search}${hash}${username}` === '') {
    return address;
  }
  throw new TypeError('redirectUri must be an address such as http://127.0.0.1:8400/callback');
}

function verdictOf<Answer>(read: () => Answer, resolve: (answer: Answer) => void, reject: (error: Error) => void) {
  try {
    const answer = read();
    return { words: 'The program goes on.', settle: () => resolve(answer) };
  } catch (error) {
    return { words: 'The program was not let in.', settle: () => reject(error as Error) };
  }
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

/** A page of fixed text. */
function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">` +
      `<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Login</title><p>${text}</p>`,
  );
}
