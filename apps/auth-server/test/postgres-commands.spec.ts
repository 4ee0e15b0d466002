/** The commands of the program where users are in PostgreSQL, and what a configuration may say of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { postgresFolder, startPostgres, type Postgres } from '../../../tools/test-servers/postgres.js';
import { auditLines } from '../src/audit-command.js';
import { parseConfig } from '../src/config/parse-config.js';
import { createAuthServer, systemClock } from '../src/index.js';
import { resetIn } from '../src/reset-password-command.js';

const withPostgres = postgresFolder === undefined ? describe.skip : describe;
const password = 'nine green bottles on the wall';

withPostgres('with users in PostgreSQL', () => {
  let postgres: Postgres;
  let folder: string;
  let config: string;
  const settings = (schema: string) => ({
    dataDirectory: 'data',
    directory: { kind: 'postgres', url: postgres.url, schema },
    passwords: { hashing: { memoryKiB: 64, iterations: 1, threads: 1 } },
  });
  const fileOf = (name: string, value: object) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  beforeAll(async () => {
    postgres = await startPostgres();
    folder = mkdtempSync(join(tmpdir(), 'postgres-commands-'));
    config = fileOf('config.json', settings('mstr_auth'));
  }, 60_000);
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  it('admin reset-password works beside a server that runs, and audit shows it', async () => {
    const input = { ...settings('mstr_auth'), dataDirectory: join(folder, 'data') };
    const server = await createAuthServer(input as never, { log: pino({ level: 'silent' }) });
    const logIn = async (given: string) => {
      const body = JSON.stringify({ username: 'administrator', password: given });
      const headers = { 'content-type': 'application/json' };
      return server.fetch(new Request(`${server.url}/api/auth/login`, { method: 'POST', headers, body }));
    };
    expect((await logIn(password)).status).toBe(401);
    await resetIn({ config }, password, systemClock);
    expect((await logIn(password)).status).toBe(204);
    await server.audit.find({}); // stores what waits
    const lines = await auditLines({ config, user: 'administrator' }, systemClock);
    expect(lines.map((line) => line.split(' ')[1])).toEqual(['loginRefused', 'passwordReset', 'login']);
    await server.close();
  });

  it('say so where there are no users, or no events', async () => {
    const empty = fileOf('empty.json', settings('elsewhere'));
    await expect(auditLines({ config: empty }, systemClock)).rejects.toThrow('(schema elsewhere) cannot be used');
    await expect(resetIn({ config: empty }, password, systemClock)).rejects.toThrow('There are no users');
  });
});

describe('a configuration with users in PostgreSQL', () => {
  const parse = (directory: object) => parseConfig({ directory: directory as never });

  it('is complete with an address', () => {
    expect(parse({ kind: 'postgres', url: 'postgres://auth@db.example.org/users' }).directory).toEqual({
      kind: 'postgres',
      url: 'postgres://auth@db.example.org/users',
      tls: {},
      allowPlaintext: false,
      poolSize: 10,
      schema: 'mstr_auth',
      deadlineMs: 1000,
    });
    expect(parseConfig({}).directory).toEqual({ kind: 'sqlite' });
  });

  it.each([
    ['mysql://auth:hidden@db.example.org/users'],
    ['postgres://db.example.org/users'],
    ['postgres://auth:hidden@db.example.org'],
    ['postgres://auth:hidden@db.example.org/users?sslmode=disable'],
    ['auth:hidden@db.example.org'],
  ])('refuses the address %s and does not repeat it', (url) => {
    const refused = () => parse({ kind: 'postgres', url });
    expect(refused).toThrow('directory.url: expected postgres://user@host:5432/database');
    expect(refused).not.toThrow('hidden');
  });

  it.each([
    [{ passwordFile: '/run/secrets/db' }, 'directory.passwordFile: directory.url holds a password already'],
    [{ schema: 'Public' }, 'directory.schema: expected up to 40 lower case letters'],
    [{ poolsize: 3 }, 'directory: there is no key poolsize'],
    [{ tls: { caFile: 'ca.pem', verify: false } }, 'directory.tls: there is no key verify'],
  ])('refuses %j', (more, message) => {
    expect(() => parse({ kind: 'postgres', url: 'postgres://auth:hidden@db.example.org/users', ...more })).toThrow(
      message,
    );
  });
});
