import { headers as wireHeaders } from '@mstr-rest/protocol';
import { jsonOf, type CallInit } from './api.js';
import { headerValue } from './arguments.js';
import type { Clock } from './clock.js';
import { Deadline } from './deadline.js';
import { ConnectionError, copyCause } from './errors/connection-error.js';
import { TimeoutError } from './errors/timeout-error.js';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.js';
import { WireError } from './errors/wire-error.js';
import { show, type CallView, type Hooks } from './hooks.js';
import type { Keeper } from './keeping/keeper.js';
import { sessionApart } from './leaving/unwanted-session.js';
import { factsOf, opensNewSession, opensSession, type OperationName } from './operations.js';
import { readFailure, type Reading } from './read-answer.js';
import { Secrets } from './redact.js';
import type { SessionState } from './session-state.js';
import type { Attempted, Attempts, Outcome } from './transport/attempts.js';
import { codesOf, isIdempotent } from './transport/may-repeat.js';
import type { Incoming, Outgoing, Send } from './transport/outgoing.js';
import { mostRedirects, redirected } from './transport/redirect.js';

/** What the exchanges of one client share. */
export interface Surroundings {
  readonly hooks: Hooks;
  readonly clock: Clock;
  readonly session: SessionState;
  /** Keeps the session; undefined for one that is only left. */
  readonly keeper: Keeper | undefined;
  readonly attempts: Attempts;
  /** Sends a request, through all middleware. */
  readonly send: Send;
  /** Address of the API, without a slash at its end. */
  readonly base: string;
  /** Milliseconds that `send` gives a connection to come about; undefined where that is up to the platform. */
  readonly connectTimeoutMs: number | undefined;
  /** Milliseconds until the head of an answer has to be there, of each attempt; 0 for none. */
  readonly responseTimeoutMs: number;
}

/** What one exchange is about. */
export interface ExchangeSettings {
  readonly operation: OperationName;
  /** Sent where the operation takes a project, unless its request names one already. */
  readonly projectId: string | null | undefined;
  /** Ends the call. */
  readonly signal: AbortSignal;
  /** Ends its requests, if it is another one. */
  readonly requestSignal: AbortSignal;
  readonly endMs: number;
  readonly repeatable: boolean | undefined;
}

/** One call on the wire: adds the credentials to its requests, keeps what answers bring, and shows both to the hooks. */
export class Exchange implements Attempted {
  readonly secrets = new Secrets();
  readonly signal: AbortSignal;
  readonly endMs: number;
  readonly repeatable: boolean | undefined;
  readonly #settings: ExchangeSettings;
  readonly #around: Surroundings;
  #body: Readonly<Record<string, unknown>> | undefined;
  #token: string | undefined;
  #view: CallView | undefined;
  #answered: Incoming | undefined;
  #unwanted: SessionState | undefined;
  #overtaken: DOMException | undefined;
  #streams = false;
  #epoch = 0;
  #startMs = 0;

  constructor(settings: ExchangeSettings, around: Surroundings) {
    this.#settings = settings;
    this.#around = around;
    this.signal = settings.signal;
    this.endMs = settings.endMs;
    this.repeatable = settings.repeatable;
  }

  /** Puts this exchange into a call of {@link Api}. */
  get init(): CallInit {
    const { requestSignal: signal } = this.#settings;
    return { send: (call) => this.send({ ...call, signal }) };
  }

  /** May what was sent be sent once more? */
  get isRepeatable(): boolean {
    return !this.#streams && (this.repeatable ?? isIdempotent(this.#view?.method ?? ''));
  }

  /** The session that the answer opened, where nobody waits for it any more. */
  get unwanted(): SessionState | undefined {
    return this.#unwanted;
  }

  /** The head of the answer; undefined until it is there. */
  get answer(): Incoming | undefined {
    return this.#answered;
  }

  /** Lent to the reading of the answers of this call. */
  get reading(): Reading {
    const { clock } = this.#around;
    return { scrub: (text) => this.secrets.scrub(text), now: () => clock.now() };
  }

