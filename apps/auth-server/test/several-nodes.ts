/** Several nodes on one machine: one data directory, one Redis. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { startHaproxy } from '../../../tools/test-servers/reverse-proxies.js';
import { systemClock, type ConfigInput } from '../src/index.js';
import { ann, openServer, testConfig, type TestServer } from './open-server.js';

type Store = NonNullable<NonNullable<ConfigInput['session']>['store']>;
export type Credentials = Record<'x-mstr-authtoken' | 'cookie', string>;

export const root = { username: 'root', password: 'root likes long passwords' };
export const json = { 'content-type': 'application/json' };

export class Nodes {
  private constructor(
    readonly all: readonly TestServer[],
    private readonly folder: string,
  ) {}

  static async open(count: number, store: Store): Promise<Nodes> {
    const folder = mkdtempSync(join(tmpdir(), 'nodes-'));
    const all: TestServer[] = [];
    for (let node = 0; node < count; node += 1) {
      const config: ConfigInput = {
        dataDirectory: folder,
        users: [...(testConfig.users ?? []), { loginName: 'root', password: root.password, privileges: ['*'] }],
        session: { store },
        identityToken: { secretKey: 'all nodes sign with this key of theirs' },
      };
      const opened = await openServer(config, { clock: systemClock });
      await opened.server.listen();
      all.push(opened);
    }
    return new Nodes(all, folder);
  }

  /** A node by its number; counts on from the first. */
  at(number: number): TestServer {
    const node = this.all[number % this.all.length];
    if (node === undefined) throw new Error('there are no nodes');
    return node;
  }

  get ports(): readonly number[] {
    return this.all.map(({ server }) => Number(new URL(server.url).port));
  }

  async close(): Promise<void> {
    for (const node of this.all) await node.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** A caller who knows nothing of nodes. */
export class Caller {
  constructor(private readonly url: string) {}

  async logIn(body: object = ann): Promise<Credentials> {
    const answer = await this.call('POST', '/auth/login', json, JSON.stringify({ loginMode: 1, ...body }));
    if (answer.status !== 204) throw new Error(`a login was answered ${answer.status}`);
    return credentialsIn(answer);
  }

  async call(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Response> {
    const init = { method, headers, signal: AbortSignal.timeout(5000), ...(body === undefined ? {} : { body }) };
    return fetch(`${this.url}/api${path}`, init);
  }

  /** The status of a request, read to its end. */
  async status(method: string, path: string, headers: Record<string, string>): Promise<number> {
    const answer = await this.call(method, path, headers);
    await answer.arrayBuffer();
    return answer.status;
  }
}

export function credentialsIn(answer: Response): Credentials {
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return { 'x-mstr-authtoken': answer.headers.get('x-mstr-authtoken') ?? '', cookie };
}

export interface Balancer {
  /** http://127.0.0.1:port */
  readonly url: string;
  stop(): Promise<void>;
}

/** HAProxy in front of nodes on these ports: to each ready one in turn, and without stickiness. */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const [port = 0] = await freePorts(1);
  const nodes = ports.map((one, index) => `  server node${index + 1} 127.0.0.1:${one} check inter 500ms`);
  const configuration = `defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 30s

frontend library
  bind 127.0.0.1:${port}
  default_backend nodes

backend nodes
  balance roundrobin
  option httpchk GET /health/ready
${nodes.join('\n')}
`;
  const haproxy = await startHaproxy(configuration, port);
  return { url: `http://127.0.0.1:${port}`, stop: () => haproxy.stop() };
}
