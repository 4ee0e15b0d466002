/** What is compared, as data. What the figures mean stands in docs/performance.md. */
import { availableParallelism } from 'node:os';
import type { Program } from './bundle.js';
import type { LoadRequest } from './processes/load-order.js';
import { readRequests, loginRequest } from './requests.js';

export interface Participant {
  readonly name: string;
  readonly program: Program;
  /** Connections that it is asked over, or threads that it hashes with; by default those of the case, or one a core. */
  readonly concurrency?: number;
  /** While it is asked, so many others log in by password without a pause. */
  readonly storm?: number;
}

export type Goal =
  { readonly measure: 'rate' | 'cpu'; readonly atLeast: number } | { readonly measure: 'p99'; readonly atMost: number };

/** Stands for whichever of several participants had the best median rate. */
export interface Best {
  readonly name: string;
  readonly among: readonly string[];
}

/** The first participant is ours. */
export interface Comparison {
  readonly of: string;
  readonly against: string;
  readonly goal?: Goal;
}

export interface Case {
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
  /** Of every answer. */
  readonly status: number;
  /** What the load generator sends to a server at this URL. Asked before every round, when all sessions are forgotten. */
  requests(url: string): Promise<readonly LoadRequest[]>;
}

const ours: Participant = { name: 'ours', program: 'ours' };
const bare = 'node:http, bare';
const sameContract = 'node:http, same contract';
const sameHash = 'node:http, same hash';
const pureHash = 'the hash alone';
const cores = availableParallelism();
/** Logins under way at a time, of which the best is looked for: below, the threads wait; above, the queue only grows. */
const ourConcurrencies = [2, 4, 8, 16].map((times) => times * cores);
const hashConcurrencies = [1, 2].map((times) => times * cores);
const oursAt = (connections: number) => `ours, ${connections} at a time`;
const hashAt = (threads: number) => `the hash alone, ${threads} threads`;
const [ourBest, hashBest] = ['ours at its best', 'the hash at its best'];
const [quiet, storm] = ['reads, quiet', 'reads in a storm of logins'];
const [pool, openapi] = ["undici's Pool", 'openapi-fetch and a jar'];
const [bareQuiet, bareStorm] = ['node:http, quiet', 'node:http in a storm of logins'];

export const cases: readonly Case[] = [
  {
    name: 'read',
    title: 'authenticated GET /api/sessions, memory store',
    participants: [ours, { name: bare, program: 'bare-read' }, { name: sameContract, program: 'contract-read' }],
    comparisons: [
      { of: ours.name, against: bare, goal: { measure: 'cpu', atLeast: 0.5 } },
      { of: ours.name, against: sameContract },
      { of: sameContract, against: bare },
    ],
    connections: 32,
    durationMs: 2_000,
    pinned: true,
    status: 200,
    requests: readRequests,
  },
  {
    name: 'login',
    title: 'POST /api/auth/login without a hash (Anonymous), memory store',
    participants: [ours, { name: bare, program: 'bare-login' }],
    comparisons: [{ of: ours.name, against: bare, goal: { measure: 'cpu', atLeast: 0.6 } }],
    connections: 32,
    durationMs: 2_000,
    pinned: true,
    status: 204,
    requests: async (url) => [loginRequest(url, 'anonymous')],
  },
  {
    name: 'login-argon2',
    title: 'POST /api/auth/login with Argon2id (Standard), clients on the same cores',
    participants: [ours, { name: sameHash, program: 'argon2-login' }, { name: pureHash, program: 'pure-hash' }],
    comparisons: [
      { of: ours.name, against: sameHash, goal: { measure: 'rate', atLeast: 0.95 } },
      { of: ours.name, against: pureHash },
      { of: sameHash, against: pureHash },
    ],
    connections: 8,
    durationMs: 4_000,
    pinned: false,
    status: 204,
    requests: async (url) => [loginRequest(url, 'standard')],
  },
  {
    name: 'login-best',
    title: 'POST /api/auth/login with Argon2id and the hash alone, each at its best concurrency on the same cores',
    participants: [
      ...ourConcurrencies.map((concurrency) => ({ name: oursAt(concurrency), program: 'ours', concurrency }) as const),
      ...hashConcurrencies.map(
        (concurrency) => ({ name: hashAt(concurrency), program: 'pure-hash', concurrency }) as const,
      ),
    ],
    best: [
      { name: ourBest, among: ourConcurrencies.map(oursAt) },
      { name: hashBest, among: hashConcurrencies.map(hashAt) },
    ],
    comparisons: [{ of: ourBest, against: hashBest }],
    connections: 8,
    durationMs: 4_000,
    pinned: false,
    status: 204,
    requests: async (url) => [loginRequest(url, 'standard')],
  },
  {
    name: 'client',
    title: 'GET /api/sessions by our client, server and client on one core',
    participants: [
      { name: 'our client', program: 'client-ours' },
      { name: pool, program: 'client-pool' },
      { name: openapi, program: 'client-openapi' },
    ],
    comparisons: [
      { of: 'our client', against: pool, goal: { measure: 'rate', atLeast: 0.625 } },
      { of: 'our client', against: openapi },
      { of: openapi, against: pool },
    ],
    connections: 8,
    durationMs: 2_000,
    pinned: true,
    status: 200,
    requests: async () => [],
  },
  {
    name: 'storm',
    title: 'GET /api/sessions while others log in with Argon2id as fast as they can, on the same cores',
    participants: [
      { name: quiet, program: 'ours' },
      { name: storm, program: 'ours', storm: 8 * cores },
      { name: bareQuiet, program: 'argon2-login' },
      { name: bareStorm, program: 'argon2-login', storm: 8 * cores },
    ],
    comparisons: [
      { of: storm, against: quiet, goal: { measure: 'p99', atMost: 2 } },
      { of: bareStorm, against: bareQuiet },
      { of: storm, against: bareStorm },
    ],
    connections: 4,
    restMs: 5,
    durationMs: 4_000,
    pinned: false,
    status: 200,
    requests: readRequests,
  },
];
