import { goodDay, routes, session } from '../test/answers.js';
import { startCannedServer } from '../test/canned-server.js';
import { createClient } from './index.js';

const project = '9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94';
const other = 'B7CA92F04B9FAE8D941C3E9B7E0CD754';

const play = routes({
  ...goodDay,
  'GET /status': { status: 200, body: {} },
  'GET /sessions/projectId': { status: 200, body: session },
  'GET /projects': { status: 200, body: [{ id: project, name: 'Sales Demo' }], headers: { 'x-mstr-total-count': '7' } },
  'GET /projects/Sales%20%2F%20Demo': { status: 200, body: { id: project } },
});

describe('a request', () => {
  it('names the project of the client, of the call, or none, in operations of a session', async () => {
    await using server = await startCannedServer(play);
    const client = createClient({ baseUrl: server.url, projectId: project });
    await client.sessions.get();
    await client.sessions.get({ projectId: other });
    await client.sessions.get({ projectId: null });
    await client.sessions.project(other, { projectId: project });
    await client.login.anonymous({}, { projectId: other });
    await client.status();
    await client.logout();
    const sent = server.requests.map(({ headers }) => headers['x-mstr-projectid']);
    expect(sent).toEqual([project, other, undefined, other, undefined, undefined, undefined]);
  });

  it('asks for fields by one comma list', async () => {
    await using server = await startCannedServer(play);
    const client = createClient({ baseUrl: server.url });
    const { id, fullName } = await client.sessions.get({ fields: ['id', 'fullName'] });
    await client.sessions.get({ fields: [] });
    expect([id, fullName]).toEqual([session.id, session.fullName]);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/Lib/api/sessions?fields=id,fullName',
      '/Lib/api/sessions',
    ]);
  });

  it('has no body and no content type where the document has none', async () => {
    await using server = await startCannedServer(play);
    const client = createClient({ baseUrl: server.url });
    await client.logout();
    expect(server.requests[0]?.body).toBeUndefined();
    expect(server.requests[0]?.headers['content-type']).toBeUndefined();
  });

  it('says how long its body is', async () => {
    await using server = await startCannedServer(play);
    await createClient({ baseUrl: server.url }).login.anonymous();
    expect(server.requests[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '15' });
  });

  it.each(['', '.', '..'])(
    'is not made for a project by the name "%s", which would be another address',
    async (name) => {
      await using server = await startCannedServer(play);
      await expect(createClient({ baseUrl: server.url }).projects.get(name)).rejects.toBeInstanceOf(TypeError);
      expect(server.requests).toEqual([]);
    },
  );

  it('encodes the name of a project as one part of the path', async () => {
    await using server = await startCannedServer(play);
    expect(await createClient({ baseUrl: server.url }).projects.get('Sales / Demo')).toEqual({ id: project });
  });
});

describe('the list of projects', () => {
  it('comes with the length of the whole list', async () => {
    await using server = await startCannedServer(play);
    const list = await createClient({ baseUrl: server.url }).projects.list({ fields: ['id', 'name'] });
    expect(list).toEqual({ items: [{ id: project, name: 'Sales Demo' }], totalCount: 7 });
  });

  it('comes without it when the server does not say', async () => {
    await using server = await startCannedServer(() => ({ status: 200, body: [] }));
    expect(await createClient({ baseUrl: server.url }).projects.list()).toEqual({ items: [], totalCount: undefined });
  });
});

describe('a login', () => {
  it.each([
    ['standard', { loginMode: 1, username: 'mlind', password: '' }],
    ['anonymous', { loginMode: 8, timeZone: 'UTC' }],
    ['with', { loginMode: 16, username: 'mlind', password: 'p', applicationType: 76 }],
  ] as const)('by %s sends the body of its mode', async (_, body) => {
    await using server = await startCannedServer(play);
    const client = createClient({ baseUrl: server.url, applicationType: 35 });
    if (body.loginMode === 1) await client.login.standard({ username: 'mlind', password: '' });
    if (body.loginMode === 8) await client.login.anonymous({ timeZone: 'UTC' });
    if (body.loginMode === 16) await client.login.with(body);
    expect(server.requests[0]?.body).toEqual({ applicationType: 35, ...body });
  });

  it('changes the password when it is given a new one', async () => {
    await using server = await startCannedServer(play);
    const client = createClient({ baseUrl: server.url });
    await client.login.standard({ username: 'mlind', password: 'old', newPassword: 'new', messagesLocale: 'de_de' });
    expect(server.requests[0]?.body).toEqual({
      loginMode: 1,
      username: 'mlind',
      password: 'old',
      changePassword: true,
      newPassword: 'new',
      messagesLocale: 'de_de',
    });
  });

  it('by delegation takes what another client was given', async () => {
    const tokens = {
      'POST /auth/identityToken': { status: 201, headers: { 'X-MSTR-IdentityToken': 'an.identity.token' } },
    };
    const delegate = { 'POST /auth/delegate': goodDay['POST /auth/login'] };
    await using server = await startCannedServer(routes({ ...goodDay, ...tokens, ...delegate }));
    const [holder, other] = [createClient({ baseUrl: server.url }), createClient({ baseUrl: server.url })];
    await other.login.delegated(await holder.identityTokens.create());
    expect(server.requests.at(-1)?.body).toEqual({ loginMode: -1, identityToken: 'an.identity.token' });
    expect(other.loggedIn).toBe(true);
    await other.login.delegated({ identityToken: 'another', codeVerifier: 'a-verifier' });
    expect(server.requests.at(-1)?.body).toEqual({
      loginMode: -1,
      identityToken: 'another',
      codeVerifier: 'a-verifier',
    });
  });
});
