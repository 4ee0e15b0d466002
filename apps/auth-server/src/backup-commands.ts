/** The commands `backup` and `restore`: what is in the data directory, copied and put back. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { backUp } from './backup/back-up.js';
import { restore } from './backup/restore.js';
import type { Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { parseConfig } from './config/parse-config.js';
import { readConfig, type Options } from './config/read-config.js';

interface RestoreOptions extends Options {
  readonly withSessions?: boolean;
  readonly replace?: boolean;
}

type Write = (text: string) => void;

export function backupCommand(version: string, clock: Clock, write: Write): Command {
  return new Command('backup')
    .description('Copies users, events, sessions and the key out of the data directory. Works while the server runs.')
    .argument('<folder>', 'a new or an empty one')
    .action(async (folder: string, _options, command: Command) => {
      const config = parseConfig(readConfig(command.optsWithGlobals<Options>()));
      const target = resolve(folder);
      const startedAt = new Date(clock.now());
      const counts = await backUp({ dataDirectory: config.dataDirectory, target, version, startedAt });
      const parts = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
      write(`${target} holds ${['the data directory', ...parts].join(', ')}. It is as secret as the server.\n`);
      for (const elsewhere of notInIt(config)) write(`Not in it: ${elsewhere}.\n`);
    });
}

export function restoreCommand(version: string, clock: Clock, write: Write): Command {
  return new Command('restore')
    .description('Puts a backup into the data directory. No server may run on it.')
    .argument('<folder>', 'of a backup')
    .option('--with-sessions', 'for a move: sessions of then live on, also those that were logged out since')
    .option('--replace', 'moves data that is there aside')
    .action(async (folder: string, _options, command: Command) => {
      const options = command.optsWithGlobals<RestoreOptions>();
      const { dataDirectory } = parseConfig(readConfig(options));
      const { withSessions = false, replace = false } = options;
      const at = new Date(clock.now());
      const request = { dataDirectory, source: resolve(folder), withSessions, replace, version, at };
      const { manifest, former } = await restore(request);
      write(`${dataDirectory} is as it was at ${manifest.startedAt}, passwords and API tokens too.\n`);
      write(withSessions ? 'Sessions of then live on.\n' : 'Everybody has to log in anew.\n');
      if (former !== undefined) write(`What was there is in ${former}: remove it when it is not needed.\n`);
    });
}

function* notInIt({ directory, session, identityToken }: Config): Generator<string> {
  yield 'the configuration file, with what it refers to';
  if (directory.kind === 'postgres') yield 'users and events, which are in PostgreSQL: pg_dump';
  if (session.store.kind === 'redis') yield 'sessions, which are in Redis';
  if (session.store.kind === 'memory') yield 'sessions, which are in the memory of the server';
  if (identityToken.secretKeyFile !== undefined) yield 'the file of identityToken.secretKeyFile';
}
