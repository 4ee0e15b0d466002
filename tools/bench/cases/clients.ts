/** What a call costs him who makes it. */
import type { LoadCase, Participant } from '../load-case.js';

const ours: Participant = { name: 'our client', program: 'client-ours' };
const pool: Participant = { name: "undici's Pool", program: 'client-pool' };
const openapi: Participant = { name: 'openapi-fetch and a jar', program: 'client-openapi' };

export const clients: LoadCase = {
  name: 'client',
  title: 'GET /api/sessions by our client, server and client on one core',
  participants: [ours, pool, openapi],
  comparisons: [
    { of: ours.name, against: pool.name, goal: { measure: 'rate', atLeast: 0.625 } },
    { of: ours.name, against: openapi.name },
    { of: openapi.name, against: pool.name },
  ],
  connections: 8,
  durationMs: 2_000,
  pinned: true,
  status: 200,
  requests: async () => [],
};
