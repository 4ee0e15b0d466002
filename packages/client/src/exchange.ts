import { headers as wireHeaders, type OperationId } from '@mstr-rest/protocol';
import type { CallInit } from './api.js';
import { headerValue } from './arguments.js';
import type { Clock } from './clock.js';
import { ConnectionError, copyCause } from './errors/connection-error.js';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.js';
import { WireError } from './errors/wire-error.js';
import { show, type CallView, type Hooks } from './hooks.js';
import { sessionApart } from './leaving/unwanted-session.js';
import { operations, opensNewSession, opensSession } from './operations.js';
import { Secrets } from './redact.js';
import type { SessionState } from './session-state.js';

/** What the exchanges of one client share. */
export interface Surroundings {
  readonly hooks: Hooks;
  readonly clock: Clock;
  readonly session: SessionState;
}

/** What one exchange is about. */
export interface ExchangeSettings {
  readonly operation: OperationId;
  /** Sent where the operation takes a project, unless its request names one already. */
  readonly projectId: string | null | undefined;
  /** Ends the call. */
  readonly signal: AbortSignal;
  /** Ends the request, if it is another one. */
  readonly requestSignal?: AbortSignal;
}

/**
 * One request and its answer, as a middleware of openapi-fetch: adds the credentials, keeps what the answer brings, and
 * shows both to the hooks.
 */
export class Exchange {
  readonly secrets = new Secrets();
  readonly #settings: ExchangeSettings;
  readonly #around: Surroundings;
  #body: Readonly<Record<string, unknown>> | undefined;
  #token: string | undefined;
  #view: CallView | undefined;
  #response: Response | undefined;
  #unwanted: SessionState | undefined;
  #overtaken: DOMException | undefined;
  #epoch = 0;
  #startMs = 0;

  constructor(settings: ExchangeSettings, around: Surroundings) {
    this.#settings = settings;
    this.#around = around;
  }

  /** Puts this exchange into a call. */
  get init(): CallInit {
    const bodySerializer = (body: unknown): string => {
      this.#body = Object(body) as Readonly<Record<string, unknown>>; // every body of the document is an object
      this.secrets.addBody(this.#body);
      return JSON.stringify(body);
    };
    const { signal, requestSignal = signal } = this.#settings;
    return { signal: requestSignal, middleware: [this], bodySerializer };
  }

  /** The HTTP method; undefined until the request is made. */
  get method(): string | undefined {
    return this.#view?.method;
  }

  /** The session that the answer opened, where nobody waits for it any more. */
  get unwanted(): SessionState | undefined {
    return this.#unwanted;
  }

  /** The head of the answer; undefined until it is there. */
  get response(): Response | undefined {
    return this.#response;
  }

  /** Called by openapi-fetch before the request is sent, in the turn in which the call was made. */
  onRequest({ request }: { readonly request: Request }): void {
    const { operation, signal } = this.#settings;
    const { hooks, clock, session } = this.#around;
    signal.throwIfAborted();
    this.#epoch = session.epoch;
    this.#addHeaders(request);
    const headers = Object.fromEntries(request.headers);
    this.secrets.addHeaders(headers);
    const view = { operation, method: request.method, url: request.url };
    this.#view = view;
    this.#startMs = clock.monotonic();
    show(hooks.onRequest, () => ({
      ...view,
      headers: this.secrets.redact(headers),
      body: this.#body && this.secrets.redact<unknown>(this.#body),
    }));
  }

  /** Called by openapi-fetch with the head of the answer. Its token and cookies are kept when this returns. */
  onResponse({ request, response }: { readonly request: Request; readonly response: Response }): void {
    this.#response = response;
    this.#keep(request.url, response);
    const view = this.#view;
    if (!view) return;
    show(this.#around.hooks.onResponse, () => ({
      ...view,
      status: response.status,
      headers: this.secrets.redact(Object.fromEntries(response.headers)),
      durationMs: this.#durationMs(),
    }));
  }

  /** Forgets the session that this request was sent in. False where that had happened before. */
  endSession(): boolean {
    return this.#view !== undefined && this.#around.session.end(this.#view.url, this.#token);
  }

  /** What the call rejects with, for what was thrown on its way. Shows it to the hook. */
  failure(thrown: unknown, timeout: () => Error | undefined): unknown {
    const error = this.#name(thrown, timeout);
    const view = this.#view;
    if (view) show(this.#around.hooks.onError, () => ({ ...view, error, durationMs: this.#durationMs() }));
    return error;
  }

  #name(thrown: unknown, timeout: () => Error | undefined): unknown {
    const { operation, signal } = this.#settings;
    if (thrown instanceof WireError || thrown instanceof UnexpectedAnswerError) return thrown;
    if (signal.aborted) return timeout() ?? signal.reason;
    if (this.#overtaken) return this.#overtaken;
    if (!this.#view) return thrown; // nothing was sent: it is about the arguments
    return new ConnectionError(
      operation,
      copyCause(thrown, (text) => this.secrets.scrub(text)),
    );
  }

  #addHeaders({ url, headers }: Request): void {
    const { operation, projectId } = this.#settings;
    const { access, project } = operations[operation];
    const { session } = this.#around;
    const token = (this.#token = session.token);
    // A login goes without the old token, and GET /auth/token asks for the token of the cookie.
    if (token !== undefined && (access === 'session' || access === 'token')) headers.set(wireHeaders.authToken, token);
    const cookie = session.cookieHeader(url);
    if (cookie) headers.set('cookie', headerValue('the Cookie header', cookie));
    if (project && typeof projectId === 'string' && !headers.has(wireHeaders.projectId)) {
      headers.set(wireHeaders.projectId, headerValue('projectId', projectId));
    }
  }

  #keep(url: string, { status, headers }: Response): void {
    const { operation, signal } = this.#settings;
    const { session } = this.#around;
    const opened = opensSession(operation) && status === operations[operation].success;
    const token = opened ? headers.get(wireHeaders.authToken) : null;
    // A login that was given up, or overtaken by a logout, may be answered all the same.
    const late = opened && this.#epoch !== session.epoch;
    if (token && opensNewSession(operation) && (signal.aborted || late)) {
      this.#unwanted = sessionApart(token, session.cookieHeader(url), headers.getSetCookie());
    }
    signal.throwIfAborted();
    if (late) throw (this.#overtaken = overtaken(operation));
    if (token) session.open(token, url, headers.getSetCookie());
    else session.keep(url, headers.getSetCookie(), this.#token);
  }

  #durationMs(): number {
    return this.#around.clock.monotonic() - this.#startMs;
  }
}

/** What a login rejects with that a logout has overtaken. */
export function overtaken(operation: OperationId): DOMException {
  return new DOMException(`${operation}: overtaken by a logout`, 'AbortError');
}
