/** What a case is that keeps servers busy and compares what a request costs them. */
import type { Program } from './bundle.js';
import type { ServerSettings } from './processes/settings.js';
import type { LoadRequest } from './processes/load-order.js';

/** What others do to a server while its readers are measured. */
export type Flood =
  /** So many callers who log in by password, or read with tokens that are none, without a pause. */
  | { readonly kind: 'logins' | 'wrongTokens'; readonly callers: number }
  /** So many connections that have asked once and say no more, or that send a byte now and then. */
  | { readonly kind: 'idle' | 'slow'; readonly connections: number };

export interface Participant {
  readonly name: string;
  readonly program: Program;
  readonly settings?: Omit<ServerSettings, 'folder' | 'redisUrl'>;
  /** Connections that it is asked over, or threads that it hashes with; by default those of the case, or one a core. */
  readonly concurrency?: number;
  /** So many processes of it share the requests. By default one. */
  readonly nodes?: number;
  /** Under which its readers are measured. */
  readonly flood?: Flood;
}

export type Goal =
  { readonly measure: 'rate' | 'cpu'; readonly atLeast: number } | { readonly measure: 'p99'; readonly atMost: number };

/** Stands for whichever of several participants had the best median rate. */
export interface Best {
  readonly name: string;
  readonly among: readonly string[];
}

export interface Comparison {
  readonly of: string;
  readonly against: string;
  readonly goal?: Goal;
}

/** The first participant is ours. */
export interface LoadCase {
  readonly name: string;
  readonly title: string;
  readonly participants: readonly Participant[];
  readonly best?: readonly Best[];
  /** Of participants and of bests. */
  readonly comparisons: readonly Comparison[];
  readonly connections: number;
  /** Between an answer and the next request of its connection; absent: the server is kept full. */
  readonly restMs?: number;
  /** Of one round. */
  readonly durationMs: number;
  /** Server and load each on a core of its own; otherwise both on all. */
  readonly pinned: boolean;
  /** Is there a Redis that all participants share? */
  readonly redis?: boolean;
  /** Of every answer. */
  readonly status: number;
  /** What the load generator sends to the nodes at these URLs. Asked before every round, when all sessions are forgotten. */
  requests(urls: readonly string[]): Promise<readonly LoadRequest[]>;
}
