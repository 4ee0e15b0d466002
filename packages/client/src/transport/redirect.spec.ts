import { cookie, goodDay, opened, routes, session, token } from '../../test/answers.js';
import { startCannedServer, type CannedAnswer, type SeenRequest } from '../../test/canned-server.js';
import { createClient } from '../index.js';

const to = (location: string, status = 302, more = {}): CannedAnswer => ({
  status,
  headers: { Location: location, ...more },
});
const sent = ({ path, headers }: SeenRequest) => ({ path, token: headers['x-mstr-authtoken'], cookie: headers.cookie });

describe('a redirect', () => {
  it('of what only reads is followed within the Library, with the token and the cookies of every hop', async () => {
    await using server = await startCannedServer(
      routes({
        ...goodDay,
        'POST /auth/login': opened(token, cookie),
        'GET /sessions': to('/Lib/api/status', 307, { 'Set-Cookie': 'node=seven; Path=/' }),
        'GET /status': { status: 200, body: session },
      }),
    );
    const client = createClient({ baseUrl: server.url });
    await client.login.anonymous();
    expect(await client.sessions.get()).toEqual(session);
    expect(server.requests.slice(1).map(sent)).toEqual([
      { path: '/Lib/api/sessions', token, cookie: `JSESSIONID=${cookie}` },
      { path: '/Lib/api/status', token, cookie: `JSESSIONID=${cookie}; node=seven` },
    ]);
  });

  it.each([
    ['another host', (url: string) => url.replace('127.0.0.1', '127.0.0.2')],
    ['another scheme', (url: string) => url.replace('http:', 'https:')],
    ['another application of the host', (url: string) => url.replace('/Lib', '/Other')],
    ['the application whose name begins alike', (url: string) => url.replace('/Lib', '/Library')],
    ['no address', () => 'http://'],
  ])('to %s is not followed', async (_, elsewhere) => {
    await using stranger = await startCannedServer(routes(goodDay));
    const port = new URL(stranger.url).port;
    let here = '';
    await using server = await startCannedServer(() => to(elsewhere(`${here}/api/status`)));
    here = server.url;
    expect(port).not.toBe('');
    const client = createClient({ baseUrl: server.url });
    await expect(client.sessions.get()).rejects.toMatchObject({ name: 'UnexpectedAnswerError', status: 302 });
    expect([server.requests.length, stranger.requests.length]).toEqual([1, 0]);
  });

  it('to another port of the host, where a stranger listens, does not bring him the token', async () => {
    await using stranger = await startCannedServer(() => ({ status: 200, body: session }));
    await using server = await startCannedServer(
      routes({ ...goodDay, 'GET /sessions': to(`${stranger.url}/api/sessions`) }),
    );
    const client = createClient({ baseUrl: server.url });
    await client.login.anonymous();
    await expect(client.sessions.get()).rejects.toMatchObject({ name: 'UnexpectedAnswerError' });
    expect(stranger.requests).toEqual([]);
  });

  it('of what changes something is not followed', async () => {
    await using server = await startCannedServer(routes({ 'POST /auth/login': to('/Lib/api/status') }));
    await expect(createClient({ baseUrl: server.url }).login.anonymous()).rejects.toMatchObject({ status: 302 });
    expect(server.requests).toHaveLength(1);
  });

  it('in a circle ends', async () => {
    await using server = await startCannedServer(routes({ 'GET /sessions': to('/Lib/api/sessions') }));
    await expect(createClient({ baseUrl: server.url }).sessions.get()).rejects.toMatchObject({ status: 302 });
    expect(server.requests).toHaveLength(6);
  });
});
