/** The rules of passwords and the lockout, as configured and over HTTP. Source: docs/passwords.md. */
import type { ConfigInput } from '../src/index.js';
import { ann, openServer, testConfig, type TestServer } from './open-server.js';

let test: TestServer;
afterEach(() => test.close());

async function open(passwords: ConfigInput['passwords'], more: ConfigInput = {}): Promise<void> {
  test = await openServer({ passwords: { ...testConfig.passwords, ...passwords }, ...more });
}

async function logIn(body: object): Promise<{ status: number; code?: string; iServerCode?: number; message?: string }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await test.call('POST', '/auth/login', { body: JSON.stringify(body), headers });
  return { status: answer.status, ...(answer.status === 204 ? {} : ((await answer.json()) as object)) };
}

const wrong = { ...ann, password: 'certainly not this one' };
const change = (newPassword: string, password = ann.password) =>
  logIn({ ...ann, password, changePassword: true, newPassword });
const fine = 'nine green bottles on the wall';

describe('lockout', () => {
  const general = { status: 401, code: 'ERR003', iServerCode: -2147216959 };
  const locked = { status: 401, code: 'ERR003', iServerCode: -2147202287 };

  it('is told only to who has the right password, and ends after its time', async () => {
    await open({ lockout: { afterFailures: 3, forMinutes: 30 } });
    for (let n = 0; n < 4; n += 1) expect(await logIn(wrong)).toMatchObject(general);
    expect(await logIn(ann)).toMatchObject(locked);
    expect(await change(fine)).toMatchObject({ status: 429 });
    test.clock.advance(1_800_000 - 1);
    expect(await change(fine)).toMatchObject(locked);
    test.clock.advance(2000);
    expect(await logIn(ann)).toEqual({ status: 204 });
    expect(await change(fine)).toEqual({ status: 204 });
  });

  it('leaves the real reasons in the audit', async () => {
    await open({ lockout: { afterFailures: 3, forMinutes: 30 } });
    for (let n = 0; n < 3; n += 1) await logIn(wrong);
    await logIn(ann);
    const audited = test.log.filter(({ audit }) => audit === true).slice(-3);
    expect(audited).toMatchObject([
      { event: 'accountLocked', loginName: 'ann', lockedUntil: test.clock.now() + 1_800_000, ip: '127.0.0.1' },
      { event: 'loginRefused', reason: 'passwordWrong' },
      { event: 'loginRefused', reason: 'accountLocked' },
    ]);
  });

  it('leaves sessions alone', async () => {
    await open({ lockout: { afterFailures: 3 } });
    const headers = await test.logIn();
    for (let n = 0; n < 3; n += 1) await logIn(wrong);
    expect((await test.call('GET', '/sessions', { headers })).status).toBe(200);
  });
});

describe('the rules of new passwords', () => {
  it('refuse each with the code of the Intelligence Server, and let the next one pass', async () => {
    await open({ requiredClasses: 3, contextWords: ['Acme'], history: 1 });
    const refusal = (iServerCode: number) => ({ status: 400, code: 'ERR006', iServerCode });
    expect(await change('Short 1')).toMatchObject(refusal(-2147072525));
    expect(await change('nopqrstuvwxyz0123456789')).toMatchObject(refusal(-2147072516));
    expect(await change('Password1234567')).toMatchObject(refusal(-2147180957));
    expect(await change('I like acme the most 1')).toMatchObject(refusal(-2147180957));
    expect(await change('Nine green bottles')).toEqual({ status: 204 });
    expect(await change('Ten green bottles', 'Nine green bottles')).toEqual({ status: 204 });
    expect(await change('Nine green bottles', 'Ten green bottles')).toMatchObject(refusal(-2147072514));
  });

  it('hold for accounts of the configuration, save in a demo', async () => {
    const seed = { users: [{ loginName: 'ann', password: 'PasswordPassword' }] };
    await open({}, seed);
    expect(await logIn({ ...ann, password: 'PasswordPassword' })).toEqual({ status: 204 });
    await expect(openServer({ ...seed, demo: false })).rejects.toThrow('The password of user ann is refused');
  });

  it('do not keep a server from making its administrator', async () => {
    await open({ requiredClasses: 4, minimumLength: 64 }, { demo: false, users: [] });
    const password = test.server.accounts.randomAdministratorPassword;
    expect(await logIn({ username: 'administrator', password })).toEqual({ status: 204 });
  });

  it('can set an age at which a password must be changed', async () => {
    await open({ maximumAgeDays: 90 });
    expect(await logIn(ann)).toEqual({ status: 204 });
    test.clock.advance(90 * 86_400_000);
    expect(await logIn(ann)).toMatchObject({ status: 401, iServerCode: -2147216963 });
    expect(await change(fine)).toEqual({ status: 204 });
    expect(await logIn({ ...ann, password: fine })).toEqual({ status: 204 });
  });
});