  /** Sends a request, in the turn in which it is called, and again where that can help. */
  send(request: Outgoing): Promise<Incoming> {
    if (request.json !== undefined) {
      this.#body = Object(request.json) as Readonly<Record<string, unknown>>; // any object
      this.secrets.addBody(this.#body);
    }
    this.#streams = request.body instanceof ReadableStream;
    return this.#around.attempts.send(request, this);
  }

  /** Sends a request, and where redirects lead. The token and the cookies of each answer are kept at once. */
  async once(request: Outgoing): Promise<Incoming> {
    for (let hop = 0, next = request; ; hop += 1) {
      const answer = await this.#exchange(next);
      const further = hop < mostRedirects ? redirected(next, answer, this.#around.base) : undefined;
      if (!further) return answer;
      await answer.cancel();
      next = further;
    }
  }

  async failureOf(outcome: Outcome): Promise<unknown> {
    if ('thrown' in outcome) return this.#name(outcome.thrown);
    const { answer } = outcome;
    return readFailure(this.#settings.operation, answer, jsonOf(await answer.text()), this.reading);
  }

  retrying(attempt: number, delayMs: number, error: unknown): void {
    const view = this.#view;
    const { hooks, keeper } = this.#around;
    const { operation } = this.#settings;
    if (view) show(hooks.onRetry, () => ({ ...view, attempt, delayMs, error }));
    keeper?.events.emit('retrying', { operation, attempt, delayMs, error });
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

  async #exchange(asked: Outgoing): Promise<Incoming> {
    const { operation, signal } = this.#settings;
    const { hooks, clock, session } = this.#around;
    signal.throwIfAborted();
    this.#epoch = session.epoch;
    const request = { ...asked, headers: this.#headers(asked) };
    this.secrets.addHeaders(request.headers);
    const view = { operation, method: request.method, url: request.url };
    this.#view = view;
    this.#startMs = clock.monotonic();
    show(hooks.onRequest, () => ({
      ...view,
      headers: this.secrets.redact(request.headers),
      body: this.#body && this.secrets.redact<unknown>(this.#body),
    }));
    const answer = await this.#answer(request);
    this.#answered = answer;
    this.#keep(view.url, answer);
    show(hooks.onResponse, () => ({
      ...view,
      status: answer.status,
      headers: this.secrets.redact(Object.fromEntries(answer.headers)),
      durationMs: this.#durationMs(),
    }));
    return answer;
  }

  async #answer(request: Outgoing): Promise<Incoming> {
    const { send, clock, responseTimeoutMs } = this.#around;
    if (responseTimeoutMs === 0) return send(request);
    const deadline = new Deadline(clock, responseTimeoutMs, request.signal);
    try {
      return await deadline.bound(send({ ...request, signal: deadline.signal }));
    } catch (thrown) {
      if (!deadline.passed) throw thrown;
      throw new TimeoutError(this.#settings.operation, responseTimeoutMs, 'client', 'response');
    } finally {
      deadline.reached();
    }
  }

  #name(thrown: unknown, timeout?: () => Error | undefined): unknown {
    const { operation, signal } = this.#settings;
    if (thrown instanceof WireError || thrown instanceof UnexpectedAnswerError) return thrown;
    if (signal.aborted) return timeout?.() ?? signal.reason;
    if (this.#overtaken) return this.#overtaken;
    if (!this.#view || thrown instanceof TimeoutError) return thrown; // without a view, it is about the arguments
    const cause = copyCause(thrown, (text) => this.secrets.scrub(text));
    const { connectTimeoutMs } = this.#around;
    if (connectTimeoutMs !== undefined && codesOf(cause).includes('UND_ERR_CONNECT_TIMEOUT'))
      return new TimeoutError(operation, connectTimeoutMs, 'client', 'connect');
    return new ConnectionError(operation, cause);
  }

  #headers({ url, headers: given }: Outgoing): Readonly<Record<string, string>> {
    const { operation, projectId } = this.#settings;
    const { access, project } = factsOf(operation);
    const { session } = this.#around;
    const token = (this.#token = session.token);
    // A login goes without the old token, and GET /auth/token asks for the token of the cookie.
    const headers = { ...given };
    if (token !== undefined && (access === 'session' || access === 'token')) headers[wireHeaders.authToken] = token;
    const cookie = session.cookieHeader(url);
    if (cookie) headers['cookie'] = headerValue('the Cookie header', cookie);
    if (project && typeof projectId === 'string') {
      headers[wireHeaders.projectId] ??= headerValue('projectId', projectId);
    }
    return headers;
  }

  #keep(url: string, answer: Incoming): void {
    const { operation, signal } = this.#settings;
    const { session } = this.#around;
    const opened = opensSession(operation) && answer.status === factsOf(operation).success;
    const token = opened ? answer.header(wireHeaders.authToken) : null;
    // A login that was given up, or overtaken by a logout, may be answered all the same.
    const late = opened && this.#epoch !== session.epoch;
    if (token && opensNewSession(operation) && (signal.aborted || late)) {
      this.#unwanted = sessionApart(token, session.cookieHeader(url), answer.setCookies);
    }
    // A fetch that pays no attention to the signal may answer when the caller has been told that the call is over.
    signal.throwIfAborted();
    if (late) throw (this.#overtaken = overtaken(operation));
    if (token) session.open(token, url, answer.setCookies);
    else session.keep(url, answer.setCookies, this.#token);
  }

  #durationMs(): number {
    return this.#around.clock.monotonic() - this.#startMs;
  }
}

/** What a login rejects with that a logout has overtaken. */
export function overtaken(operation: OperationName): DOMException {
  return new DOMException(`${operation}: overtaken by a logout`, 'AbortError');
}
