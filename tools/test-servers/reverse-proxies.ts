/** Starts real reverse proxies, nginx and HAProxy, with the configuration that a test hands over. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from './server-process.js';

/** Where Debian has them. Without one its tests are skipped. */
export const nginxBinary = '/usr/sbin/nginx';
export const haproxyBinary = '/usr/sbin/haproxy';

export interface ReverseProxy {
  stop(): Promise<void>;
}

/** @param site what stands in a file below sites-enabled. @param port where it listens on 127.0.0.1, to know that it is up */
export function startNginx(site: string, port: number): Promise<ReverseProxy> {
  const main = (folder: string) => `
pid ${folder}/pid;
error_log stderr;
daemon off;
master_process off;
events { }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  include ${folder}/site;
}
`;
  return start('nginx', port, (folder) => {
    writeFileSync(join(folder, 'site'), site);
    writeFileSync(join(folder, 'nginx.conf'), main(folder));
    return [nginxBinary, '-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
  });
}

export function startHaproxy(configuration: string, port: number): Promise<ReverseProxy> {
  return start('haproxy', port, (folder) => {
    writeFileSync(join(folder, 'haproxy.cfg'), configuration);
    return [haproxyBinary, '-f', join(folder, 'haproxy.cfg'), '-db'];
  });
}

async function start(name: string, port: number, commandIn: (folder: string) => string[]): Promise<ReverseProxy> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const process = await ServerProcess.start({ name, command: commandIn(folder), isReady: () => accepts(port) });
  return {
    async stop() {
      await process.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
