/** Backup beside a server that works, and what is refused while one does. Docs: docs/operations.md. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from './program.js';

type Credentials = Record<'x-mstr-authtoken' | 'cookie', string>;

const password = 'ann likes long passwords';
const config = `
auth: { modes: { available: [1, 8] } }
passwords: { hashing: { memoryKiB: 64, iterations: 1, threads: 1 } }
log: { level: error }
server: { drainMs: 0 }
users:
  - { loginName: ann, password: ${password} }
`;

// Each starts several processes.
jest.setTimeout(120_000);

let folder: string;
const programs: Program[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  writeFileSync(join(folder, 'config.yaml'), config);
});
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.stop()));
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const on = (data: string) => ['--config', at('config.yaml'), '--data-dir', at(data), '--port', '0'];
const run = async (data: string, ...command: readonly string[]) => {
  const program = new Program([...on(data), ...command]);
  return { code: await program.exit, out: program.out, error: program.error };
};
const start = async (data: string) => {
  const server = new Program(on(data), { MSTR_AUTH_ADMIN_PASSWORD: 'the first secret of the house' });
  programs.push(server);
  return { server, url: (await server.shows(/(http:\/\/\S+MicroStrategyLibrary)/))[1] ?? '' };
};
const post = (url: string, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const logIn = async (url: string, body: object = { loginMode: 8 }): Promise<Credentials> => {
  const answer = await post(url, 'auth/login', body);
  expect(answer.status).toBe(204);
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return { 'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '', cookie };
};
const isOpen = async (url: string, headers: Credentials) =>
  (await fetch(`${url}/api/sessions`, { headers })).status === 200;
const ann = { username: 'ann', password };

/** A data directory in which one session is open, with a backup of it. */
async function backedUp() {
  const { server, url } = await start('data');
  const session = await logIn(url);
  expect(await run('data', 'backup', at('copy'))).toMatchObject({ code: 0, error: '' });
  return { server, url, session };
}

describe('a backup', () => {
  it('of a server under load holds every login that was answered before it began', async () => {
    const { url } = await start('data');
    const answered: Credentials[] = [];
    let stopped = false;
    const load = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!stopped) answered.push(await logIn(url));
      }),
    );
    while (answered.length < 50) await logIn(url);
    const before = answered.length;
    const made = await run('data', 'backup', at('copy'));
    stopped = true;
    await load;
    expect(made).toMatchObject({ code: 0, error: '' });
    expect(answered.length).toBeGreaterThan(before);
    expect(await run('moved', 'restore', at('copy'), '--with-sessions')).toMatchObject({ code: 0 });
    const moved = await start('moved');
    for (const session of answered.slice(0, before)) expect(await isOpen(moved.url, session)).toBe(true);
    expect((await post(moved.url, 'auth/login', ann)).status).toBe(204);
  });
});

describe('a restored backup', () => {
  it('takes the place of data only where it is told to, and never under a running server', async () => {
    const { server } = await backedUp();
    const used = await run('data', 'restore', at('copy'), '--replace');
    expect(used).toMatchObject({ code: 1, error: expect.stringContaining('A server uses dataDirectory') as string });
    await server.stop();
    const held = await run('data', 'restore', at('copy'));
    expect(held).toMatchObject({ code: 1, error: expect.stringContaining('--replace') as string });
    const replaced = await run('data', 'restore', at('copy'), '--replace');
    expect(replaced).toMatchObject({ code: 0, error: '' });
    const [, aside = ''] = /What was there is in (\S+):/.exec(replaced.out) ?? [];
    expect(readdirSync(aside)).toEqual(expect.arrayContaining(['FORMAT', 'sessions', 'users.sqlite']));
    const { url } = await start('data');
    await logIn(url, ann);
  });

  it('is refused where a server runs that keeps its sessions elsewhere', async () => {
    await backedUp();
    writeFileSync(at('config.yaml'), `${config}session: { store: { kind: memory } }\n`);
    await start('other');
    const used = await run('other', 'restore', at('copy'), '--replace');
    expect(used).toMatchObject({ code: 1, error: expect.stringContaining('A server uses dataDirectory') as string });
  });
});

it('failed logins are counted on after a kill', async () => {
  writeFileSync(at('config.yaml'), `${config}guessing: { firstDelaySeconds: 600 }\n`);
  const { server, url } = await start('data');
  const wrong = async (to: string) => (await post(to, 'auth/login', { username: 'ann', password: 'wrong' })).status;
  for (let n = 0; n < 5; n += 1) expect(await wrong(url)).toBe(401);
  expect(await wrong(url)).toBe(429);
  // Written within a second: a backup shows it without a sleep of our own.
  for (let number = 0, size = 0; size === 0; number += 1) {
    await run('data', 'backup', at(`copy${number}`));
    size = readFileSync(at(`copy${number}/guessing/data.mdb`), 'latin1').includes('nameAndNetwork:') ? 1 : 0;
  }
  server.process.kill('SIGKILL');
  await server.exit;
  const again = await start('data');
  expect((await post(again.url, 'auth/login', ann)).status).toBe(429);
});
