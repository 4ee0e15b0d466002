import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { ConfigError } from './parse-config.js';
import type { ConfigInput } from './config.js';

/** What the command line and the environment may say; later sources win: file, environment, command line. */
export interface Options {
  readonly config?: string;
  readonly host?: string;
  readonly port?: number;
  readonly dataDir?: string;
  /** Of the operator: `admin.basic.password`. From the environment only. */
  readonly operatorPassword?: string | undefined;
}

/**
 * Reads the configuration file (YAML, or JSON, which is YAML) and lays the options over it. A relative
 * `dataDirectory` of a file, or file of its `server.tls`, starts at the file's folder; one of an option, at the working directory.
 * @throws ConfigError where there is no such file, or it is no YAML
 */
export function readConfig({ config, host, port, dataDir, operatorPassword: password }: Options): ConfigInput {
  const fromFile = config === undefined ? {} : readFile(resolve(config));
  const server = { ...(host === undefined ? {} : { host }), ...(port === undefined ? {} : { port }) };
  return {
    ...fromFile,
    ...(dataDir === undefined ? {} : { dataDirectory: resolve(dataDir) }),
    ...(password === undefined ? {} : { admin: { ...fromFile.admin, basic: { ...fromFile.admin?.basic, password } } }),
    ...(Object.keys(server).length === 0 ? {} : { server: { ...fromFile.server, ...server } }),
  };
}

function readFile(file: string): ConfigInput {
  const document = parseDocument(textOf(file), { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined)
    throw new ConfigError([`${file} is not valid YAML: ${error.message.split('\n', 1)[0] ?? ''}`]);
  const value: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
  if (typeof value !== 'object' || value === null) throw new ConfigError([`${file} must hold a mapping of settings`]);
  const input: ConfigInput = value; // every key is checked by parseConfig()
  const beside = (path: string) => resolve(dirname(file), path);
  const { dataDirectory, server } = input;
  const tls = typeof server?.tls === 'object' ? Object.entries(server.tls) : undefined; // every key is checked later
  const files = tls?.map(([name, value]) => [name, name.endsWith('File') ? beside(String(value)) : value]);
  return {
    ...input,
    ...(typeof dataDirectory === 'string' ? { dataDirectory: beside(dataDirectory) } : {}),
    ...(files === undefined
      ? {}
      : { server: { ...server, tls: Object.fromEntries(files) as NonNullable<typeof server>['tls'] } }),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new ConfigError([`the configuration file ${file} cannot be read (${reason})`]);
  }
}
