/**
 * Starts a real PostgreSQL server for a test: own folder, a free port of 127.0.0.1, TLS for who wants it, and one database
 * with an owner who is no superuser. A suite keeps its tests apart by schemas.
 *
 *     const postgres = await startPostgres();
 *     afterAll(() => postgres.stop());
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, createServerCertificate, type Certificate } from './certificates.js';
import { freePorts } from './free-port.js';
import { mustRun, runClient } from './run-client.js';
import { ServerProcess } from './server-process.js';

/** Where Debian has it, in the newest version that is there. Without it a suite is skipped. */
export const postgresFolder = newestIn('/usr/lib/postgresql');

const owner = { name: 'auth_server', password: 'secret of the server' };
const database = 'users';
const asPostgres = 'postgres:postgres';

export interface Postgres {
  /** With user and password. */
  readonly url: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** PEM: the authority that signed the server's certificate. */
  readonly caFile: string;
  /** PEM: an authority that did not. */
  readonly otherCaFile: string;
  /** Asks as a superuser; returns the lines of the answer, columns divided by `|`. */
  sql(statements: string): Promise<readonly string[]>;
  /** Makes it hang, with every connection: new ones are still accepted, and nothing is answered. */
  pause(): void;
  resume(): void;
  /** Ends all connections and goes down; what is stored stays. */
  goDown(): Promise<void>;
  /** On the same port. */
  comeBack(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const data = join(folder, 'data');
  const [port = 0] = await freePorts(1);
  const [authority, other] = await Promise.all([createAuthority(folder, 'ca'), createAuthority(folder, 'other-ca')]);
  const certificate = await createServerCertificate(folder, 'server', 'IP:127.0.0.1,DNS:localhost', authority);
  if (process.getuid?.() === 0) await mustRun('chown', ['-R', asPostgres, folder]);
  await asOwner(binary('initdb'), ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-A', 'trust', '-N']);
  writeFileSync(join(data, 'pg_hba.conf'), 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n');

  const sql = async (statements: string, of = database) => {
    const as = ['-h', folder, '-p', `${port}`, '-U', 'postgres', '-d', of, '-v', 'ON_ERROR_STOP=1', '-qAtc'];
    return (await mustRun(binary('psql'), [...as, statements])).split('\n').filter((line) => line !== '');
  };
  const start = () =>
    ServerProcess.start({
      name: 'postgres',
      command: [binary('postgres'), ...settings(data, folder, port, certificate)],
      runAs: asPostgres,
      isReady: async () =>
        (await runClient(binary('pg_isready'), ['-q', '-h', folder, '-p', `${port}`], { deadlineMs: 2000 })).code === 0,
    });
  let server: ServerProcess | undefined = await start();
  const processes = () => withChildren(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]));
  const resume = () => signal(processes(), 'SIGCONT');
  const goDown = async () => {
    if (server === undefined) return;
    if (existsSync(join(data, 'postmaster.pid'))) {
      resume();
      signal(processes().slice(0, 1), 'SIGINT'); // does not wait for its clients
    }
    await server.stop();
    server = undefined;
  };
  const stop = async () => {
    await goDown();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await sql(`create role ${owner.name} login password '${owner.password}'`, 'postgres');
    await sql(`create database ${database} owner ${owner.name}`, 'postgres');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `postgres://${owner.name}:${encodeURIComponent(owner.password)}@127.0.0.1:${port}/${database}`,
    port,
    user: owner.name,
    password: owner.password,
    caFile: authority.certificateFile,
    otherCaFile: other.certificateFile,
    sql,
    pause: () => signal(processes(), 'SIGSTOP'),
    resume,
    goDown,
    comeBack: async () => void (server = await start()),
    stop,
  };
}

const settings = (data: string, folder: string, port: number, { certificateFile, keyFile }: Certificate) => [
  ...['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', folder],
  ...Object.entries({
    fsync: 'off',
    full_page_writes: 'off',
    shared_buffers: '16MB',
    max_connections: '200',
    ssl: 'on',
    ssl_cert_file: certificateFile,
    ssl_key_file: keyFile,
    password_encryption: 'scram-sha-256',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

function newestIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).filter((version) => existsSync(join(folder, version, 'bin/initdb')));
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? undefined : join(folder, newest, 'bin');
}

function binary(name: string): string {
  if (postgresFolder === undefined) throw new Error('there is no PostgreSQL');
  return join(postgresFolder, name);
}

/** It refuses to run as root. */
function asOwner(command: string, args: readonly string[]): Promise<string> {
  const [user = '', group = ''] = asPostgres.split(':');
  const others = [`--reuid=${user}`, `--regid=${group}`, '--clear-groups', command, ...args];
  return process.getuid?.() === 0 ? mustRun('setpriv', others) : mustRun(command, args);
}

/** The server has a process for each connection. The first of what is returned is the one that was given. */
function withChildren(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...(children === '' ? [] : children.split(' ').map(Number))];
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // a backend ended meanwhile
    }
  }
}
