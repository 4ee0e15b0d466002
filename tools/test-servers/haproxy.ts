/** Starts a real HAProxy for a test, in front of several servers: in turn, and without stickiness. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './free-port.js';
import { ServerProcess } from './server-process.js';

/** Where Debian has it. Without it a suite is skipped. */
export const haproxyBinary = '/usr/sbin/haproxy';

export interface Haproxy {
  /** http://127.0.0.1:port */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * @param ports of the servers on 127.0.0.1
 * @param healthPath where a server answers 200 while it takes requests
 */
export async function startHaproxy(ports: readonly number[], healthPath: string): Promise<Haproxy> {
  const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
  const [port = 0] = await freePorts(1);
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, configuration(port, ports, healthPath));
  const server = await ServerProcess.start({
    name: 'haproxy',
    command: [haproxyBinary, '-f', file, '-db'],
    isReady: () => accepts(port),
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => answer(true)).on('error', () => answer(false));
    socket.on('connect', () => socket.destroy());
  });
}

const configuration = (port: number, ports: readonly number[], healthPath: string) => `defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 30s

frontend library
  bind 127.0.0.1:${port}
  default_backend nodes

backend nodes
  balance roundrobin
  option httpchk GET ${healthPath}
${ports.map((one, index) => `  server node${index + 1} 127.0.0.1:${one} check inter 500ms`).join('\n')}
`;
