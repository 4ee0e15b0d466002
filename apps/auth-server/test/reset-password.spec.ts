/** `admin reset-password` beside a server that runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Program } from './program.js';

type Credentials = Record<'x-mstr-authtoken' | 'cookie', string>;

const first = 'the first secret of the house';
const config = `
auth: { modes: { available: [1, 4096] } }
passwords: { hashing: { memoryKiB: 64, iterations: 1, threads: 1 }, lockout: { afterFailures: 2, forMinutes: 0 } }
guessing: { enabled: false }
users:
  - { loginName: ann, password: ann likes long passwords }
`;

describe('admin reset-password', () => {
  let folder: string;
  let options: readonly string[];
  const programs: Program[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reset-'));
    writeFileSync(join(folder, 'config.yaml'), config);
    options = ['--config', join(folder, 'config.yaml'), '--data-dir', join(folder, 'data'), '--port', '0'];
  });
  afterEach(async () => {
    await Promise.all(programs.splice(0).map((program) => program.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  const reset = async (more: readonly string[] = [], input = '') => {
    const program = new Program([...options, 'admin', 'reset-password', ...more], {}, input);
    return { code: await program.exit, out: program.out, error: program.error };
  };
  const start = async () => {
    const server = new Program(options, { MSTR_AUTH_ADMIN_PASSWORD: first });
    programs.push(server);
    return { server, url: (await server.shows(/Listening at (\S+)/))[1] ?? '' };
  };
  const logIn = (url: string, body: object) =>
    fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const opened = async (url: string, body: object): Promise<Credentials> => {
    const answer = await logIn(url, body);
    expect(answer.status).toBe(204);
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    return { 'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '', cookie };
  };
  const statusOf = async (url: string, headers: Credentials) =>
    (await fetch(`${url}/api/sessions/userInfo`, { headers })).status;
  const whoseEndIsSeen = async (url: string, headers: Credentials) => {
    for (let tries = 0; tries < 100 && (await statusOf(url, headers)) !== 401; tries += 1) await wait(50);
    return (await statusOf(url, headers)) === 401;
  };
  const administrator = { username: 'administrator' };

  it('restores the administrator of a server that runs, with a random password that must be changed', async () => {
    const { server, url } = await start();
    const [session, ann] = [
      await opened(url, { ...administrator, password: first }),
      await opened(url, { username: 'ann', password: 'ann likes long passwords' }),
    ];
    const made = await fetch(`${url}/api/auth/apiTokens`, { method: 'POST', headers: session });
    const { apiToken } = (await made.json()) as { apiToken: string };
    const tool = await opened(url, { loginMode: 4096, username: apiToken });
    for (let n = 0; n < 2; n += 1) await logIn(url, { ...administrator, password: 'wrong' });
    expect((await logIn(url, { ...administrator, password: first })).status).toBe(401);

    const { code, out, error } = await reset();
    expect([code, error]).toEqual([0, '']);
    const password = /^ {2}(\S{20})$/m.exec(out)?.[1] ?? '';
    expect(password).not.toBe('');
    for (const ended of [session, tool]) expect(await whoseEndIsSeen(url, ended)).toBe(true);
    expect(await statusOf(url, ann)).toBe(200);
    expect((await logIn(url, { ...administrator, password: first })).status).toBe(401);
    expect((await logIn(url, { loginMode: 4096, username: apiToken })).status).toBe(401);

    const mustChange = await logIn(url, { ...administrator, password });
    expect(await mustChange.json()).toMatchObject({ iServerCode: -2147216960 });
    const changed = { ...administrator, password, changePassword: true, newPassword: 'nine green bottles on the wall' };
    const restored = await opened(url, changed);
    await wait(1500); // what was written before the change must not end a session after it
    expect(await statusOf(url, restored)).toBe(200);

    const events = new Program([...options, 'audit', '--event', 'passwordReset', '--json']);
    expect(await events.exit).toBe(0);
    expect(JSON.parse(events.out)).toMatchObject({
      loginName: 'administrator',
      details: { operator: userInfo().username },
    });
    expect(await server.stop()).toBe(0);
    expect(server.out + events.out).not.toContain(password);
  });

  it('takes a password from standard input, of any user, and does not show it', async () => {
    const { server, url } = await start();
    const password = 'nine green bottles on the wall';
    const { code, out, error } = await reset(['--login-name', 'ANN', '--password-stdin'], `${password}\n`);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('ann');
    expect(out).not.toContain(password);
    expect(await statusOf(url, await opened(url, { username: 'ann', password }))).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});
