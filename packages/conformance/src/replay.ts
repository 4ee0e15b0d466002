/** A server that is none: plays the document's own answers to a client, and holds each request against the document. */
import type { OperationId } from '@mstr-rest/protocol';
import { checkRequest, operationOf, type SeenRequest } from './check-request.js';
import { documentedAnswers, type DocumentedAnswer } from './document.js';

/** An answer to play. */
export interface PlayedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: no body. */
  readonly body: unknown;
}

/** The parts of a request that are looked at: what `fetch` is called with. */
export interface ReplayInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The answer of the document, with one of its examples as the body. */
export function playable({ status, headers, examples }: DocumentedAnswer, example = 0): PlayedAnswer {
  const body = examples[example]?.value;
  const type = body === undefined ? [] : [['content-type', 'application/json']];
  const declared = headers.map(({ name, example: value }) => [name, value]);
  return { status, headers: Object.fromEntries([...type, ...declared]) as Record<string, string>, body };
}

/** The first success that the document declares for an operation. */
export function documentedSuccess(operation: OperationId): DocumentedAnswer {
  const found = documentedAnswers.find((answer) => answer.operation === operation && answer.status < 300);
  if (found === undefined) throw new Error(`${operation} declares no success`);
  return found;
}

/** Plays the documented success of whatever is asked, unless told to play something else. */
export class Replay {
  readonly requests: SeenRequest[] = [];
  /** How requests departed from the document. */
  readonly faults: string[] = [];
  readonly #base: string;
  readonly #answers = new Map<OperationId, PlayedAnswer>();

  /** @param baseUrl address of the Library that the client is told, with or without `/api` */
  constructor(baseUrl: string) {
    this.#base = `${baseUrl.replace(/\/+$/, '').replace(/\/api$/, '')}/api`;
  }

  /** From now on this operation is answered so. */
  answer(operation: OperationId, answer: PlayedAnswer): void {
    this.#answers.set(operation, answer);
  }

  /** To be given to the client in the place of `fetch`. */
  readonly fetch = async (url: string, init: ReplayInit = {}): Promise<Response> => {
    const [path = '', query = ''] = url.slice(this.#base.length).split('?');
    const operation = url.startsWith(this.#base) ? operationOf(init.method ?? 'GET', path) : undefined;
    if (operation === undefined) {
      this.faults.push(`${init.method ?? 'GET'} ${url} is no operation`);
      return Response.error();
    }
    const { headers = {}, body } = init;
    const request = { operation, query: new URLSearchParams(query), headers: lowerCased(headers), body };
    this.requests.push(request);
    this.faults.push(...checkRequest(request).map((fault) => `${operation}: ${fault}`));
    const played = this.#answers.get(operation) ?? playable(documentedSuccess(operation));
    const content = played.body === undefined ? null : JSON.stringify(played.body);
    return new Response(content, { status: played.status, headers: played.headers });
  };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
