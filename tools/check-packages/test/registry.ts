/**
 * A registry of its own at 127.0.0.1 that has our packages and no others: projects ask it for the scope `@mstr-rest`
 * alone, and for everything else the registry that npm is set to, with all that npm is set to.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { root } from '../packages.js';
import { Program } from './program.js';

const configuration = `
storage: ./storage
auth: { htpasswd: { file: ./htpasswd, max_users: -1 } }
packages: { '@mstr-rest/*': { access: $all, publish: $all } }
max_body_size: 100mb
web: { enable: false }
log: { type: stdout, format: pretty, level: warn }
`;

export interface Registry {
  readonly url: string;
  /** A configuration of npm with which one may publish there: anybody may, but npm wants a token. */
  readonly npmrc: string;
  stop(): Promise<void>;
}

/** @param folder for what is published */
export async function startRegistry(folder: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.yaml'), configuration);
  const [port] = await freePorts(1);
  const address = `127.0.0.1:${port}`;
  const program = createRequire(join(root, 'package.json')).resolve('verdaccio/bin/verdaccio');
  const server = new Program({
    command: [process.execPath, program, '--config', join(folder, 'config.yaml'), '--listen', address],
    cwd: folder,
  });
  await server.shows(/http address/);
  const npmrc = join(folder, 'npmrc');
  writeFileSync(npmrc, `//${address}/:_authToken=anybody\n`);
  return {
    url: `http://${address}/`,
    npmrc,
    stop: () => server.stop(),
  };
}
