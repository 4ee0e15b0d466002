import { createClient, type Client, type ClientEvents, type NodeClientOptions } from '../src/index.js';
import { refused, session, sessionOver } from './answers.js';
import type { CannedAnswer } from './canned-server.js';
import { ManualClock } from './manual-clock.js';

/** What a test lets the server answer in place of what it would: an answer, or nothing for its own one. */
export type Instead = (request: Request) => CannedAnswer | undefined | Promise<CannedAnswer | undefined>;

/** One request as the server got it. */
export interface Asked {
  /** `PUT /sessions` */
  readonly what: string;
  readonly token: string | null;
  readonly cookie: string | null;
}

/** A server without a network, which knows one living session at a time: the one that was opened last. */
export class OneSessionServer {
  readonly asked: Asked[] = [];
  instead: Instead = () => undefined;
  living: string | undefined;
  /** How many sessions have ended because they were idle. */
  lapsed = 0;
  readonly #idleMs: number;
  readonly #clock: ManualClock;
  #usedAtMs = 0;
  #opened = 0;

  /** @param idleMs Milliseconds of the wall clock after which an idle session ends. */
  constructor(clock: ManualClock, idleMs = Infinity) {
    this.#clock = clock;
    this.#idleMs = idleMs;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const what = `${request.method} ${new URL(request.url).pathname.replace('/Lib/api', '')}`;
    const { headers } = request;
    this.asked.push({ what, token: headers.get('x-mstr-authtoken'), cookie: headers.get('cookie') });
    return toResponse((await this.instead(request)) ?? this.#answer(what, headers.get('x-mstr-authtoken')));
  };

  /** The requests so far, without their credentials. */
  get whats(): readonly string[] {
    return this.asked.map(({ what }) => what);
  }

  count(what: string): number {
    return this.whats.filter((one) => one === what).length;
  }

  /** Waits until what can be done is done. */
  readonly settled = async (): Promise<void> => {
    for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  #answer(what: string, token: string | null): CannedAnswer {
    const idleMs = this.#clock.now() - this.#usedAtMs;
    if (this.living !== undefined && idleMs >= this.#idleMs) {
      this.living = undefined;
      this.lapsed += 1;
    }
    if (what === 'POST /auth/login') {
      this.#usedAtMs = this.#clock.now();
      this.living = `token-${++this.#opened}-of-this-test`;
      const cookie = `JSESSIONID=cookie-${this.#opened}; Path=/Lib`;
      return { status: 204, headers: { 'X-MSTR-AuthToken': this.living, 'Set-Cookie': cookie } };
    }
    if (token === null || token !== this.living) return sessionOver;
    this.#usedAtMs = this.#clock.now();
    if (what === 'POST /auth/logout') this.living = undefined;
    if (what === 'PUT /sessions' || what === 'POST /auth/logout') return { status: 204 };
    if (what === 'GET /sessions') return { status: 200, body: { ...session, timeout: 600 } };
    if (what === 'GET /projects') return { status: 200, body: [] };
    if (what === 'POST /auth/identityToken') return { status: 201, headers: { 'X-MSTR-IdentityToken': 'a-token' } };
    return refused(404, 'ERR004', 'HTTP 404 Not Found');
  }
}

function toResponse({ status, headers = {}, body }: CannedAnswer): Response {
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const type = body === undefined ? [] : [['content-type', 'application/json']];
  const all = new Headers([...lines, ...type] as [string, string][]); // pairs
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: all });
}

type Seen = { [Name in keyof ClientEvents]: { readonly name: Name } & ClientEvents[Name] }[keyof ClientEvents];

/** A client at such a server, on a clock of its own, with everything that it told. */
export function keptClient(options: Partial<NodeClientOptions> = {}, idleMs?: number) {
  const clock = new ManualClock();
  const server = new OneSessionServer(clock, idleMs);
  const client: Client = createClient({ baseUrl: 'http://127.0.0.1:1/Lib', fetch: server.fetch, clock, ...options });
  const events: Seen[] = [];
  const names = ['loggedIn', 'renewed', 'expiring', 'expired', 'loggedOut', 'retrying'] as const;
  for (const name of names) client.on(name, (event) => events.push({ name, ...event } as Seen)); // by its name
  const pass = (ms: number) => clock.advance(ms, server.settled);
  return { client, server, clock, events, pass };
}

/** An answer that is given later, by hand. */
export function later(): {
  readonly answer: Promise<CannedAnswer | undefined>;
  readonly give: (answer?: CannedAnswer) => void;
} {
  let give: (answer?: CannedAnswer) => void = () => undefined;
  const answer = new Promise<CannedAnswer | undefined>((resolve) => (give = resolve));
  return { answer, give: (given) => give(given) };
}
