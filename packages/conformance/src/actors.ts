/** Who sends the requests of a run: each actor keeps the credentials of one session, as a client would. */
import { headers, sessionCookie } from '@mstr-rest/protocol';
import type { Lookup } from './fill.js';
import { valuesOfHeader, type HeaderLine, type RawAnswer } from './http.js';

/** What one actor holds. */
export class Actor {
  /** What placeholders may ask for: `{{caller.token}}`. */
  readonly values = new Map<
    'token' | 'cookie' | 'cookiePair' | 'setCookie' | 'identityToken' | 'apiToken' | 'userId' | 'connectionId',
    string
  >();
  /** The answer that opened the session. */
  openedWith: readonly HeaderLine[] = [];
  #otherCookies: readonly string[] = [];

  get token(): string | undefined {
    return this.values.get('token');
  }

  /** The value of the `Cookie` header; undefined where there is none. */
  get cookieHeader(): string | undefined {
    const pairs = [this.values.get('cookiePair') ?? [], this.#otherCookies].flat();
    return pairs.length === 0 ? undefined : pairs.join('; ');
  }

  /** Takes over what an answer brings: the session that it opens, the identity token that it makes. */
  take(answer: RawAnswer): void {
    const [token] = valuesOfHeader(answer, headers.authToken);
    const setCookies = valuesOfHeader(answer, 'set-cookie');
    const setCookie = setCookies.find((one) => one.startsWith(`${sessionCookie}=`));
    if (token !== undefined) this.values.set('token', token);
    if (setCookie !== undefined) {
      const pair = pairOf(setCookie);
      this.values.set('setCookie', setCookie);
      this.values.set('cookiePair', pair);
      this.values.set('cookie', pair.slice(sessionCookie.length + 1));
      this.#otherCookies = setCookies.filter((one) => one !== setCookie).map(pairOf);
      this.openedWith = answer.headers;
    }
    const identityToken = valuesOfHeader(answer, headers.identityToken)[0] ?? identityTokenIn(answer.body);
    if (identityToken !== undefined) this.values.set('identityToken', identityToken);
    const { apiToken, id, fullName, abbreviation, userConnections } = membersOf(answer.body);
    if (typeof apiToken === 'string') this.values.set('apiToken', apiToken);
    // Only the session and its user have both; users of whom others ask have an abbreviation.
    const isOwn = typeof fullName === 'string' && abbreviation === undefined;
    if (typeof id === 'string' && isOwn) this.values.set('userId', id);
    const connectionId = currentOf(userConnections);
    if (connectionId !== undefined) this.values.set('connectionId', connectionId);
  }
}

/** The actors of one run, made when they are first named. */
export class Actors {
  readonly #actors = new Map<string, Actor>();

  get all(): readonly Actor[] {
    return [...this.#actors.values()];
  }

  named(name: string): Actor {
    const actor = this.#actors.get(name) ?? new Actor();
    this.#actors.set(name, actor);
    return actor;
  }

  /** Finds `caller.token`; what is no actor's is looked up among the values of the target. */
  lookup(targetValues: ReadonlyMap<string, string>): Lookup {
    return (name) => {
      const [who = '', what] = name.split('.');
      const held: ReadonlyMap<string, string> | undefined = this.#actors.get(who)?.values;
      return held?.get(what ?? '') ?? targetValues.get(name);
    };
  }
}

function pairOf(setCookie: string): string {
  return setCookie.split(';', 1)[0]?.trim() ?? '';
}

function identityTokenIn(body: string): string | undefined {
  return /^\{"identityToken":"([^"\\]+)"\}$/.exec(body)?.[1];
}

/** Of a body that is no JSON object, none: whether it should be one is for others to say. */
function membersOf(body: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body)) as Readonly<Record<string, unknown>>; // any object
  } catch {
    return {};
  }
}

/** Of the sessions in a list, the id of the actor's own. */
function currentOf(connections: unknown): string | undefined {
  if (!Array.isArray(connections)) return undefined;
  const all = connections.map((one) => Object(one) as { readonly id?: unknown; readonly current?: unknown }); // any object
  const id = all.find(({ current }) => current === true)?.id;
  return typeof id === 'string' ? id : undefined;
}
