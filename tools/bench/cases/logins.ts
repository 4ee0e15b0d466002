/** Logins without and with a hash. */
import type { LoadCase, Participant } from '../load-case.js';
import { loginRequest } from '../requests.js';
import { cores, ours } from './names.js';

const bareLogin: Participant = { name: 'node:http, bare', program: 'bare-login' };
const anonymous = {
  connections: 32,
  durationMs: 2_000,
  pinned: true,
  status: 204,
  requests: async ([url = '']) => [loginRequest(url, 'anonymous')],
} satisfies Partial<LoadCase>;

const login: LoadCase = {
  name: 'login',
  title: 'POST /api/auth/login without a hash (Anonymous), memory store',
  participants: [ours, bareLogin],
  comparisons: [{ of: ours.name, against: bareLogin.name, goal: { measure: 'cpu', atLeast: 0.6 } }],
  ...anonymous,
};

const embedded: LoadCase = {
  name: 'login-embedded',
  title: 'POST /api/auth/login without a hash (Anonymous), embedded store: an answered login outlives the process',
  participants: [{ ...ours, settings: { store: 'embedded' } }, bareLogin],
  comparisons: [{ of: ours.name, against: bareLogin.name, goal: { measure: 'cpu', atLeast: 0.6 } }],
  ...anonymous,
};

const sameHash = 'node:http, same hash';
const pureHash = 'the hash alone';
const hashing = {
  connections: 8,
  durationMs: 4_000,
  pinned: false,
  status: 204,
  requests: async ([url = '']) => [loginRequest(url, 'standard')],
} satisfies Partial<LoadCase>;

const argon2: LoadCase = {
  name: 'login-argon2',
  title: 'POST /api/auth/login with Argon2id (Standard), clients on the same cores',
  participants: [ours, { name: sameHash, program: 'argon2-login' }, { name: pureHash, program: 'pure-hash' }],
  comparisons: [
    { of: ours.name, against: sameHash, goal: { measure: 'rate', atLeast: 0.95 } },
    { of: ours.name, against: pureHash },
    { of: sameHash, against: pureHash },
  ],
  ...hashing,
};

/** Logins under way at a time, of which the best is looked for: below, the threads wait; above, the queue only grows. */
const ourConcurrencies = [2, 4, 8, 16].map((times) => times * cores);
const hashConcurrencies = [1, 2].map((times) => times * cores);
const oursAt = (connections: number) => `ours, ${connections} at a time`;
const hashAt = (threads: number) => `the hash alone, ${threads} threads`;
const [ourBest, hashBest] = ['ours at its best', 'the hash at its best'];

const best: LoadCase = {
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
  ...hashing,
};

export const logins: readonly LoadCase[] = [login, embedded, argon2, best];
