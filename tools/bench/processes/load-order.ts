/** What the load generator is told, and what it tells. */

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  /** With the path. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoadOrder {
  /** Sent in turn, again and again. */
  readonly requests: readonly LoadRequest[];
  /** The status of every answer; another one is a failure. */
  readonly status: number;
  /** Each has one request under way at a time. */
  readonly connections: number;
  readonly durationMs: number;
  /** How long each connection rests between an answer and its next request; absent: not at all, so that the server is full. */
  readonly restMs?: number;
  /**
   * Never sleep while waiting for answers, on a core of our own: waking a sleeper costs the one who answers CPU, and
   * only the slower server would have to pay for it.
   */
  readonly awake: boolean;
}

export interface Load {
  readonly requests: number;
  /** Until the last answer was there. */
  readonly durationMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}
