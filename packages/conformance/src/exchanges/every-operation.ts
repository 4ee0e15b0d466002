/** What holds of every operation, made from the table of operations. Source: docs/protocol sections 4.3 and 9: Q31, Q33. */
import { operationTable, type OperationFacts, type OperationId } from '@mstr-rest/protocol';
import type { Exchange, Expected, Need, RequestFacts } from '../exchange.js';
import { sampleRequests } from '../sample-requests.js';
import type { SettingsWanted } from '../settings.js';
import { noSession } from './answers.js';

/** The same fact of every operation that it is true of. */
interface Fact {
  readonly id: string;
  /** Goes on from the method and path. */
  readonly says: string;
  readonly appliesTo: (facts: OperationFacts) => boolean;
  readonly with?: SettingsWanted;
  readonly needs?: Need;
  readonly request: (facts: OperationFacts) => RequestFacts;
  readonly expect: Expected;
}

const declares = (status: number) => (facts: OperationFacts) => facts.statuses.some((one) => one.status === status);
const goesByCredentials = ({ access }: OperationFacts) =>
  access === 'session' || access === 'token' || access === 'cookie';
const entersProjects = ({ projectHeader }: OperationFacts) => projectHeader !== 'none';
const inProject = (id: string) => () => ({ headers: { 'X-MSTR-ProjectID': id } });
const short = { 'errorCodes.style': 'short' } as const;

const facts: readonly Fact[] = [
  {
    id: 'no-session',
    says: 'without a session is 401 ERR009',
    appliesTo: goesByCredentials,
    needs: 'nothing',
    request: () => ({ token: 'none', cookie: 'none' }),
    expect: noSession,
  },
  {
    id: 'ended-session',
    says: 'in a session that has ended is 401 ERR009',
    appliesTo: goesByCredentials,
    needs: 'ended session',
    request: () => ({}),
    expect: noSession,
  },
  {
    id: 'origin',
    says: 'from a page of a strange origin is 403 ERR017',
    appliesTo: () => true,
    with: short,
    request: () => ({ headers: { Origin: 'https://stranger.example' } }),
    expect: { status: 403, code: 'ERR017', headers: { 'access-control-allow-origin': null } },
  },
  {
    id: 'percent',
    says: 'with wrong percent-encoding in its query is 400 ERR006',
    appliesTo: () => true,
    request: () => ({ query: 'x=%zz' }),
    expect: { status: 400, code: 'ERR006' },
  },
  {
    id: 'address',
    says: 'at an address that is too long is 414 ERR006',
    appliesTo: () => true,
    with: { 'server.maximumAddressLength': 4096 },
    request: () => ({ query: `x=${'a'.repeat(5000)}` }),
    expect: { status: 414, code: 'ERR006' },
  },
  {
    id: 'large-body',
    says: 'with too large a body is 413 ERR006',
    appliesTo: declares(413),
    with: { 'server.maximumBodyBytes': 65_536 },
    request: () => ({ body: { type: 'application/json', text: JSON.stringify({ filler: 'a'.repeat(66_000) }) } }),
    expect: { status: 413, code: 'ERR006' },
  },
  {
    id: 'body-type',
    says: 'with a body of a type that it does not take is 415 ERR006',
    appliesTo: declares(415),
    request: () => ({ body: { type: 'text/xml', text: '<login/>' } }),
    expect: { status: 415, code: 'ERR006' },
  },
  {
    id: 'unknown-project',
    says: 'in an unknown project is 404 ERR004 with -2147209151',
    appliesTo: entersProjects,
    request: inProject('00000000000000000000000000000000'),
    expect: { status: 404, code: 'ERR004', iServerCode: -2147209151 },
  },
  {
    id: 'hidden-project',
    says: 'in a project that is not open to the user is 403 ERR017 with -2147214578',
    appliesTo: entersProjects,
    with: short,
    request: inProject('{{hiddenProject.id}}'),
    expect: { status: 403, code: 'ERR017', iServerCode: -2147214578 },
  },
  {
    id: 'full-project',
    says: 'in a project with too many sessions of the user is 500 ERR001 with -2147072486',
    appliesTo: entersProjects,
    with: { 'iserver.maxProjectSessionsPerUser': 1 },
    needs: 'project taken by the other',
    request: inProject('{{project.id}}'),
    expect: { status: 500, code: 'ERR001', iServerCode: -2147072486 },
  },
];

function exchangeOf(fact: Fact, operation: OperationId): Exchange {
  const { method, path, access }: OperationFacts = operationTable[operation];
  const sample = sampleRequests[operation];
  const special = fact.request(operationTable[operation]);
  return {
    id: `${fact.id}-${operation}`,
    title: `${method} ${path} ${fact.says}`,
    operation,
    level: 'ours',
    ...(fact.with === undefined ? {} : { with: fact.with }),
    needs: fact.needs ?? (access === 'session' || access === 'token' ? 'session' : 'nothing'),
    request: { ...sample, ...special, headers: { ...sample.headers, ...special.headers } },
    expect: fact.expect,
  };
}

export const everyOperation: readonly Exchange[] = facts.flatMap((fact) =>
  Object.values(operationTable)
    .filter(fact.appliesTo)
    .map(({ operationId }) => exchangeOf(fact, operationId)),
);
