/**
 * A million hostile requests at the built server: each is answered from the catalogue, none with 5xx, and the server needs
 * no more memory after the last than after the first hundred thousand.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const requests = 1_000_000;
const warmUp = 100_000;
const atOnce = 64;
const context = '/MicroStrategyLibrary';

interface Hostile {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const login = (body: string, headers: Record<string, string> = json): Hostile => ({
  method: 'POST',
  path: `${context}/api/auth/login`,
  headers,
  body,
});
const hex = (n: number) => n.toString(16).padStart(32, '0').toUpperCase();
const token = (n: number) => n.toString(32).padStart(26, '0');

/** Each takes the number of the request, so that no two requests are alike and nothing can be remembered of them. */
const shapes: readonly ((n: number) => Hostile)[] = [
  (n) => login(`{"username":"u${n}`),
  (n) => login(`${'['.repeat(n % 500)}${n}`),
  (n) => login(`{"username":{"$gt":"${n}"}}`),
  (n) => login(`{"username":"a${n}","username":"b"}`),
  (n) => login(`{"loginMode":${n % 5000},"applicationType":"x"}`),
  (n) => login(`{"loginMode":"constructor${n}"}`),
  (n) => login(`{"loginMode":3,"username":"u${n}\\u0000"}`),
  (n) => login(`{"__proto__":{"username":"${n}"},"constructor":{"prototype":{}},"loginMode":2}`),
  (n) => login(`username=a${n}&username=b`, form),
  (n) => login(`username=%zz${n}`, form),
  (n) => login(`<a>${n}</a>`, { 'content-type': 'text/xml' }),
  (n) => login('x'.repeat(70_000 + (n % 100))),
  (n) => ({ method: 'GET', path: `${context}/api/nothing/${n}` }),
  (n) => ({ method: 'PURGE', path: `${context}/api/sessions?${n}` }),
  (n) => ({ method: 'GET', path: `${context}/api/%zz${n}` }),
  (n) => ({ method: 'GET', path: `${context}/api/status?fields=%z${n}` }),
  (n) => ({ method: 'GET', path: `${context}/api/status?fields=${n}&fields=b` }),
  (n) => ({ method: 'GET', path: `${context}/${'x'.repeat(4000)}${n}` }),
  (n) => ({ method: 'GET', path: `${context}/api/../../${n}/etc/passwd` }),
  (n) => ({ method: 'GET', path: `${context}/api/sessions`, headers: { 'x-mstr-authtoken': token(n) } }),
  (n) => ({
    method: 'PUT',
    path: `${context}/api/sessions`,
    headers: { 'x-mstr-authtoken': token(n), cookie: `JSESSIONID=${hex(n)}; ;=;JSESSIONID=${'A'.repeat(32)}` },
  }),
  (n) => ({ method: 'GET', path: `${context}/api/auth/token`, headers: { cookie: `JSESSIONID=${hex(n)}` } }),
  (n) => ({
    method: 'GET',
    path: `${context}/api/auth/identityToken`,
    headers: { 'x-mstr-identitytoken': `e30.${n}.e30` },
  }),
  (n) => ({
    method: 'POST',
    path: `${context}/api/auth/delegate`,
    headers: json,
    body: `{"loginMode":-1,"identityToken":"${'e'.repeat(n % 4000)}.${n}"}`,
  }),
  (n) => ({ method: 'GET', path: `${context}/api/status`, headers: { origin: `https://${n}.example` } }),
];

describe('a million hostile requests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let server: ChildProcess;
  let port: number;

  beforeAll(async () => {
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify({ log: { level: 'info' }, server: { port: 0 } }));
    const main = resolve(import.meta.dirname, '../dist/main.js');
    const args = [main, '--config', config, '--data-dir', join(folder, 'data')];
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    server = started;
    const lines = createInterface({ input: started.stdout });
    for await (const line of lines) {
      const { msg, url } = JSON.parse(line) as { msg: string; url?: string };
      if (msg !== 'listening' || url === undefined) continue;
      port = Number(new URL(url).port);
      break;
    }
    started.stdout.resume(); // or the pipe fills up and the server waits for us
  });

  afterAll(() => {
    agent.destroy();
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const memoryKiB = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]);

  const send = ({ method, path, headers, body }: Hostile) =>
    new Promise<string>((settle) => {
      const asking = request({ agent, port, host: '127.0.0.1', method, path, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => settle(judge(answer.statusCode ?? 0, answer.headers['content-type'], text)));
      });
      // A server may close while a body that is too large is still on its way (RFC 9112 section 9.6).
      asking.on('error', (error: NodeJS.ErrnoException) => settle(body && body.length > 65_536 ? '' : `${error.code}`));
      asking.end(body);
    });

  it('are answered from the catalogue, and leave the memory flat', async () => {
    const faults = new Map<string, string>();
    let next = 0;
    let memoryAfterWarmUp = 0;
    const worker = async () => {
      while (next < requests) {
        const n = next++;
        const hostile = shapes[n % shapes.length]?.(n);
        if (hostile === undefined) continue;
        const fault = await send(hostile);
        if (fault !== '')
          faults.set(`${n % shapes.length}: ${fault}`, `${hostile.method} ${hostile.path.slice(0, 80)}`);
        if (n === warmUp) memoryAfterWarmUp = memoryKiB();
        if (n % 100_000 === 0) process.stderr.write(`${n} of ${requests} requests, ${memoryKiB()} KiB\n`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    expect([...faults]).toEqual([]);
    expect(memoryKiB()).toBeLessThan(memoryAfterWarmUp * 1.2);
    expect(server.exitCode).toBeNull();
  });
});

/** What is wrong with an answer, or nothing. */
function judge(status: number, type: string | undefined, text: string): string {
  if (status < 400 || status >= 500) return `status ${status}`;
  if (type !== 'application/json') return `type ${type}`;
  const { code, ticketId } = JSON.parse(text) as { code?: string; ticketId?: string };
  return /^ERR\d+$/.test(code ?? '') && /^[0-9a-f]{32}$/.test(ticketId ?? '') ? '' : text;
}
