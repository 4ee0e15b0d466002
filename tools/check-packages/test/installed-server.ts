/** The server of an installed package as a process, with config/demo.yaml, behind a front. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { root } from '../packages.js';
import type { Front } from './front.js';
import { Program } from './program.js';

interface Configuration {
  readonly server: object;
}

interface Surroundings {
  /** What is before it; then that is where callers reach it. */
  readonly front?: Front;
  readonly env?: NodeJS.ProcessEnv;
}

/** The server in the project's node_modules, run by this Node. */
export function installedServer(project: string, node = process.execPath): readonly string[] {
  return [node, join(project, 'node_modules/.bin/mstr-auth-server')];
}

/**
 * @param command that starts it; gets `--config` and a file
 * @param folder in which a folder for its data is made
 */
export async function startServer(command: readonly string[], folder: string, { front, env = {} }: Surroundings = {}) {
  const [port = 0] = await freePorts(1);
  const own = mkdtempSync(join(folder, 'server-'));
  const demo = parse(readFileSync(join(root, 'config/demo.yaml'), 'utf8')) as Configuration;
  const server = { ...demo.server, port, drainMs: 0, ...(front && { publicUrl: front.origin }) };
  const passwords = { hashing: { memoryKiB: 64, iterations: 1 } };
  writeFileSync(join(own, 'demo.yaml'), stringify({ ...demo, server, passwords, dataDirectory: './data' }));
  const program = new Program({ command: [...command, '--config', join(own, 'demo.yaml')], cwd: folder, env });
  const [, url = ''] = await program.shows(/Listening at (\S+)/);
  front?.serve(port);
  return { url, stop: () => program.stop() };
}
