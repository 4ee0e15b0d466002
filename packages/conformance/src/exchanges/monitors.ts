/** Listing and ending sessions. Source: docs/protocol section 3.15. */
import type { Exchange, Expected } from '../exchange.js';
import { json } from '../sample-requests.js';
import { done, inputInvalid, inputMissing, unknownConnection } from './answers.js';

const level = 'ours';
const nobody = '00000000000000000000000000000000';
const own: Expected = { status: 200, body: { userConnections: [{ username: '{{user.username}}', current: true }] } };
const badPage = (name: string): Expected => ({ ...inputInvalid, messageIncludes: name });

const listing: readonly Exchange[] = [
  {
    id: 'connections-mstrio',
    title: 'MSTRIO lists sessions of a node and reads how many there are',
    operation: 'getUserConnections',
    level: 'required',
    client: 'MSTRIO',
    needs: 'session',
    request: { query: 'clusterNode=node-1&offset=0&limit=1000' },
    expect: { ...own, headers: { 'x-mstr-total-count': { matches: '^[0-9]+$' }, 'content-type': 'application/json' } },
  },
  {
    id: 'connections-own',
    title: 'who is no administrator sees his own session and no other',
    operation: 'getUserConnections',
    level,
    needs: 'session beside a colleague',
    request: {},
    expect: { ...own, headers: { 'x-mstr-total-count': '1' } },
  },
  {
    id: 'connections-page',
    title: 'the count of sessions is that of the whole list, however small the page',
    operation: 'getUserConnections',
    level: 'required',
    needs: 'session of each',
    request: { query: 'offset=1&limit=1' },
    expect: { status: 200, body: { userConnections: [{}] }, headers: { 'x-mstr-total-count': '2' } },
  },
  {
    id: 'connections-fields',
    title: 'fields keeps top-level members, of which a list of sessions has one',
    operation: 'getUserConnections',
    level,
    needs: 'session',
    request: { query: 'fields=name' },
    expect: { status: 200, members: [] },
  },
  ...['limit=-2', 'limit=all', 'offset=-1', 'offset=1&offset=2'].map((query): Exchange => ({
    id: `connections-${query}`,
    title: `sessions with ${query} are 400 ERR006`,
    operation: 'getUserConnections',
    level,
    needs: 'session',
    request: { query },
    expect: badPage(query.slice(0, query.indexOf('='))),
  })),
];

const ending: readonly Exchange[] = [
  {
    id: 'connection-end-mstrio',
    title: 'MSTRIO ends a session of somebody else as an administrator',
    operation: 'deleteUserConnection',
    level: 'required',
    client: 'MSTRIO',
    needs: 'administrator beside sessions',
    request: { path: { id: '{{other.connectionId}}' } },
    expect: done,
  },
  {
    id: 'connection-end-nobody',
    title: 'a session that is not there cannot be ended, also by an administrator: 404 ERR004',
    operation: 'deleteUserConnection',
    level,
    needs: 'administrator',
    request: { path: { id: nobody } },
    expect: unknownConnection,
  },
  {
    id: 'connections-end-mstrio',
    title: 'MSTRIO ends several sessions and reads the status of each',
    operation: 'deleteUserConnections',
    level: 'required',
    client: 'MSTRIO',
    needs: 'administrator beside sessions',
    request: { body: json('{"userConnectionIds":["{{other.connectionId}}"]}') },
    expect: {
      status: 200,
      body: { deleteUserConnectionsStatus: [{ id: '{{other.connectionId}}', status: 204 }] },
    },
  },
  {
    id: 'connections-end-some',
    title: 'MSTRIO is told 207 where some sessions could not be ended',
    operation: 'deleteUserConnections',
    level: 'required',
    client: 'MSTRIO',
    needs: 'administrator beside sessions',
    request: { body: json(`{"userConnectionIds":["${nobody}","{{other.connectionId}}","${nobody}"]}`) },
    expect: {
      status: 207,
      body: {
        deleteUserConnectionsStatus: [
          { id: nobody, status: 404 },
          { id: '{{other.connectionId}}', status: 204 },
        ],
      },
    },
  },
  ...['{"userConnectionIds":[]}', '{"userConnectionIds":"x"}', '{"userConnectionIds":[7]}', '[]'].map(
    (text): Exchange => ({
      id: `connections-end-${text}`,
      title: `ending the sessions ${text} is 400 ERR006`,
      operation: 'deleteUserConnections',
      level,
      needs: 'session',
      request: { body: json(text) },
      expect: inputInvalid,
    }),
  ),
  {
    id: 'connections-end-missing',
    title: 'ending sessions without saying which is 400 ERR005',
    operation: 'deleteUserConnections',
    level,
    needs: 'session',
    request: { body: json('{}') },
    expect: { ...inputMissing, messageIncludes: 'userConnectionIds' },
  },
];

export const monitors: readonly Exchange[] = [...listing, ...ending];
