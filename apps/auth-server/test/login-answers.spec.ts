/** What the answer of a login tells, and the settings that change it. Source: docs/protocol Q9, Q11, Q16. */
import { ann, openServer, type TestServer } from './open-server.js';

const post = async (test: TestServer, body: object) => {
  const headers = { 'content-type': 'application/json' };
  return test.call('POST', '/auth/login', { body: JSON.stringify(body), headers });
};
const refusalOf = async (test: TestServer, body: object) => {
  const answer = await post(test, body);
  return { status: answer.status, ...((await answer.json()) as { code: string; iServerCode?: number }) };
};
const users = [
  { loginName: 'ann', password: ann.password },
  { loginName: 'off', password: ann.password, enabled: false },
];

describe('a refused login', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openServer({ users });
  });
  afterAll(() => test.close());

  it.each([
    ['an unknown user', 'nobody', 'userUnknown'],
    ['a wrong password', 'ann', 'passwordWrong'],
    ['a disabled user with a wrong password', 'off', 'passwordWrong'],
  ])('says nothing about %s, and the audit has the real reason', async (_, username, reason) => {
    const refusal = await refusalOf(test, { username, password: 'not the one that is wanted' });
    expect(refusal).toMatchObject({ status: 401, code: 'ERR003', iServerCode: -2147216959 });
    const audited = test.log.filter(({ audit }) => audit === true).at(-1);
    expect(audited).toMatchObject({ event: 'loginRefused', loginName: username, reason });
  });

  it('says what is wrong where errors.detailedLogin is set', async () => {
    const detailed = await openServer({ users, errors: { detailedLogin: true } });
    const unknown = await refusalOf(detailed, { username: 'nobody', password: 'x' });
    const wrong = await refusalOf(detailed, { username: 'ann', password: 'x' });
    await detailed.close();
    expect(unknown).toMatchObject({ status: 401, code: 'ERR003', iServerCode: -2147202285 });
    expect(wrong).toMatchObject({ status: 401, code: 'ERR003', iServerCode: -2147202286 });
  });
});

describe('the type of the application', () => {
  it('may be any number', async () => {
    const test = await openServer();
    const statuses = await Promise.all([0, 35, 76, 4711].map((type) => post(test, { ...ann, applicationType: type })));
    await test.close();
    expect(statuses.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
  });

  it('is refused in the words that a client looks for, where the configuration lists others', async () => {
    const test = await openServer({ iserver: { applicationTypes: [8, 35] } });
    const refusal = await refusalOf(test, { ...ann, applicationType: 76 });
    const retried = await post(test, { ...ann, applicationType: '35' });
    const silent = await post(test, ann);
    await test.close();
    expect(refusal).toMatchObject({ status: 400, code: 'ERR006' });
    expect(refusal).toHaveProperty('message', expect.stringContaining('constraint violations'));
    expect([retried.status, silent.status]).toEqual([204, 204]);
  });
});

describe('the cookies of a login', () => {
  it('are one, JSESSIONID', async () => {
    const test = await openServer();
    const cookies = (await post(test, ann)).headers.getSetCookie();
    await test.close();
    expect(cookies).toEqual([expect.stringMatching(/^JSESSIONID=[0-9A-F]{32}; /)]);
  });

  it('are followed by iSession where that is asked for, which proves nothing by itself', async () => {
    const test = await openServer({ session: { iSessionCookie: true } });
    const answer = await post(test, ann);
    const cookies = answer.headers.getSetCookie();
    const [jsession = '', isession = ''] = cookies.map((cookie) => cookie.split(';', 1)[0]);
    const token = (cookie: string) => test.call('GET', '/auth/token', { headers: { cookie } });
    const both = await token(`${isession}; ${jsession}`);
    const alone = await token(isession);
    await test.close();
    expect(cookies).toEqual([expect.stringMatching(/^JSESSIONID=/), expect.stringMatching(/^iSession=[0-9a-f]{32}; /)]);
    expect([both.status, alone.status]).toEqual([204, 401]);
    expect(both.headers.get('x-mstr-authtoken')).toBe(answer.headers.get('x-mstr-authtoken'));
  });
});
