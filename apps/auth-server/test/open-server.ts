import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createAuthServer, ManualClock, type AuthServer, type ConfigInput, type Overrides } from '../src/index.js';
import { logOptions } from '../src/log.js';

export const salesDemo = 'B7CA92F04B9FAE8D941C3E9B7E0CD754';
export const ann = { username: 'ann', password: 'ann likes long passwords' };

/** A server of its own folder and clock, with every line of its log kept. */
export interface TestServer {
  readonly server: AuthServer;
  readonly clock: ManualClock;
  readonly log: readonly Record<string, unknown>[];
  /** POST, PUT or GET below `{context}/api`. */
  call(method: string, path: string, init?: RequestInit): Promise<Response>;
  /** Logs in and returns the headers that later requests need. */
  logIn(body?: object): Promise<{ 'x-mstr-authtoken': string; cookie: string }>;
  /** The same at another door, such as `/auth/delegate`. */
  logInAs(path: string, body: object): Promise<{ 'x-mstr-authtoken': string; cookie: string }>;
  close(): Promise<void>;
}

export const testConfig: ConfigInput = {
  demo: true,
  server: { port: 0, drainMs: 0 },
  auth: { modes: { available: [1, 8] } },
  passwords: { hashing: { memoryKiB: 64, iterations: 1, threads: 1 } },
  projects: [{ id: salesDemo, name: 'Sales Demo' }],
  users: [{ loginName: 'ann', fullName: 'Ann Analyst', password: ann.password, projects: [salesDemo] }],
};

export async function openServer(config: ConfigInput = {}, overrides: Overrides = {}): Promise<TestServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'auth-server-'));
  const clock = new ManualClock();
  const log: Record<string, unknown>[] = [];
  const write = (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>);
  const server = await createAuthServer(
    { ...testConfig, dataDirectory, ...config, server: { ...testConfig.server, ...config.server } },
    { clock, log: pino(logOptions('info'), { write }), ...overrides },
  );
  const call = (method: string, path: string, init: RequestInit = {}) =>
    server.fetch(new Request(`${server.url}/api${path}`, { ...init, method }));
  const logInAs = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await call('POST', path, { body: JSON.stringify(body), headers });
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0];
    return { 'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '', cookie: cookie ?? '' };
  };
  return {
    server,
    clock,
    log,
    call,
    logIn: (body = ann) => logInAs('/auth/login', body),
    logInAs,
    async close() {
      await server.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
