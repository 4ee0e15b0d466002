import { refused, routes } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { createClient } from './index.js';

const id = '3f6c1d0e9b8a47255e4d3c2b1a0f9e8d';
const other = '7a6b5c4d3e2f10918273645546372819';
const statuses = [
  { id, status: 204 },
  { id: other, status: 404, message: 'There is no session with this id' },
];
const answers = routes({
  'GET /monitors/userConnections': {
    status: 200,
    body: { userConnections: [{ id, username: 'mlind' }] },
    headers: { 'x-mstr-total-count': '7' },
  },
  [`DELETE /monitors/userConnections/${id}`]: { status: 204 },
  'POST /monitors/deleteUserConnections': { status: 207, body: { deleteUserConnectionsStatus: statuses } },
});

describe('the connections of a client', () => {
  it('are listed and ended, one or several', async () => {
    await using server = await startCannedServer(answers);
    const { connections } = createClient({ baseUrl: server.url });
    expect(await connections.list({ offset: 1, limit: 1 })).toEqual({
      items: [{ id, username: 'mlind' }],
      totalCount: 7,
    });
    expect(await connections.end(id)).toBeUndefined();
    expect(await connections.endAll([id, other])).toEqual(statuses);
    expect(server.requests.map(({ method, path }) => `${method} ${path.replace('/Lib/api/monitors', '')}`)).toEqual([
      'GET /userConnections?offset=1&limit=1',
      `DELETE /userConnections/${id}`,
      'POST /deleteUserConnections',
    ]);
    expect(server.requests[2]?.body).toEqual({ userConnectionIds: [id, other] });
  });

  it('are refused as userConnectionNotFound where there is none to end', async () => {
    const answer = refused(404, 'ERR004', 'There is no session with this id');
    await using server = await startCannedServer(() => answer);
    const { connections } = createClient({ baseUrl: server.url });
    await expect(connections.end(id)).rejects.toMatchObject({ kind: 'userConnectionNotFound' });
  });
});
