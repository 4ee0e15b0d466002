import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BrowserLoginError } from './errors/browser-login-error.js';

const path = '/callback';

/** How the answer to a request is known. */
export interface Expected {
  /** Of the request. */
  readonly state: string;
  /** Address of the server that was asked, with its context path (RFC 9207). */
  readonly issuer: string;
}

/** What an answer comes to. */
type Verdict =
  | { readonly kind: 'token'; readonly identityToken: string }
  | { readonly kind: 'failure'; readonly error: BrowserLoginError };

/** A port of this machine at which a browser brings one answer. Source: RFC 8252 section 7.3. */
export class Loopback {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Listens at an address, not a name: what `localhost` is, others may have a say in (RFC 8252 section 8.3). */
  static async open(): Promise<Loopback> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return new Loopback(server);
  }

  get redirectUri(): string {
    return `http://${this.#host}${path}`;
  }

  /**
   * Waits for the answer. Requests that are none, such as those of pages that try all ports, are refused and change nothing.
   *
   * @returns the identity token
   * @throws {BrowserLoginError}
   */
  answer(expected: Expected): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.on('request', (request, response) => {
        const verdict = this.#verdictOf(request, expected);
        if (verdict === undefined) return send(response, 400, 'This is not an answer that is waited for.');
        // Only when the browser has its page: the port is closed next.
        response.once('close', () =>
          verdict.kind === 'token' ? resolve(verdict.identityToken) : reject(verdict.error),
        );
        send(response, 200, `${words[verdict.kind]} You may close this window.`);
      });
    });
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get #host(): string {
    const { port } = this.#server.address() as AddressInfo; // it listens on TCP
    return `127.0.0.1:${port}`;
  }

  /** @returns undefined for what is no answer to our request */
  #verdictOf({ method, url = '', headers }: IncomingMessage, { state, issuer }: Expected): Verdict | undefined {
    // Another name in the Host header leads here too, if somebody makes it (DNS rebinding).
    if (!this.#server.listening || method !== 'GET' || headers.host !== this.#host) return undefined;
    if (!URL.canParse(url, this.redirectUri)) return undefined;
    const { pathname, searchParams } = new URL(url, this.redirectUri);
    const [given, further] = searchParams.getAll('state');
    if (pathname !== path || given === undefined || further !== undefined || !isSame(given, state)) return undefined;
    if (searchParams.get('iss') !== issuer) {
      const message = `The answer is not from ${issuer}: baseUrl has to be the public address of the server`;
      return { kind: 'failure', error: new BrowserLoginError('wrongServer', message) };
    }
    const identityToken = searchParams.get('identityToken');
    if (identityToken !== null) return { kind: 'token', identityToken };
    return { kind: 'failure', error: new BrowserLoginError('refused', 'The login was refused in the browser') };
  }
}

const words = { token: 'The program goes on.', failure: 'The program was not let in.' } as const;

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
