import { refused, routes } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { createClient } from './index.js';

const times = { createTime: '2026-03-04T17:55:07.120+0000', expireTime: '2026-04-03T17:55:07.120+0000' };
const apiToken = { apiToken: 'an-api-token', ...times };
const answers = routes({
  'POST /auth/apiTokens': { status: 201, body: apiToken },
  'GET /auth/apiTokens': { status: 200, body: [times] },
  'DELETE /auth/apiTokens': { status: 204 },
});
const userId = '7FC05A65473CE2FD845CE6A1D3F13233';

describe('the API tokens of a client', () => {
  it('are made without a body where nothing is asked of them, and with what is asked', async () => {
    await using server = await startCannedServer(answers);
    const { apiTokens } = createClient({ baseUrl: server.url });
    expect(await apiTokens.create()).toEqual(apiToken);
    await apiTokens.create({ userId, lifeTimeInMinutes: 60 });
    expect(server.requests.map(({ body }) => body)).toEqual([undefined, { userId, lifeTimeInMinutes: 60 }]);
    expect(server.requests[0]?.headers['content-type']).toBeUndefined();
  });

  it('are listed and revoked, of the caller or of another user', async () => {
    await using server = await startCannedServer(answers);
    const { apiTokens } = createClient({ baseUrl: server.url });
    expect(await apiTokens.list()).toEqual([times]);
    await apiTokens.list({ userId, fields: ['expireTime'] });
    expect(await apiTokens.revoke()).toBeUndefined();
    await apiTokens.revoke({ userId });
    expect(server.requests.map(({ method, path }) => `${method} ${path.replace('/Lib/api/auth', '')}`)).toEqual([
      'GET /apiTokens',
      `GET /apiTokens?fields=expireTime&userId=${userId}`,
      'DELETE /apiTokens',
      `DELETE /apiTokens?userId=${userId}`,
    ]);
  });

  it.each([
    ['privilegeMissing', refused(403, 'ERR014', 'Only an administrator may')],
    ['userNotFound', refused(404, 'ERR004', 'no', { iServerCode: -2147216967 })],
    ['inputInvalid', refused(400, 'ERR006', 'lifeTimeInMinutes is not an integer of 1 or more')],
    ['sessionInvalid', refused(401, 'ERR009', 'over')],
  ])('are refused as %s', async (kind, answer) => {
    await using server = await startCannedServer(() => answer);
    const { apiTokens } = createClient({ baseUrl: server.url });
    await expect(apiTokens.create({ userId })).rejects.toMatchObject({ kind });
    await expect(apiTokens.list({ userId })).rejects.toMatchObject({ kind });
    await expect(apiTokens.revoke({ userId })).rejects.toMatchObject({ kind });
  });
});
