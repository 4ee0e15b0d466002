import type { OperationName } from './operations.js';

/** Which call a view is of. */
export interface CallView {
  /** The operation. */
  readonly operation: OperationName;
  /** HTTP method, in upper case. */
  readonly method: string;
  /** The whole address. */
  readonly url: string;
}

/** A request as it leaves. Secrets are replaced by `[redacted]`. */
export interface RequestView extends CallView {
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body; undefined when there is none. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** The head of an answer as it arrives. Secrets are replaced by `[redacted]`. */
export interface ResponseView extends CallView {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the request left. */
  readonly durationMs: number;
}

/** A call that failed after its request was made. */
export interface ErrorView extends CallView {
  /** What the call rejects with; of a logout by `close()`, what nobody else gets to see. */
  readonly error: unknown;
  /** Milliseconds since the request left. */
  readonly durationMs: number;
}

/** A request that failed and is sent again. */
export interface RetryView extends CallView {
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
  /** What the call would have rejected with. */
  readonly error: unknown;
}

/** Watchers of the calls. They change nothing: what a hook returns, throws or rejects with is ignored. */
export interface Hooks {
  readonly onRequest?: ((view: RequestView) => unknown) | undefined;
  readonly onResponse?: ((view: ResponseView) => unknown) | undefined;
  readonly onRetry?: ((view: RetryView) => unknown) | undefined;
  readonly onError?: ((view: ErrorView) => unknown) | undefined;
}

/** Shows a view to a hook. The view is only made when there is a hook to look at it. */
export function show<View>(hook: ((view: View) => unknown) | undefined, view: () => View): void {
  if (!hook) return;
  // An async function turns what the hook throws and what it rejects with into one rejection.
  void (async () => hook(view()))().catch(() => undefined);
}
