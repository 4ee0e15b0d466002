import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { readSecret } from './ask-without-echo.js';
import { systemClock } from './clock/clock.js';
import { createAuthServer } from './index.js';
import { adminCommand, resetIn } from './reset-password-command.js';

const password = 'nine green bottles on the wall';
const config = { passwords: { hashing: { memoryKiB: 64, iterations: 1, threads: 1 } } };

describe('admin reset-password, while no server runs,', () => {
  let folder: string;
  let file: string;
  const dataDir = () => join(folder, 'data');
  const open = async () =>
    createAuthServer({ ...config, dataDirectory: dataDir() }, { log: pino({ level: 'silent' }) });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reset-'));
    file = join(folder, 'config.json');
    writeFileSync(file, JSON.stringify(config));
    await (await open()).close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const logIn = async (given: string) => {
    const server = await open();
    const body = JSON.stringify({ username: 'administrator', password: given });
    const headers = { 'content-type': 'application/json' };
    const answer = await server.fetch(new Request(`${server.url}/api/auth/login`, { method: 'POST', headers, body }));
    await server.close();
    return answer.status;
  };

  it('sets the given password, which then lets in', async () => {
    const { randomPassword } = await resetIn({ config: file, dataDir: dataDir() }, password, systemClock);
    expect(randomPassword).toBeUndefined();
    expect(await logIn(password)).toBe(204);
  });

  it('says what it has done, and shows a random password once', async () => {
    const said: string[] = [];
    const command = adminCommand(systemClock, {
      readPassword: () => Promise.reject(new Error('nobody asked for it')),
      write: (text) => said.push(text),
    });
    command.option('--config <file>').option('--data-dir <folder>');
    await command.parseAsync(['--config', file, '--data-dir', dataDir(), 'reset-password'], { from: 'user' });
    expect(said.join('')).toMatch(/The password of administrator is set\.[^]*\n {2}[\w-]{20}\n/);
  });

  it.each([
    ['too short a password', {}, 'short', 'too short'],
    ['an unknown user', { loginName: 'nobody' }, password, 'There is no user nobody'],
    ['the guest', { loginName: 'guest' }, password, 'guest has no password'],
    ['a folder without users', { dataDir: '/nowhere' }, password, 'There are no users in dataDirectory /nowhere'],
  ])('refuses %s', async (_title, options, given, message) => {
    const failure = await resetIn({ config: file, dataDir: dataDir(), ...options }, given, systemClock).then(
      () => 'none',
      String,
    );
    expect(failure).toContain(message);
  });
});

describe('a password from standard input', () => {
  const read = (text: string) => {
    const input = new PassThrough();
    input.end(text);
    return readSecret(input);
  };

  it.each([
    ['with an end', `${password}\n`],
    ['without one', password],
    ['of Windows', `${password}\r\n`],
  ])('is one line %s', async (_title, text) => {
    expect(await read(text)).toBe(password);
  });

  it('has to be there', async () => {
    await expect(read('\n')).rejects.toThrow('no password on standard input');
  });
});
