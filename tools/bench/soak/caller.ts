/** Somebody who logs in, does this and that, and leaves or just goes away; and who sometimes should not be let in. */
import { setTimeout as wait } from 'node:timers/promises';
import { account } from '../processes/account.js';

type Headers = Readonly<Record<string, string>>;

export interface Surroundings {
  readonly url: string;
  readonly apiToken: string;
  isOver(): boolean;
  /** Hears of each request and its status. */
  answered(what: string, status: number, expected: readonly number[]): void;
}

const json = { 'content-type': 'application/json' };
const longestRestMs = 20;
const mostUses = 12;

export class Caller {
  constructor(private readonly around: Surroundings) {}

  /** Visit after visit, until it is over. */
  async work(): Promise<void> {
    while (!this.around.isOver()) {
      await oneOf([
        () => this.#visit(),
        () => this.#visit(),
        () => this.#visit(),
        () => this.#guess(),
        () => this.#abort(),
      ])();
    }
  }

  async #visit(): Promise<void> {
    const session = await this.#logIn();
    if (session === undefined) return;
    for (let left = Math.random() * mostUses; left > 0; left -= 1) {
      await oneOf([
        () => this.#send('read', 'GET', 'sessions', session, undefined, [200]),
        () => this.#send('renewal', 'PUT', 'sessions', session, undefined, [204]),
        () => this.#delegate(session),
      ])();
      await wait(Math.random() * longestRestMs);
    }
    if (Math.random() < 0.5) await this.#send('logout', 'POST', 'auth/logout', session, undefined, [204]);
  }

  async #logIn(): Promise<Headers | undefined> {
    const { loginName: username, password } = account;
    const { apiToken } = this.around;
    const [headers, body] = oneOf<readonly [Headers, object]>([
      [{}, { loginMode: 8 }],
      [{}, { loginMode: 1, username, password }],
      [{ 'mstr-user-id': username }, { loginMode: 64 }],
      [{}, { loginMode: 4096, username: apiToken }],
    ]);
    return credentialsIn(await this.#send('login', 'POST', 'auth/login', headers, body, [204]));
  }

  async #delegate(session: Headers): Promise<void> {
    const lent = await this.#send('identity token', 'POST', 'auth/identityToken', session, undefined, [201]);
    const identityToken = lent?.headers.get('x-mstr-identitytoken') ?? '';
    const body = { loginMode: -1, identityToken };
    const child = credentialsIn(await this.#send('delegation', 'POST', 'auth/delegate', {}, body, [204]));
    if (child !== undefined) await this.#send('delegated read', 'GET', 'sessions', child, undefined, [200]);
    await this.#send('second delegation', 'POST', 'auth/delegate', {}, body, [401]);
  }

  /** A wrong token, or a wrong password: of somebody whom nobody knows, so that the right one is not kept out. */
  async #guess(): Promise<void> {
    const wrong = { 'x-mstr-authtoken': '0'.repeat(26), cookie: `JSESSIONID=${'0'.repeat(32)}` };
    const body = { loginMode: 1, username: `nobody${Math.floor(Math.random() * 1000)}`, password: 'is not right' };
    await oneOf([
      () => this.#send('wrong token', 'GET', 'sessions', wrong, undefined, [401]),
      () => this.#send('wrong password', 'POST', 'auth/login', {}, body, [401, 429]),
    ])();
    await wait(Math.random() * longestRestMs);
  }

  /** Asks, and is gone before the answer is there, or while it is. */
  async #abort(): Promise<void> {
    const aborting = new AbortController();
    const login = { method: 'POST', headers: json, body: JSON.stringify({ loginMode: 8 }), signal: aborting.signal };
    const gone = fetch(`${this.around.url}/api/auth/login`, login).catch(() => undefined);
    await wait(Math.random() * 5);
    aborting.abort();
    await gone;
    this.around.answered('aborted', 0, [0]);
  }

  async #send(
    what: string,
    method: string,
    path: string,
    headers: Headers,
    body: object | undefined,
    expected: readonly number[],
  ): Promise<Response | undefined> {
    const sent = body === undefined ? { headers } : { headers: { ...json, ...headers }, body: JSON.stringify(body) };
    const response = await fetch(`${this.around.url}/api/${path}`, { method, ...sent });
    await response.arrayBuffer();
    this.around.answered(what, response.status, expected);
    return response.ok ? response : undefined;
  }
}

export function credentialsIn(response: Response | undefined): Headers | undefined {
  const token = response?.headers.get('x-mstr-authtoken');
  const cookie = response?.headers.getSetCookie()[0]?.split(';')[0];
  return token && cookie ? { 'x-mstr-authtoken': token, cookie } : undefined;
}

function oneOf<Choice>(choices: readonly [Choice, ...(readonly Choice[])]): Choice {
  return choices[Math.floor(Math.random() * choices.length)] ?? choices[0];
}
