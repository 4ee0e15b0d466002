import type { Clock } from './clock.js';
import type { CookieStorage } from './cookies.js';
import type { Fetch } from './fetch.js';
import type { Hooks } from './hooks.js';
import type { SessionOptions } from './keeping/session-options.js';
import type { Middleware } from './transport/middleware.js';
import type { RetryOptions } from './transport/retry-options.js';

/** What every call takes. */
export interface CallOptions {
  /** Ends the call early: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Deadline of this call in milliseconds, from its start to the last byte of the answer; 0 for none. */
  readonly timeoutMs?: number | undefined;
  /**
   * Id of the project to work in (`X-MSTR-ProjectID`, 32 hexadecimal digits), in place of the client's; `null` for none.
   * Of no effect on operations outside a session, such as a login.
   */
  readonly projectId?: string | null | undefined;
  /**
   * Does it do no harm if the server does twice what this call asks for? Then it is sent again where that can help. Default
   * goes by the method: GET, HEAD, OPTIONS, PUT and DELETE do no harm.
   */
  readonly repeatable?: boolean | undefined;
}

/** What a call takes whose answer can be cut down. */
export interface FieldsOptions<Field> extends CallOptions {
  /** Top-level members of the answer to keep, of each element where it is a list. None, or an empty list, keeps all. */
  readonly fields?: readonly Field[] | undefined;
}

/** The query of such a call. A list with nothing in it is left out. */
export function query({ fields = [] }: FieldsOptions<string>): { fields: string[] } {
  return { fields: [...fields] };
}

/** What a client is made from. */
export interface ClientOptions {
  /** Address of the Library, with or without `/api`: `https://host/MicroStrategyLibrary`. */
  readonly baseUrl: string | URL;
  /** Sends the requests. Default is the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Id of the project that operations of a session work in, unless the call names another. Default is none. */
  readonly projectId?: string | undefined;
  /** Deadline of each call in milliseconds; 0 for none. Default 30 000. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds until the head of an answer has to be there, of each attempt; 0 for any time. Default 0. */
  readonly responseTimeoutMs?: number | undefined;
  /** How calls are repeated that failed in passing; `false` for never. */
  readonly retry?: RetryOptions | false | undefined;
  /** Stand around every request, the first one outermost. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Watch the calls. They see no secret. */
  readonly hooks?: Hooks | undefined;
  /** Where cookies are kept. Default is memory in the Node entry, and the browser's own cookies in the browser entry. */
  readonly cookies?: CookieStorage | undefined;
  /** Kind of client that logins state, such as 35 for Web and Library. Default is to leave it to the server. */
  readonly applicationType?: number | undefined;
  /** The time. Default is the machine's. */
  readonly clock?: Clock | undefined;
  /** How the session is kept. */
  readonly session?: SessionOptions | undefined;
}
