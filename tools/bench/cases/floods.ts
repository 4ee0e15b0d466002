/** How reads fare while others flood the server. */
import type { Comparison, Flood, LoadCase, Participant } from '../load-case.js';
import { readRequests } from '../requests.js';
import { cores } from './names.js';

const quiet: Participant = { name: 'reads, quiet', program: 'ours' };
const bareQuiet: Participant = { name: 'node:http, quiet', program: 'argon2-login' };
const callers = 8 * cores;

export const floods: readonly LoadCase[] = [
  flood('storm', 'others log in with Argon2id as fast as they can', 'a storm of logins', { kind: 'logins', callers }),
  flood('flood-tokens', 'others read with wrong tokens as fast as they can', 'a flood of wrong tokens', {
    kind: 'wrongTokens',
    callers,
  }),
  flood('flood-idle', '10,000 connections are open and idle', '10,000 idle connections', {
    kind: 'idle',
    connections: 10_000,
  }),
  flood('flood-slow', '1,000 others send their requests a byte at a time', '1,000 slow senders', {
    kind: 'slow',
    connections: 1_000,
  }),
];

/** @param what as in "reads in …" */
function flood(name: string, meanwhile: string, what: string, flooded: Flood): LoadCase {
  const preposition = flooded.kind === 'logins' || flooded.kind === 'wrongTokens' ? 'in' : 'beside';
  const under: Participant = { ...quiet, name: `reads ${preposition} ${what}`, flood: flooded };
  const bareUnder: Participant = { ...bareQuiet, name: `node:http ${preposition} ${what}`, flood: flooded };
  const goal: Comparison['goal'] = { measure: 'p99', atMost: 2 };
  return {
    name,
    title: `GET /api/sessions while ${meanwhile}, on the same cores`,
    participants: [quiet, under, bareQuiet, bareUnder],
    comparisons: [
      { of: under.name, against: quiet.name, goal },
      { of: bareUnder.name, against: bareQuiet.name },
      { of: under.name, against: bareUnder.name },
    ],
    connections: 4,
    restMs: 5,
    durationMs: 4_000,
    pinned: false,
    status: 200,
    requests: readRequests,
  };
}
