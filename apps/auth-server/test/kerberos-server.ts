/** The built program with login by Kerberos, and clients with tickets: curl, and the npm package. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { kdcBinary, type Kdc } from '../../../tools/test-servers/kdc.js';
import { testConfig } from './open-server.js';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

const running = new Set<KerberosServer>();

/** Of a test that has failed half-way. */
export async function stopAllServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.stop()));
}

/** The folder in which the package kerberos is. */
export const packages = resolve(import.meta.dirname, '../../../tmp/kerberos/node_modules');
const parts = [kdcBinary, `${packages}/kerberos/build/Release/kerberos.node`];
export const withKerberos = parts.every((file) => existsSync(file)) ? describe : describe.skip;

export interface KerberosServer {
  /** Address of the API. */
  readonly api: string;
  /** All that it has said so far: its log, its audit, and what it tells people. */
  said(): string;
  /** Waits until it has said this. */
  shows(text: string | RegExp): Promise<void>;
  /** @returns its exit code */
  stop(): Promise<number | null>;
}

export interface ServerOptions {
  readonly modes?: readonly number[];
  readonly config?: object;
  readonly env?: NodeJS.ProcessEnv;
  /** A folder with the package kerberos; undefined: there is none. */
  readonly packagesIn?: string | undefined;
}

/**
 * @param kerberos the settings of the mode
 * @throws Error with what the program said where it ended
 */
export async function startKerberosServer(
  kdc: Kdc,
  kerberos: object,
  options: ServerOptions = {},
): Promise<KerberosServer> {
  const { modes = [128], config = {}, env = {} } = options;
  const packagesIn = 'packagesIn' in options ? options.packagesIn : packages;
  const folder = mkdtempSync(join(tmpdir(), 'kerberos-server-'));
  const file = join(folder, 'config.json');
  const auth = { modes: { available: modes }, kerberos };
  const settings = { ...testConfig, server: { port: 0, drainMs: 0 }, auth, dataDirectory: join(folder, 'data') };
  writeFileSync(file, JSON.stringify({ ...settings, ...config }));
  const program = spawn(process.execPath, [main, '--config', file], {
    env: { PATH: process.env['PATH'], NODE_PATH: packagesIn, ...kdc.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(program, 'close');
  let said = '';
  const listening = new Promise<string>((heard) => {
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const url = /Listening at (\S+)/.exec(said)?.[1];
        if (url !== undefined) heard(url);
      });
    }
  });
  const url = await Promise.race([listening, ended.then(() => undefined)]);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (url === undefined) {
    remove();
    throw new Error(said);
  }
  const server: KerberosServer = {
    api: `${url}/api`.replace('127.0.0.1', 'localhost'), // whom the ticket is for
    said: () => said,
    async shows(text) {
      const deadline = performance.now() + 5_000;
      while (typeof text === 'string' ? !said.includes(text) : !text.test(said)) {
        if (performance.now() > deadline) throw new Error(`it does not show ${String(text)}: ${said}`);
        await wait(10);
      }
    },
    async stop() {
      running.delete(server);
      program.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      remove();
      return code;
    },
  };
  running.add(server);
  return server;
}

export interface CurlAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** The headers of a request in the session that the answer has opened. */
  readonly session: Readonly<Record<string, string>>;
}

/** Asks with `curl --negotiate`, which gets the ticket for the service by itself. */
export async function curl(kdc: Kdc, tickets: string, args: readonly string[]): Promise<CurlAnswer> {
  const all = ['--silent', '--show-error', '--include', '--negotiate', '-u', ':', ...args];
  const { code, stdout: text, stderr } = await kdc.run('curl', all, tickets);
  if (code !== 0) throw new Error(stderr);
  // After a challenge there are two answers.
  const last = text.slice(text.lastIndexOf('HTTP/1.1 '));
  const [head = '', body = ''] = last.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = new Headers(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string])); // curl shows them so
  const cookie = headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return {
    status: Number(statusLine.split(' ')[1]),
    headers,
    body: body === '' ? undefined : (JSON.parse(body) as unknown),
    session: { 'x-mstr-authtoken': headers.get('x-mstr-authtoken') ?? '', cookie },
  };
}

export interface TokenOptions {
  readonly count?: number;
  readonly service?: string;
  /** By their numbers in GSSAPI (RFC 2744 appendix A). */
  readonly flags?: number;
}

/** SPNEGO tokens in base64, each with an authenticator of its own, made by the npm package from these tickets. */
export async function tokens(kdc: Kdc, tickets: string, options: TokenOptions = {}): Promise<readonly string[]> {
  const { count = 1, service = 'HTTP@localhost', flags } = options;
  return program(
    kdc,
    tickets,
    `
    const made = [];
    for (let at = 0; at < ${count}; at += 1) {
      const client = await initializeClient('${service}', { mechOID: GSS_MECH_OID_SPNEGO, flags: ${flags} });
      made.push(await client.step(''));
    }
    return made;`,
  ) as Promise<readonly string[]>; // what the program returns
}

/** Runs JavaScript that has the package kerberos and these tickets. @returns what it returns */
export async function program(kdc: Kdc, tickets: string, text: string): Promise<unknown> {
  const whole = `
    const { initializeClient, GSS_MECH_OID_SPNEGO } = require('${packages}/kerberos');
    const run = async () => {${text}};
    run().then((result) => process.stdout.write(JSON.stringify(result)));`;
  const { code, stdout, stderr } = await kdc.run(process.execPath, ['-e', whole], tickets);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as unknown;
}
