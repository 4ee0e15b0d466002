import { refused, routes } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { createClient } from './index.js';

const modes = { availableModes: [1, 8], defaultMode: 1 };
const answers = routes({
  'GET /mstrServices/library/auth': { status: 200, body: modes },
  'PUT /mstrServices/library/auth': { status: 204 },
  'GET /admin/restServerSettings/auth': { status: 200, body: modes },
  'PUT /admin/restServerSettings/auth': { status: 204 },
});
const operator = { username: 'olga', password: 'olga: likes long passwörds' };

describe('the login modes of a client', () => {
  it('are seen and chosen in the session', async () => {
    await using server = await startCannedServer(answers);
    const { loginModes } = createClient({ baseUrl: server.url });
    expect(await loginModes.get()).toEqual(modes);
    await loginModes.get({ fields: ['defaultMode'] });
    expect(await loginModes.set({ availableModes: [1] })).toBeUndefined();
    expect(server.requests.map(({ method, path, body }) => [method, path.replace('/Lib/api', ''), body])).toEqual([
      ['GET', '/mstrServices/library/auth', undefined],
      ['GET', '/mstrServices/library/auth?fields=defaultMode', undefined],
      ['PUT', '/mstrServices/library/auth', { availableModes: [1] }],
    ]);
  });

  it('are seen and chosen by the operator, whose credential no hook sees', async () => {
    await using server = await startCannedServer(answers);
    const seen: unknown[] = [];
    const { loginModes } = createClient({ baseUrl: server.url, hooks: { onRequest: (view) => void seen.push(view) } });
    expect(await loginModes.get({ operator })).toEqual(modes);
    await loginModes.set(modes, { operator });
    const authorization = `Basic ${Buffer.from(`${operator.username}:${operator.password}`).toString('base64')}`;
    for (const { path, headers } of server.requests) {
      expect([path, headers['authorization']]).toEqual(['/Lib/api/admin/restServerSettings/auth', authorization]);
    }
    expect(server.requests).toHaveLength(2);
    expect(seen).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain(authorization.slice(6));
  });

  it.each([
    ['privilegeMissing', refused(403, 'ERR014', 'Only an administrator may')],
    ['inputInvalid', refused(400, 'ERR006', 'availableModes must hold 1')],
  ])('are refused as %s', async (kind, answer) => {
    await using server = await startCannedServer(() => answer);
    const { loginModes } = createClient({ baseUrl: server.url });
    await expect(loginModes.get()).rejects.toMatchObject({ kind });
    await expect(loginModes.set(modes, { operator })).rejects.toMatchObject({ kind });
  });
});
