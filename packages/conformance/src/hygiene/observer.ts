/** A server of ours with a watcher in front: every request of a program passes here, is noted, and is answered by the real server. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTestServer, type Credentials } from '@mstr-rest/auth-server/testing';
import { isLogout, succeeded, type Observation } from './journal.js';
import { KnownSecrets } from './known-secrets.js';
import { ObserverClock } from './observer-clock.js';
import { balancerCookie, Recorder } from './recorder.js';

export interface ObserverOptions {
  readonly idleTimeoutMs: number;
  /** After so many calls in a session it times out, once. */
  readonly expireAfter?: number | undefined;
  /** The call after so many in a session is answered with a redirect to another origin, once. */
  readonly redirectAfter?: number | undefined;
}

const context = '/MicroStrategyLibrary';
/** Headers of one connection. */
const ofConnection = /^(host|connection|content-length|transfer-encoding|keep-alive|expect|upgrade|te)$/i;

/** Listens on loopback. `await using` stops it. */
export class Observer implements AsyncDisposable {
  readonly #options: ObserverOptions;
  readonly #clock = new ObserverClock();
  readonly #secrets = new KnownSecrets();
  readonly #recorder = new Recorder(this.#secrets, `${context}/api`, () => this.#clock.monotonic());
  readonly #front: Server;
  readonly #strangers: Server;
  #server: Awaited<ReturnType<typeof openServer>> | undefined;
  #callsInSessions = 0;

  private constructor(options: ObserverOptions) {
    this.#options = options;
    this.#front = createServer((request, response) => this.#take(request, response, false));
    this.#strangers = createServer((request, response) => this.#take(request, response, true));
  }

  static async start(options: ObserverOptions): Promise<Observer> {
    const observer = new Observer(options);
    await Promise.all([
      once(observer.#front.listen(0, '127.0.0.1'), 'listening'),
      once(observer.#strangers.listen(0, 'localhost'), 'listening'),
    ]);
    observer.#server = await openServer(observer.#origin, options.idleTimeoutMs, observer.#clock);
    const { username, password } = observer.user;
    if (username !== '') observer.#secrets.note(password, 'the password');
    return observer;
  }

  get baseUrl(): string {
    return this.#origin + context;
  }

  /** `POST` with `?seconds=n` lets so many seconds pass at the server. */
  get clockUrl(): string {
    return `${this.#origin}/clock`;
  }

  get user(): Credentials {
    return this.#running.users.ann;
  }

  get projectId(): string {
    return this.#running.project.id;
  }

  get observations(): readonly Observation[] {
    return this.#recorder.observations;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of [this.#front, this.#strangers]) {
      server.close();
      server.closeAllConnections();
    }
    await this.#server?.close();
  }

  get #running() {
    if (this.#server === undefined) throw new Error('the observer has not started');
    return this.#server;
  }

  get #origin(): string {
    return `http://127.0.0.1:${portOf(this.#front)}`;
  }

  #take(request: IncomingMessage, response: ServerResponse, elsewhere: boolean): void {
    this.#answer(request, elsewhere)
      .then(async (answer) => write(response, answer))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  }

  async #answer(request: IncomingMessage, fromElsewhere: boolean): Promise<Response> {
    const body = Buffer.concat(await request.toArray()).toString();
    const { method = 'GET', url = '/', rawHeaders } = request;
    const headers = new Headers(pairsOf(rawHeaders).filter(([name]) => !ofConnection.test(name)));
    if (!fromElsewhere && url.startsWith('/clock')) return this.#passTime(url);
    const elsewhere = fromElsewhere || request.headers.host !== new URL(this.#origin).host;
    const note = this.#recorder.arrived({ method, url, headers, body, elsewhere });
    const answer = fromElsewhere ? new Response(null, { status: 404 }) : await this.#ask(method, url, headers, body);
    await this.#disturb(await note(answer));
    return answer;
  }

  async #ask(method: string, url: string, headers: Headers, body: string): Promise<Response> {
    const isCall = headers.has('x-mstr-authtoken') && !url.includes('/auth/logout');
    if (isCall && this.#callsInSessions === this.#options.redirectAfter) {
      this.#callsInSessions += 1;
      return new Response(null, {
        status: 307,
        headers: { location: `http://localhost:${portOf(this.#strangers)}${url}` },
      });
    }
    const hasBody = body !== '' && method !== 'GET' && method !== 'HEAD';
    const answer = await this.#running.fetch(this.#origin + url, { method, headers, ...(hasBody ? { body } : {}) });
    // Last, so that the session cookie stays the first one, as clients expect.
    if (answer.headers.getSetCookie().length > 0)
      answer.headers.append('set-cookie', `${balancerCookie}=node-1; Path=/`);
    return answer;
  }

  /** Counts the calls in sessions, and ends the sessions when it is time to. */
  async #disturb(seen: Observation): Promise<void> {
    if (seen.session === undefined || seen.elsewhere || !succeeded(seen) || isLogout(seen)) return;
    this.#callsInSessions += 1;
    if (this.#callsInSessions === this.#options.expireAfter) this.#clock.advance(this.#options.idleTimeoutMs);
  }

  #passTime(url: string): Response {
    const seconds = Number(new URL(url, this.#origin).searchParams.get('seconds'));
    if (!(seconds > 0)) return new Response('POST /clock?seconds=60 lets a minute pass\n', { status: 400 });
    this.#clock.advance(seconds * 1000);
    return new Response(null, { status: 204 });
  }
}

function openServer(publicUrl: string, idleTimeoutMs: number, clock: ObserverClock) {
  const idleSeconds = idleTimeoutMs / 1000;
  return startTestServer({
    users: { ann: {} },
    clock,
    config: {
      server: { publicUrl },
      auth: { modes: { available: [1, 8, 4096], default: 1 } },
      iserver: { maxUserConnectionIdleTime: idleSeconds },
      session: {
        timeoutSeconds: Math.max(1800, idleSeconds * 2),
        absoluteTimeoutSeconds: Math.max(86_400, idleSeconds * 4),
      },
    },
  });
}

async function write(response: ServerResponse, answer: Response): Promise<void> {
  const headers = [...answer.headers].filter(([name]) => name !== 'set-cookie' && !ofConnection.test(name));
  const cookies = answer.headers.getSetCookie().map((value) => ['set-cookie', value]);
  const body = Buffer.from(await answer.arrayBuffer());
  const length = answer.status === 204 ? [] : [['content-length', String(body.length)]];
  response.writeHead(answer.status, [...headers, ...cookies, ...length].flat());
  response.end(body);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port; // it listens on TCP
}

function pairsOf(flat: readonly string[]): [string, string][] {
  const names = flat.filter((_, index) => index % 2 === 0);
  return names.map((name, index) => [name, flat[index * 2 + 1] ?? '']);
}
