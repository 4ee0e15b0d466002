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

/** The answer of the document, with the headers that it always has and one of its examples as the body. */
export function playable({ status, headers, examples }: DocumentedAnswer, example = 0): PlayedAnswer {
  const body = examples[example]?.value;
  const type = body === undefined ? [] : [['content-type', 'application/json']];
  const declared = headers.filter(({ required }) => required).map(({ name, example: value }) => [name, value]);
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
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = requestOf(input, init);
    const [path = '', query = ''] = request.url.slice(this.#base.length).split('?');
    const operation = request.url.startsWith(this.#base) ? operationOf(request.method, path) : undefined;
    if (operation === undefined) {
      this.faults.push(`${request.method} ${request.url} is no operation`);
      return Response.error();
    }
    const seen = {
      operation,
      query: new URLSearchParams(query),
      headers: Object.fromEntries(request.headers),
      body: (await request.text()) || undefined,
    };
    this.requests.push(seen);
    this.faults.push(...checkRequest(seen).map((fault) => `${operation}: ${fault}`));
    const { status, headers, body } = this.#answers.get(operation) ?? playable(documentedSuccess(operation));
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
  };
}

/** What `fetch` was called with, as the one object that it can be called with. */
export function requestOf(input: string | URL | Request, init?: RequestInit): Request {
  return typeof input === 'string' || input instanceof URL ? new Request(input, init) : input;
}
