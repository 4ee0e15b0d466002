/** Authenticated reads, by store. */
import type { LoadCase, Participant } from '../load-case.js';
import { readRequests } from '../requests.js';
import { bare, ours } from './names.js';

const sameContract: Participant = { name: 'node:http, same contract', program: 'contract-read' };
const fastify: Participant = { name: 'Fastify, same contract', program: 'fastify-read' };
const express: Participant = { name: 'express-session + passport', program: 'express-read' };

const full = {
  connections: 32,
  durationMs: 2_000,
  pinned: true,
  status: 200,
  requests: readRequests,
} satisfies Partial<LoadCase>;

const read: LoadCase = {
  name: 'read',
  title: 'authenticated GET /api/sessions, memory store',
  participants: [ours, bare, sameContract, fastify, express],
  comparisons: [
    { of: ours.name, against: bare.name, goal: { measure: 'cpu', atLeast: 0.5 } },
    { of: ours.name, against: sameContract.name },
    { of: ours.name, against: fastify.name },
    { of: ours.name, against: express.name },
    { of: sameContract.name, against: bare.name },
    { of: fastify.name, against: bare.name },
    { of: express.name, against: bare.name },
  ],
  ...full,
};

const embedded: LoadCase = {
  name: 'read-embedded',
  title: 'authenticated GET /api/sessions, embedded store',
  participants: [{ ...ours, settings: { store: 'embedded' } }, bare],
  comparisons: [{ of: ours.name, against: bare.name, goal: { measure: 'cpu', atLeast: 0.5 } }],
  ...full,
};

const fastifyGetex: Participant = { name: 'Fastify with GETEX', program: 'fastify-read', settings: { store: 'redis' } };
const expressRedis: Participant = {
  name: 'express-session + connect-redis',
  program: 'express-read',
  settings: { store: 'redis' },
};

const redis: LoadCase = {
  name: 'read-redis',
  title: 'authenticated GET /api/sessions, sessions in Redis; node:http has none',
  participants: [{ ...ours, settings: { store: 'redis' } }, bare, fastifyGetex, expressRedis],
  comparisons: [
    { of: ours.name, against: bare.name, goal: { measure: 'cpu', atLeast: 0.35 } },
    { of: ours.name, against: fastifyGetex.name },
    { of: ours.name, against: expressRedis.name },
    { of: fastifyGetex.name, against: bare.name },
    { of: expressRedis.name, against: bare.name },
  ],
  redis: true,
  ...full,
};

const twoNodes = 'two nodes, together';
const oneNode = 'one node';

const nodes: LoadCase = {
  name: 'nodes',
  title: 'the same reads on one Redis: two nodes that share them, beside one',
  participants: [
    { name: twoNodes, program: 'ours', settings: { store: 'redis' }, nodes: 2 },
    { name: oneNode, program: 'ours', settings: { store: 'redis' } },
  ],
  comparisons: [{ of: twoNodes, against: oneNode, goal: { measure: 'cpu', atLeast: 0.87 } }],
  redis: true,
  ...full,
};

const withMetrics = 'ours, metrics on';

const metrics: LoadCase = {
  name: 'read-metrics',
  title: 'authenticated GET /api/sessions, memory store, with metrics and without',
  participants: [{ name: withMetrics, program: 'ours', settings: { metrics: true } }, ours],
  comparisons: [{ of: withMetrics, against: ours.name, goal: { measure: 'cpu', atLeast: 0.98 } }],
  ...full,
};

export const reads: readonly LoadCase[] = [read, embedded, redis, metrics, nodes];
