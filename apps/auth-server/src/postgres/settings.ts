/** How a PostgreSQL database is reached. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import type { ClientConfig } from 'pg';

export interface PostgresSettings {
  /** `postgres://user@host:5432/database`. May hold a password: `placeOf` is what messages show. */
  readonly url: string;
  /** Holds the password instead. Read for each new connection, so that it can be changed while the server runs. */
  readonly passwordFile?: string | undefined;
  readonly tls: {
    /** PEM: the only authorities that are believed; by default those of Node. */
    readonly caFile?: string | undefined;
    /** Name that the certificate has to be good for, if it is not the host. */
    readonly serverName?: string | undefined;
  };
  /** Speaks without TLS to a server on another machine. */
  readonly allowPlaintext: boolean;
  /** Most connections for users at a time. */
  readonly poolSize: number;
  /** Holds our tables and nothing else. */
  readonly schema: string;
  /** Milliseconds after which a connection, or a statement, that has not come counts as down. */
  readonly deadlineMs: number;
}

/** Where it is, without a secret. */
export function placeOf({ url, schema }: PostgresSettings): string {
  const { host, database } = partsOf(url);
  return `postgres://${host}/${database} (schema ${schema})`;
}

/**
 * What pg is told of the way to the server. How long it waits is for the caller to add.
 * @throws Error that names the file that cannot be used
 */
export function wayTo(settings: PostgresSettings): ClientConfig {
  const { hostname, port, user, password, database } = partsOf(settings.url);
  const { passwordFile } = settings;
  if (passwordFile !== undefined) checkedPassword(read('directory.passwordFile', passwordFile));
  return {
    host: hostname,
    port,
    user,
    database,
    password: passwordFile === undefined ? password : async () => checkedPassword(await readFile(passwordFile, 'utf8')),
    ssl: tlsTo(hostname, settings),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000, // a listener would not notice otherwise that its server has vanished
    application_name: 'mstr-auth-server',
  };
}

/** Verified, or none at all: there is no falling back from one to the other. */
function tlsTo(host: string, { tls, allowPlaintext }: PostgresSettings): ClientConfig['ssl'] {
  const asked = tls.caFile !== undefined || tls.serverName !== undefined;
  if (!asked && (allowPlaintext || isOnThisMachine(host))) return false;
  const ca = tls.caFile === undefined ? {} : { ca: authorityIn(tls.caFile) };
  const name = tls.serverName ?? (isIP(host) === 0 ? host : undefined);
  return { ...ca, ...(name === undefined ? {} : { servername: name }), rejectUnauthorized: true };
}

/** A path is the folder of a Unix socket. */
function isOnThisMachine(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function partsOf(text: string) {
  const url = new URL(text);
  const hostname = decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? 5432 : Number(url.port);
  return {
    hostname,
    port,
    host: `${url.hostname}:${port}`,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
}

function checkedPassword(text: string): string {
  const password = text.replace(/\r?\n$/, '');
  if (password === '') throw new Error('directory.passwordFile: the file is empty');
  return password;
}

function authorityIn(file: string): string {
  const text = read('directory.tls.caFile', file);
  try {
    new X509Certificate(text);
    return text;
  } catch {
    throw new Error('directory.tls.caFile: expected a file with certificates in PEM');
  }
}

function read(key: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    throw new Error(`${key}: the file cannot be read (${reason})`, { cause: error });
  }
}
