/** What is compared, as data. What the figures mean stands in docs/performance.md. */
import type { Program } from './bundle.js';
import type { LoadRequest } from './processes/load-order.js';
import { readRequests, loginRequest } from './requests.js';

export interface Participant {
  readonly name: string;
  readonly program: Program;
}

/** The first participant is ours. */
export interface Comparison {
  readonly of: string;
  readonly against: string;
  readonly goal?: { readonly measure: 'rate' | 'cpu'; readonly atLeast: number };
}

export interface Case {
  readonly name: string;
  readonly title: string;
  readonly participants: readonly Participant[];
  readonly comparisons: readonly Comparison[];
  readonly connections: number;
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
];
