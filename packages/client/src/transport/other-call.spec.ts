import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cookie, goodDay, opened, refused, routes, sessionOver, token } from '../../test/answers.js';
import { startCannedServer } from '../../test/canned-server.js';
import { createClient, TimeoutError, WireError } from '../index.js';

const project = '9B2C1E7A4D5F4A0E8C3B6D7F2A1E0C94';

/** A piece of a document, as openapi-typescript would have it. */
interface Paths {
  '/datasets/{id}': {
    get: {
      parameters: { path: { id: string }; query?: { fields?: string[] } };
      responses: { 200: { content: { 'application/json': { readonly name: string } } } };
    };
    patch: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { name: string } } };
      responses: { 204: { content?: never } };
    };
  };
}

const datasets = routes({
  ...goodDay,
  'POST /auth/login': opened(token, cookie, ['library-ingress=node-seven; Path=/']),
  'GET /datasets/a%2Fb': { status: 200, body: { name: 'Sales' } },
  'PATCH /datasets/a%2Fb': { status: 204 },
  'GET /over': sessionOver,
  'GET /missing': refused(404, 'ERR004', 'There is none'),
  'GET /same': { status: 304 },
  'GET /page': { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' },
  'POST /datasets': { status: 201, body: { id: '1' } },
  'GET /silent': () => undefined,
});

async function loggedIn() {
  const server = await startCannedServer(datasets);
  const client = createClient({ baseUrl: server.url, projectId: project });
  await client.login.anonymous();
  return { server, client, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('call()', () => {
  it('sends token, all cookies, project, query and JSON', async () => {
    await using all = await loggedIn();
    const query = { fields: ['a', 'b c'], none: undefined, offset: 0 };
    const answer = await all.client.call('POST', '/datasets', {
      json: { name: 'Sales' },
      query,
      headers: { Prefer: 'x' },
    });
    expect([answer.status, await answer.json()]).toEqual([201, { id: '1' }]);
    expect(all.server.requests.at(-1)).toMatchObject({
      path: '/Lib/api/datasets?fields=a,b%20c&offset=0',
      body: { name: 'Sales' },
      headers: {
        'x-mstr-authtoken': token,
        'x-mstr-projectid': project,
        cookie: `JSESSIONID=${cookie}; library-ingress=node-seven`,
        prefer: 'x',
      },
    });
  });

  it('gives whatever succeeds, as it comes', async () => {
    await using all = await loggedIn();
    expect(await (await all.client.call('GET', '/page')).text()).toBe('<html>');
    expect((await all.client.call('GET', '/same')).status).toBe(304);
  });

  it('rejects with what the server refuses, and knows when the session is over', async () => {
    await using all = await loggedIn();
    const missing = all.client.call('GET', '/missing');
    await expect(missing).rejects.toBeInstanceOf(WireError);
    await expect(missing).rejects.toMatchObject({ code: 'ERR004', operation: 'GET /missing' });
    expect(all.client.loggedIn).toBe(true);
    await expect(all.client.call('GET', '/over')).rejects.toMatchObject({ code: 'ERR009' });
    expect(all.client.loggedIn).toBe(false);
  });

  it('holds its deadline', async () => {
    await using all = await loggedIn();
    await expect(all.client.call('GET', '/silent', { timeoutMs: 30 })).rejects.toBeInstanceOf(TimeoutError);
  });

  it.each(['datasets', '/../../Other/api', '/%2e%2e/x', '/a?b=c', 'http://other/', '//other/x#'])(
    'does not take the session to %s',
    async (path) => {
      await using all = await loggedIn();
      await expect(all.client.call('GET', path)).rejects.toBeInstanceOf(TypeError);
      expect(all.server.requests).toHaveLength(1);
    },
  );

  it('is typed by the paths of a document', async () => {
    await using all = await loggedIn();
    const api = all.client.call<Paths>();
    const params = { path: { id: 'a/b' }, query: { fields: ['name'] } };
    const { data } = await api.GET('/datasets/{id}', { params });
    expect(data?.name satisfies string | undefined).toBe('Sales');
    await api.PATCH('/datasets/{id}', { params: { path: { id: 'a/b' } }, body: { name: 'Sold' } });
    // @ts-expect-error no such path
    await expect(api.GET('/nothing')).rejects.toBeInstanceOf(WireError);
    expect(
      all.server.requests
        .slice(1)
        .map(({ method, path, body, headers }) => [method, path, body, headers['x-mstr-authtoken']]),
    ).toEqual([
      ['GET', '/Lib/api/datasets/a%2Fb?fields=name', undefined, token],
      ['PATCH', '/Lib/api/datasets/a%2Fb', { name: 'Sold' }, token],
      ['GET', '/Lib/api/nothing', undefined, token],
    ]);
  });
});

describe('what is large', () => {
  /** Hands each piece of what it receives back at once, and its content type. */
  async function startEcho() {
    const server = createServer((request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain', 'X-Type': request.headers['content-type'] ?? '' });
      response.flushHeaders();
      request.pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on TCP
    const close = async () => {
      server.closeAllConnections();
      server.close();
    };
    return { url: `http://127.0.0.1:${port}/Lib`, [Symbol.asyncDispose]: close };
  }

  it('goes up and comes down piece by piece, without being held', async () => {
    await using server = await startEcho();
    let push: (text: string) => void = () => undefined;
    let end: () => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        push = (text) => controller.enqueue(new TextEncoder().encode(text));
        end = () => controller.close();
      },
    });
    push('first');
    const answer = await createClient({ baseUrl: server.url }).call('PUT', '/files/1', { body });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('first'); // while the upload is still open
    push('second');
    expect((await reader?.read())?.value).toBe('second');
    end();
    expect((await reader?.read())?.done).toBe(true);
  });

  it('may be a form with files', async () => {
    await using server = await startEcho();
    const body = new FormData();
    body.append('file', new Blob(['a,b\n1,2']), 'sales.csv');
    const answer = await createClient({ baseUrl: server.url }).call('POST', '/files', { body });
    expect(answer.headers.get('x-type')).toMatch(/^multipart\/form-data; boundary=/);
    expect(await answer.text()).toMatch(/filename="sales.csv"[^]*a,b\n1,2/);
  });

  it('stops in the middle when its signal says so', async () => {
    await using server = await startEcho();
    const abort = new AbortController();
    const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(8)) });
    const answer = await createClient({ baseUrl: server.url }).call('PUT', '/files/1', { body, signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(answer.text()).rejects.toThrow();
  });
});
