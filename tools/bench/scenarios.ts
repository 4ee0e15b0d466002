/** What is measured, as data. */
import { loginNames, password, type HashingCost } from './auth-server-config.js';
import { authServer, made } from './places.js';

export interface Entrant {
  /** Its name in the tables. */
  readonly name: string;
  /** What `node` runs; the file with the configuration is added. */
  readonly script: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** In the order of their turns. All are compared with the first. */
  readonly entrants: readonly [Entrant, ...Entrant[]];
  readonly hashing: HashingCost;
  /** `read`: every connection reads its own session. `login`: every request opens a new one. */
  readonly kind: 'read' | 'login';
  /** Bodies of the logins, taken in turn. */
  readonly logins: readonly object[];
  readonly connections: number;
  /**
   * Most requests in one turn. Logins add up: a server that is fast must not be measured with many more sessions than
   * one that is slow.
   */
  readonly atMost: number;
}

const bare: Entrant = { name: 'bare node:http', script: [`${made}/bare.mjs`] };
const contract: Entrant = { name: 'same contract on node:http', script: [`${made}/same-contract.mjs`] };
const sameHash: Entrant = { ...contract, name: 'node:http, same hash' };
export const ours: Entrant = { name: 'auth-server', script: [`${authServer}/dist/main.js`, '--config'] };

const guest = [{ loginMode: 8 }];
const thousand = loginNames.map((username) => ({ loginMode: 1, username, password }));
const cheapest: HashingCost = { memoryKiB: 8, iterations: 1 };
const asShipped: HashingCost = { memoryKiB: 19_456, iterations: 2 };

export const scenarios: readonly Scenario[] = [
  {
    name: 'read',
    title: 'GET /api/sessions of 64 sessions, each on its keep-alive connection',
    entrants: [bare, contract, ours],
    hashing: cheapest,
    kind: 'read',
    logins: guest,
    connections: 64,
    atMost: Infinity,
  },
  {
    name: 'anonymous-login',
    title: 'POST /api/auth/login, mode 8: a login without hashing',
    entrants: [bare, contract, ours],
    hashing: cheapest,
    kind: 'login',
    logins: guest,
    connections: 32,
    atMost: 5000,
  },
  {
    name: 'login-cheap-hash',
    title: 'POST /api/auth/login, mode 1, Argon2id with 8 KiB, t=1: what a login costs beside its hash',
    entrants: [sameHash, ours],
    hashing: cheapest,
    kind: 'login',
    logins: thousand,
    connections: 32,
    atMost: 5000,
  },
  {
    name: 'login',
    title: 'POST /api/auth/login, mode 1, Argon2id as shipped: 19 MiB, t=2, p=1',
    entrants: [sameHash, ours],
    hashing: asShipped,
    kind: 'login',
    logins: thousand,
    connections: 16,
    atMost: 5000,
  },
];
