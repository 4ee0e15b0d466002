/** Guessing passwords over HTTP. Source: docs/passwords.md. */
import { networkInterfaces } from 'node:os';
import { request } from 'node:http';
import { ann, openServer, type TestServer } from './open-server.js';

let test: TestServer;
beforeEach(async () => {
  test = await openServer();
});
afterEach(() => test.close());

const here = '192.0.2.1';
const elsewhere = '198.51.100.1';

function logIn(body: object, ip: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const url = `${test.server.url}/api/auth/login`;
  return test.server.fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }), { ip });
}

async function statuses(times: number, body: object, ip: string): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push((await logIn(body, ip)).status);
  return all;
}

const wrong = { ...ann, password: 'certainly not this one' };

describe('a guesser', () => {
  it('is told to wait after five failures, whether the user exists or not', async () => {
    const answers: unknown[] = [];
    for (const username of ['ann', 'nobody']) {
      expect(await statuses(5, { ...wrong, username }, here)).toEqual([401, 401, 401, 401, 401]);
      const answer = await logIn({ ...wrong, username }, here);
      const { ticketId, ...body } = (await answer.json()) as Record<string, unknown>;
      expect(ticketId).toMatch(/^[0-9a-f]{32}$/);
      const names = [...answer.headers.keys()].filter((name) => name !== 'date').sort();
      answers.push({ status: answer.status, wait: answer.headers.get('retry-after'), names, body });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 429, wait: '1', body: { code: 'ERR001' } });
  });

  it('is refused with the right password too, until the wait is over', async () => {
    await statuses(5, wrong, here);
    expect((await logIn(ann, here)).status).toBe(429);
    test.clock.advance(1000);
    expect((await logIn(ann, here)).status).toBe(204);
  });

  it('leaves the real reason in the audit', async () => {
    await statuses(6, wrong, here);
    const audited = test.log.filter(({ audit }) => audit === true).slice(-2);
    expect(audited).toMatchObject([
      { event: 'loginRefused', loginName: 'ann', reason: 'passwordWrong', ip: here },
      { event: 'loginThrottled', loginName: 'ann', retryAfterSeconds: 1, ip: here },
    ]);
  });

  it('gets no guesses at a new password either', async () => {
    const changing = { ...wrong, changePassword: true, newPassword: 'nine green bottles on the wall' };
    expect(await statuses(6, changing, here)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('does not keep the owner out', async () => {
    expect((await logIn(ann, here)).status).toBe(204);
    for (let n = 0; n < 20; n += 1) await logIn(wrong, `10.0.${n}.1`);
    expect((await logIn(ann, elsewhere)).status).toBe(429);
    expect((await logIn(ann, here)).status).toBe(204);
  });

  it('may be let alone by configuration', async () => {
    const open = await openServer({ guessing: { enabled: false } });
    const previous = test;
    test = open;
    const all = await statuses(20, wrong, here);
    test = previous;
    await open.close();
    expect(new Set(all)).toEqual(new Set([401]));
  });
});

describe('who is no guesser', () => {
  it('is not concerned: a request without a name, a mode that is off, a guest', async () => {
    expect(await statuses(10, { password: 'x' }, here)).toEqual(Array(10).fill(400));
    expect(await statuses(10, { loginMode: 16, ...ann }, here)).toEqual(Array(10).fill(401));
    expect(await statuses(10, { loginMode: 8 }, here)).toEqual(Array(10).fill(204));
    expect(await statuses(1, ann, here)).toEqual([204]);
  });
});

const loopbackIsWide = process.platform === 'linux' && networkInterfaces()['lo'] !== undefined ? it : it.skip;

describe('the source of an attempt', () => {
  loopbackIsWide('is the address of the socket', async () => {
    await test.server.listen();
    const { port } = new URL(test.server.url);
    const post = (localAddress: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const path = '/MicroStrategyLibrary/api/auth/login';
        const headers = {
          'content-type': 'application/json',
          'x-forwarded-for': `203.0.113.${localAddress.slice(-1)}`,
        };
        const options = { port, host: '127.0.0.1', localAddress, method: 'POST', path, headers, agent: false };
        request(options, (answer) => answer.resume().on('end', () => resolve(answer.statusCode)))
          .on('error', reject)
          .end(JSON.stringify(wrong));
      });
    for (let n = 0; n < 5; n += 1) expect(await post(`127.0.1.${n + 1}`)).toBe(401);
    expect(await post('127.0.1.6')).toBe(429);
    expect(await post('127.0.2.1')).toBe(401);
  });
});
