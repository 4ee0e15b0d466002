import { ann, openServer, type TestServer } from './open-server.js';
import { bodyOf, rawRequest } from './raw-request.js';

const path = '/MicroStrategyLibrary/api/auth/login';

function post(type: string, body: string | Buffer, extra = ''): Buffer {
  const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${type}\r\n${extra}`;
  return Buffer.concat([Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n`), Buffer.from(body)]);
}

function get(target: string, extra = ''): string {
  return `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${extra}\r\n`;
}

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

describe('a server that is sent rubbish', () => {
  let test: TestServer;
  let port: number;
  beforeAll(async () => {
    test = await openServer({ server: { headersTimeoutSeconds: 1, requestTimeoutSeconds: 1 } });
    await test.server.listen();
    port = Number(new URL(test.server.url).port);
  });
  afterAll(() => test.close());

  it('answers a request with an expectation that it does not know as if it had none', async () => {
    const answer = await rawRequest(port, get('/MicroStrategyLibrary/api/sessions', 'expect: miracles\r\n'));
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(bodyOf(answer)).toMatchObject({ code: 'ERR009' });
  });

  it.each<[string, string | Buffer, number, string]>([
    ['JSON that ends early', post(json, '{"username":'), 400, 'ERR006'],
    ['JSON that is no object', post(json, '[1]'), 400, 'ERR006'],
    ['JSON null', post(json, 'null'), 400, 'ERR006'],
    ['a repeated JSON name', post(json, '{"username":"a","username":"b"}'), 400, 'ERR006'],
    ['JSON nested without end', post(json, '['.repeat(60_000)), 400, 'ERR006'],
    ['a password that is a number', post(json, '{"username":"ann","password":1}'), 400, 'ERR006'],
    ['a username that is an object', post(json, '{"username":{"$gt":""}}'), 400, 'ERR006'],
    ['a loginMode that is a list', post(json, '{"loginMode":[1]}'), 400, 'ERR006'],
    ['a loginMode named like an inherited property', post(json, '{"loginMode":"constructor"}'), 400, 'ERR006'],
    ['__proto__ in JSON', post(json, '{"__proto__":{"username":"ann"}}'), 400, 'ERR005'],
    ['bytes that are not UTF-8', post(json, Buffer.from([0x7b, 0xff, 0x7d])), 400, 'ERR006'],
    ['a form with bad percent-encoding', post(form, 'username=%zz'), 400, 'ERR006'],
    ['a form with a repeated field', post(form, 'username=a&username=b'), 400, 'ERR006'],
    ['a body of another type', post('text/xml', '<a/>'), 415, 'ERR006'],
    ['a multipart body', post('multipart/form-data; boundary=x', '--x--'), 415, 'ERR006'],
    ['a huge body', post(json, 'x'.repeat(70_000)), 413, 'ERR006'],
    ['a path with bad percent-encoding', get('/MicroStrategyLibrary/api/%zz'), 400, 'ERR006'],
    ['a query with bad percent-encoding', get('/MicroStrategyLibrary/api/status?fields=%zz'), 400, 'ERR006'],
    ['a repeated query parameter', get('/MicroStrategyLibrary/api/status?fields=a&fields=b'), 400, 'ERR006'],
    ['a long address', get(`/MicroStrategyLibrary/api/status?${'x'.repeat(5000)}`), 414, 'ERR006'],
    ['big headers', get('/', `x-big: ${'x'.repeat(20_000)}\r\n`), 431, 'ERR006'],
    ['a big cookie', get('/', `cookie: ${'x'.repeat(20_000)}\r\n`), 431, 'ERR006'],
    ['what is not HTTP', '\x16\x03\x01\x02\x00\r\n\r\n', 400, 'ERR006'],
    ['a request without a host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'ERR006'],
    ['two content lengths', post(json, '{}', 'content-length: 7\r\n'), 400, 'ERR006'],
    ['length and chunks at once', post(json, '{}', 'transfer-encoding: chunked\r\n'), 400, 'ERR006'],
    ['an unknown path', get('/MicroStrategyLibrary/api/nothing'), 404, 'ERR004'],
    ['a path outside of the context', get('/'), 404, 'ERR004'],
    ['a path that climbs', get('/MicroStrategyLibrary/api/../../../etc/passwd'), 404, 'ERR004'],
    [
      'a file of the server through the explorer',
      get('/MicroStrategyLibrary/api-docs/..%2f..%2fpackage.json'),
      404,
      'ERR004',
    ],
    ['a wrong method', get(path), 404, 'ERR004'],
    ['an unknown method', 'BREW / HTTP/1.1\r\nhost: x\r\n\r\n', 400, 'ERR006'],
    ['a bare OPTIONS', `OPTIONS ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, 404, 'ERR004'],
  ])('answers %s with a row of the catalogue, whose ticket is in the log', async (_title, bytes, status, code) => {
    const answer = await rawRequest(port, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain('content-type: application/json\r\n');
    const body = bodyOf(answer);
    expect(body).toMatchObject({ code, message: expect.any(String) as string });
    expect(body['ticketId']).toMatch(/^[0-9a-f]{32}$/);
    expect(test.log.filter((line) => line['ticketId'] === body['ticketId'])).toHaveLength(1);
  });

  it.each([
    ['the head', `POST ${path} HTTP/1.1\r\nhost: x\r\n`],
    ['the body', `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${json}\r\ncontent-length: 50\r\n\r\n{`],
  ])('ends a request that stops in the middle of %s with 408', async (_title, bytes) => {
    const answer = await rawRequest(port, bytes, 5000);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(bodyOf(answer)).toMatchObject({ code: 'ERR001' });
  });

  it('survives headers and names that look like object properties', async () => {
    const answer = await rawRequest(port, get('/MicroStrategyLibrary/api/status?__proto__=1&constructor=2'));
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
  });

  it('writes no secret to the log, whatever goes wrong', async () => {
    const secret = 'a-secret-that-nobody-may-see';
    const bodies = [
      `{"username":"ann","password":"${secret}"}`,
      // In mode 4096 the API token is in the field username, also where the mode is off, unknown or misspelt.
      `{"username":"${secret}","loginMode":4096}`,
      `{"username":"${secret}","loginMode":40960}`,
      `{"username":"${secret}","loginMode":8}`,
      `{"username":"ann","password":"${secret}"`,
      `{"username":"ann","password":"${ann.password}","changePassword":true,"newPassword":"${secret}\\u0000"}`,
    ];
    for (const body of bodies) await rawRequest(port, post(json, body));
    await rawRequest(port, post(json, `{"identityToken":"${secret}"}`).toString().replace('login', 'delegate'));
    const headers = `x-mstr-authtoken: ${secret}\r\ncookie: JSESSIONID=${secret}\r\nauthorization: Basic ${secret}\r\n`;
    await rawRequest(port, get(`/MicroStrategyLibrary/api/sessions?token=${secret}`, headers));
    expect(JSON.stringify(test.log)).not.toContain(secret);
    expect(JSON.stringify(test.log)).not.toContain(ann.password);
  });

  it('still serves', async () => {
    expect((await test.call('GET', '/sessions', { headers: await test.logIn() })).status).toBe(200);
  });
});
