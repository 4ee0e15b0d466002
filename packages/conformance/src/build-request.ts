/** From the data of a request to what goes over the wire. */
import { operationTable, type OperationFacts } from '@mstr-rest/protocol';
import type { Actors } from './actors.js';
import type { Asked, CookieChoice, RequestFacts, TokenChoice } from './exchange.js';
import { fill, inBodyOf, inPath, type Lookup } from './fill.js';
import type { HeaderLine, RawRequest } from './http.js';

/** In the form of a token, and never issued. */
const garbageToken = '0123456789abcdefghijklmnop';

/** Headers that belong to one connection or to one message and that no client can replay. */
const neverReplayed: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** Who asks for what, and where. */
export interface Asking {
  readonly base: string;
  readonly actors: Actors;
  /** The name of the actor who sends the request. */
  readonly actor: string;
  readonly lookup: Lookup;
}

/** @throws Error for a placeholder that stands for nothing */
export function buildRequest(operation: Asked, facts: RequestFacts, asking: Asking): RawRequest {
  const { lookup } = asking;
  const { method, path } = lineOf(operation, facts, lookup);
  const query = facts.query === undefined ? '' : `?${fill(facts.query, lookup, inPath)}`;
  return {
    method,
    url: `${asking.base}${path}${facts.slash ? '/' : ''}${query}`,
    headers: headersOf(operation, facts, asking),
    body: facts.body && fill(facts.body.text, lookup, inBodyOf(facts.body.type)),
  };
}

function lineOf(operation: Asked, { line, path: values = {} }: RequestFacts, lookup: Lookup) {
  if (line !== undefined) {
    const [method = '', path = ''] = line.split(' ');
    return { method, path: fill(path, lookup, inPath) };
  }
  if (operation === null || operation === 'preflight') throw new Error('what is no operation needs a line');
  const { method, path } = operationTable[operation];
  const part = (_: string, name: string) => encodeURIComponent(fill(values[name] ?? '', lookup));
  return { method, path: path.replace(/\{(\w+)\}/g, part) };
}

function headersOf(operation: Asked, facts: RequestFacts, asking: Asking): HeaderLine[] {
  const { lookup, actors } = asking;
  const known = operation === null || operation === 'preflight' ? undefined : operationTable[operation];
  const access: OperationFacts['access'] | undefined = known?.access;
  const byToken = access === 'session' || access === 'token';
  const token = tokenOf(facts.token ?? (byToken ? 'jar' : 'none'), asking);
  const cookie = cookieOf(facts.cookie ?? (byToken || access === 'cookie' ? 'jar' : 'none'), asking);
  const own = Object.entries(facts.headers ?? {}).flatMap(([name, values]) =>
    [values].flat().map((value): HeaderLine => [name, fill(value, lookup)]),
  );
  const replayed = facts.replaysHeadersOf === undefined ? [] : actors.named(facts.replaysHeadersOf).openedWith;
  const type = facts.body?.type;
  return [
    ...replayed.filter(([name]) => !neverReplayed.has(name)),
    ...(type === undefined ? [] : [['Content-Type', type] as const]),
    ...(token === undefined ? [] : [['X-MSTR-AuthToken', token] as const]),
    ...(cookie === undefined ? [] : [['Cookie', cookie] as const]),
    ...own,
  ];
}

function tokenOf(choice: TokenChoice, { actors, actor, lookup }: Asking): string | undefined {
  if (choice === 'none') return undefined;
  if (choice === 'jar') return actors.named(actor).token;
  if (choice === 'garbage') return garbageToken;
  return 'of' in choice ? actors.named(choice.of).token : fill(choice.raw, lookup);
}

function cookieOf(choice: CookieChoice, { actors, actor, lookup }: Asking): string | undefined {
  if (choice === 'none') return undefined;
  if (choice === 'jar') return actors.named(actor).cookieHeader;
  return 'of' in choice ? actors.named(choice.of).cookieHeader : fill(choice.raw, lookup);
}
