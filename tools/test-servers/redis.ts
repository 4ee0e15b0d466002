/**
 * Starts real Redis for a test: one server, a primary and a replica that three Sentinels watch, or a Cluster of three. Own
 * folder, free ports of 127.0.0.1.
 *
 *     const redis = await startRedis();
 *     afterAll(() => redis.stop());
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createAuthority, createServerCertificate } from './certificates.js';
import { freePorts } from './free-port.js';
import { mustRun, runClient } from './run-client.js';
import { ServerProcess } from './server-process.js';

/** Where Debian has them. Without them a suite is skipped. */
export const redisBinary = '/usr/bin/redis-server';
export const sentinelBinary = '/usr/bin/redis-sentinel';

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
}

/** One server. */
export interface RedisServer extends RedisAddress {
  /** `redis-cli` with these words. @returns what it printed */
  cli(...words: string[]): Promise<string>;
  /** Makes it hang: connections are still accepted, and nothing is answered. */
  pause(): void;
  resume(): void;
  /** Kills it, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again: same port, and what it had written to its file. */
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  const [port = 0, bus = 0] = await freePorts(2);
  return startOn(port, ['--cluster-port', String(bus), ...settings]);
}

/** As `startRedis`, behind TLS only. */
export async function startRedisWithTls(): Promise<RedisServer & { readonly caFile: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-tls-'));
  const authority = await createAuthority(folder, 'ca');
  const names = 'IP:127.0.0.1,DNS:localhost';
  const { certificateFile, keyFile } = await createServerCertificate(folder, 'server', names, authority);
  const [port = 0] = await freePorts(1);
  const caFile = authority.certificateFile;
  const tls = ['--tls-port', String(port), '--tls-cert-file', certificateFile, '--tls-key-file', keyFile];
  const server = await startOn(
    port,
    [...tls, '--port', '0', '--tls-auth-clients', 'no'],
    ['--tls', '--cacert', caFile],
  );
  return {
    ...server,
    caFile,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface RedisWithSentinels {
  readonly sentinels: readonly RedisAddress[];
  readonly name: string;
  /** Both servers, the first primary first. */
  readonly servers: readonly RedisServer[];
  /** Resolves when the Sentinels name the other server. */
  untilPrimaryIs(port: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedisWithSentinels(): Promise<RedisWithSentinels> {
  const name = 'sessions';
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-'));
  const primary = await startRedis();
  const replica = await startRedis(['--replicaof', '127.0.0.1', String(primary.port)]);
  await until(async () => (await replica.cli('info', 'replication')).includes('master_link_status:up'));
  const ports = await freePorts(3);
  const watchers = await Promise.all(
    ports.map((port) => {
      const file = join(folder, `${port}.conf`);
      writeFileSync(file, sentinelConfiguration(port, name, primary.port));
      return ServerProcess.start({
        name: 'redis-sentinel',
        command: [sentinelBinary, file],
        isReady: () => answers(port, []),
      });
    }),
  );
  const ask = (...words: string[]) => mustRun('redis-cli', ['-p', String(ports[0]), 'sentinel', ...words]);
  await until(async () => /num-other-sentinels\n2\n/.test(await ask('master', name)));
  await until(async () => (await ask('replicas', name)).includes(String(replica.port)));
  return {
    sentinels: ports.map((port) => ({ host: '127.0.0.1', port })),
    name,
    servers: [primary, replica],
    untilPrimaryIs: (port) =>
      until(async () => (await ask('get-master-addr-by-name', name)).trim().endsWith(String(port))),
    async stop() {
      await Promise.all(watchers.map((watcher) => watcher.stop()));
      await Promise.all([primary.stop(), replica.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface RedisCluster {
  readonly nodes: readonly RedisServer[];
  stop(): Promise<void>;
}

/** Three primaries without replicas, all slots shared out. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const settings = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000'];
  const nodes = await Promise.all(Array.from({ length: 3 }, () => startRedis(settings)));
  await createCluster(nodes);
  await until(async () => (await Promise.all(nodes.map((node) => isWhole(node, nodes.length)))).every(Boolean));
  return { nodes, stop: async () => void (await Promise.all(nodes.map((node) => node.stop()))) };
}

/** As `redis-cli --cluster create` does, which cannot be told of bus ports that are not port + 10000. */
async function createCluster(nodes: readonly RedisServer[]): Promise<void> {
  const share = Math.ceil(16_384 / nodes.length);
  const [first] = nodes;
  await Promise.all(
    nodes.map(async (node, index) => {
      const last = Math.min((index + 1) * share, 16_384) - 1;
      await node.cli('cluster', 'addslotsrange', String(index * share), String(last));
      await node.cli('cluster', 'set-config-epoch', String(index + 1));
    }),
  );
  for (const node of nodes.slice(1)) {
    const bus = (await node.cli('config', 'get', 'cluster-port')).trim().split('\n')[1] ?? '';
    await first?.cli('cluster', 'meet', node.host, String(node.port), bus);
  }
}

async function isWhole(node: RedisServer, size: number): Promise<boolean> {
  const state = await node.cli('cluster', 'info');
  return state.includes('cluster_state:ok') && state.includes(`cluster_known_nodes:${size}`);
}

async function startOn(
  port: number,
  settings: readonly string[],
  client: readonly string[] = [],
): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  mkdirSync(join(folder, 'data'));
  // The rewritten file is what a Sentinel changes; without one it cannot.
  const file = join(folder, 'redis.conf');
  writeFileSync(file, '');
  const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', join(folder, 'data'), '--save', ''];
  const command = [redisBinary, file, ...own, '--appendonly', 'yes', '--repl-diskless-sync-delay', '0', ...settings];
  const start = () => ServerProcess.start({ name: 'redis-server', command, isReady: () => answers(port, client) });
  let server = await start();
  return {
    host: '127.0.0.1',
    port,
    cli: (...words) => mustRun('redis-cli', [...client, '-p', String(port), ...words]),
    pause: () => server.pause(),
    resume: () => server.resume(),
    kill: () => server.kill(),
    async start() {
      server = await start();
    },
    async stop() {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Not when it is still reading its file. A server that wants a password answers too. */
async function answers(port: number, client: readonly string[]): Promise<boolean> {
  const { stdout } = await runClient('redis-cli', [...client, '-p', String(port), 'ping']);
  return stdout.startsWith('PONG') || stdout.startsWith('NOAUTH');
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('Redis did not come to the state that was waited for');
    await wait(50);
  }
}

const sentinelConfiguration = (port: number, name: string, primaryPort: number) => `port ${port}
bind 127.0.0.1
sentinel monitor ${name} 127.0.0.1 ${primaryPort} 2
sentinel down-after-milliseconds ${name} 1000
sentinel failover-timeout ${name} 3000
`;
