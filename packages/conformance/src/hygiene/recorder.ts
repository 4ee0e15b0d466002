/** Writes the journal: of each request and its answer, what the rules ask about. */
import { headers as wireHeaders, isSecretName, sessionCookie } from '@mstr-rest/protocol';
import { operationOf } from '../check-request.js';
import type { Observation } from './journal.js';
import type { KnownSecrets } from './known-secrets.js';

/** A request as it came. */
export interface Incoming {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  /** Did it come to another origin than the one that the program was told? */
  readonly elsewhere: boolean;
}

/** The cookie that the observer adds, as a load balancer does. */
export const balancerCookie = 'balancer';

export class Recorder {
  readonly observations: Observation[] = [];
  readonly #secrets: KnownSecrets;
  /** Path of the API. */
  readonly #base: string;
  readonly #now: () => number;
  #arrivals = 0;
  #moment = 0;

  constructor(secrets: KnownSecrets, base: string, now: () => number) {
    this.#secrets = secrets;
    this.#base = base;
    this.#now = now;
  }

  /** Notes that a request has come. @returns what notes its answer, and says what it was */
  arrived(incoming: Incoming): (answer: Response) => Promise<Observation> {
    const [path = ''] = incoming.url.split('?');
    const below = path.startsWith(this.#base) ? path.slice(this.#base.length) : path;
    const operation = operationOf(incoming.method, below);
    const before = {
      number: (this.#arrivals += 1),
      arrived: (this.#moment += 1),
      atMs: this.#now(),
      line: `${incoming.method} ${this.#secrets.namesIn(below).length > 0 ? '…' : below}`,
      operation,
      elsewhere: incoming.elsewhere,
      ...this.#sessionOf(incoming),
      secretsInUrl: this.#secretsIn(incoming.url),
      credentials: operation === 'postLogin' ? this.#secrets.fingerprint(incoming.body) : undefined,
    };
    return async (answer) => {
      const text = await answer.clone().text();
      const opened = this.#opened(operation, answer);
      const openedFrom =
        operation === 'postDelegate' ? this.#secrets.originOf(memberOf(incoming.body, 'identityToken')) : undefined;
      this.#noteIssued(answer, text, before.session);
      const answered = (this.#moment += 1);
      const code = memberOf(text, 'code');
      const observation = { ...before, answered, status: answer.status, code, opened, openedFrom };
      this.observations.push(observation);
      this.observations.sort((one, other) => one.number - other.number);
      return observation;
    };
  }

  #sessionOf({ headers }: Incoming): Pick<Observation, 'session' | 'cookieOf' | 'droppedCookies'> {
    const session = this.#secrets.sessionOfToken(headers.get(wireHeaders.authToken) ?? undefined);
    const cookies = new Map(
      (headers.get('cookie') ?? '').split(/;\s*/).map((pair): [string, string] => {
        const [name = '', ...value] = pair.split('=');
        return [name.trim(), value.join('=')];
      }),
    );
    const expected = session === undefined ? [] : [sessionCookie, balancerCookie];
    return {
      session,
      cookieOf: this.#secrets.sessionOfCookie(cookies.get(sessionCookie)),
      droppedCookies: expected.filter((name) => !cookies.has(name)),
    };
  }

  #secretsIn(url: string): readonly string[] {
    const [, query = ''] = url.split('?');
    const named = [...new URLSearchParams(query).keys()].filter(isSecretName).map((name) => `the parameter ${name}`);
    const found = [url, decoded(url)].flatMap((text) => this.#secrets.namesIn(text));
    return [...new Set([...found, ...named])];
  }

  #opened(operation: Observation['operation'], { status, headers }: Response): number | undefined {
    const token = headers.get(wireHeaders.authToken);
    // GET /auth/token answers the token of a session that is there already.
    if (token === null || status >= 300 || operation === 'getAuthToken') return undefined;
    const pair = headers.getSetCookie().find((one) => one.startsWith(`${sessionCookie}=`));
    return this.#secrets.open(token, pair?.split(';', 1)[0]?.slice(sessionCookie.length + 1));
  }

  #noteIssued({ headers }: Response, text: string, session: number | undefined): void {
    const identityToken = headers.get(wireHeaders.identityToken) ?? memberOf(text, 'identityToken');
    if (identityToken !== undefined && session !== undefined) this.#secrets.noteIdentityToken(identityToken, session);
    const apiToken = memberOf(text, 'apiToken');
    if (apiToken !== undefined) this.#secrets.note(apiToken, 'an API token');
  }
}

/** A text of a JSON object, or of a form. */
function memberOf(body: string, name: string): string | undefined {
  try {
    const value = (Object(JSON.parse(body)) as Readonly<Record<string, unknown>>)[name]; // any object
    return typeof value === 'string' ? value : undefined;
  } catch {
    return new URLSearchParams(body).get(name) ?? undefined;
  }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    return url; // wrong percent-encoding, which the server refuses
  }
}
