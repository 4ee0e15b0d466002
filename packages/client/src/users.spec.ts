import { refused, routes } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { createClient, type RequestView } from './index.js';

const id = '7FC05A65473CE2FD845CE6A1D3F13233';
const user = { id, username: 'mlind', enabled: true };
const answers = routes({
  'GET /users': { status: 200, body: [user], headers: { 'x-mstr-total-count': '41' } },
  [`GET /users/${id}`]: { status: 200, body: user },
  [`PATCH /users/${id}`]: { status: 200, body: { ...user, enabled: false } },
  [`DELETE /users/${id}`]: { status: 204 },
});

describe('the users of a client', () => {
  it('are listed, found, changed and removed', async () => {
    await using server = await startCannedServer(answers);
    const { users } = createClient({ baseUrl: server.url });
    const filter = { nameBegins: 'Mira *', abbreviationBegins: 'm', offset: 1, limit: 10 };
    expect(await users.list({ ...filter, fields: ['id'] })).toEqual({ items: [user], totalCount: 41 });
    await users.list();
    expect(await users.get(id, { fields: ['enabled'] })).toEqual(user);
    expect(await users.change(id, { enabled: false, fullName: undefined })).toMatchObject({ enabled: false });
    expect(await users.remove(id)).toBeUndefined();
    expect(server.requests.map(({ method, path }) => `${method} ${path.replace('/Lib/api', '')}`)).toEqual([
      'GET /users?fields=id&nameBegins=Mira%20*&abbreviationBegins=m&offset=1&limit=10',
      'GET /users',
      `GET /users/${id}?fields=enabled`,
      `PATCH /users/${id}`,
      `DELETE /users/${id}`,
    ]);
    expect(server.requests[3]?.body).toEqual({ operationList: [{ op: 'replace', path: '/enabled', value: false }] });
  });

  it.each([
    ['privilegeMissing', refused(403, 'ERR014', 'Only an administrator may')],
    ['accountProtected', refused(403, 'ERR017', 'Your own account cannot be disabled by you')],
    ['originRefused', refused(403, 'ERR017', 'Requests from this origin are not allowed')],
    ['userNotFound', refused(404, 'ERR004', 'no', { iServerCode: -2147216967 })],
    ['passwordTooShort', refused(400, 'ERR006', 'short', { iServerCode: -2147072525 })],
  ])('are refused as %s', async (kind, answer) => {
    await using server = await startCannedServer(() => answer);
    const { users } = createClient({ baseUrl: server.url });
    await expect(users.change(id, { enabled: false })).rejects.toMatchObject({ kind });
    await expect(users.remove(id)).rejects.toMatchObject({ kind });
  });

  it('get a new password that shows in no view and no error', async () => {
    const password = 'nine green bottles';
    await using server = await startCannedServer(() => refused(400, 'ERR006', `${password} is too easy`));
    const views: RequestView[] = [];
    const client = createClient({ baseUrl: server.url, hooks: { onRequest: (view) => void views.push(view) } });
    const error: unknown = await client.users.change(id, { description: 'kept', password }).catch(String);
    expect(error).toContain('is too easy');
    expect(JSON.stringify([views, error])).not.toContain(password);
    expect(JSON.stringify(views)).toContain('kept');
    expect(server.requests[0]?.body).toMatchObject({ operationList: [{}, { path: '/password', value: password }] });
  });

  it.each(['', '.', '..'])('have no id %j, which would be another address', async (strange) => {
    const { users } = createClient({ baseUrl: 'http://127.0.0.1:9/Lib' });
    await expect(users.remove(strange)).rejects.toBeInstanceOf(TypeError);
  });
});
