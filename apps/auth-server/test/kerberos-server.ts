/** The built program with login by Kerberos, and curl with a ticket. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kdc } from '../../../tools/test-servers/kdc.js';
import { testConfig } from './open-server.js';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

export interface KerberosServer {
  /** Address of the API. */
  readonly api: string;
  /** All that it has said so far: its log, its audit, and what it tells people. */
  said(): string;
  /** @returns its exit code */
  stop(): Promise<number | null>;
}

export interface ServerOptions {
  readonly modes?: readonly number[];
  readonly config?: object;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * @param kerberos the settings of the mode
 * @param packages a folder with the package kerberos; empty: none
 * @throws Error with what the program said where it ended
 */
export async function startKerberosServer(
  kdc: Kdc,
  kerberos: object,
  packages: string,
  { modes = [128], config = {}, env = {} }: ServerOptions = {},
): Promise<KerberosServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kerberos-server-'));
  const file = join(folder, 'config.json');
  const auth = { modes: { available: modes }, kerberos };
  const settings = { ...testConfig, server: { port: 0, drainMs: 0 }, auth, dataDirectory: join(folder, 'data') };
  writeFileSync(file, JSON.stringify({ ...settings, ...config }));
  const program = spawn(process.execPath, [main, '--config', file], {
    env: { PATH: process.env['PATH'], NODE_PATH: packages, ...kdc.env, ...env },
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
  return {
    api: `${url}/api`.replace('127.0.0.1', 'localhost'), // whom the ticket is for
    said: () => said,
    async stop() {
      program.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      remove();
      return code;
    },
  };
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
