#!/usr/bin/env node
/** Command line and environment in; a report and an exit code out. */
import { createRequire } from 'node:module';
import { readArguments } from './arguments.js';
import { help } from './help.js';
import { runServerCommand } from './server-command.js';
import type { Process } from './surroundings.js';
import { UsageError } from './usage-error.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

const interrupting = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interrupting.signal.aborted) process.exit(130);
    process.stderr.write('\nStopping, and logging out what is open. Once more ends at once.\n');
    interrupting.abort();
  });
}

const surroundings: Process = {
  environment: process.env,
  out: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
  isWatched: process.stderr.isTTY,
  interrupted: interrupting.signal,
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args);
  switch (given.kind) {
    case 'help':
      process.stdout.write(help);
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'server':
      return runServerCommand(given, surroundings);
    case 'list of findings': {
      const { listOfRules } = await import('../hygiene/client-report.js');
      process.stdout.write(listOfRules());
      return 0;
    }
    case 'client': {
      // Only here: it brings the whole server.
      const { runClientCommand } = await import('./client-command.js');
      return runClientCommand(given, surroundings);
    }
  }
}
