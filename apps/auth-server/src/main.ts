#!/usr/bin/env node
/** Command line, environment and file in; a listening server out. */
import { createRequire } from 'node:module';
import { Command, InvalidArgumentError, Option } from 'commander';
import { askWithoutEcho, readSecret } from './ask-without-echo.js';
import { auditCommand } from './audit-command.js';
import { backupCommand, restoreCommand } from './backup-commands.js';
import { systemClock } from './clock/clock.js';
import { ConfigError, parseConfig } from './config/parse-config.js';
import { readConfig, type Options } from './config/read-config.js';
import { modesSetup } from './config/room-settings.js';
import { createAuthServer } from './index.js';
import { ldapCommand } from './ldap-command.js';
import { checkModes } from './login/open-modes.js';
import { loginModes } from './login-modes/index.js';
import { readCertificate } from './tls/certificate.js';
import { adminCommand } from './reset-password-command.js';
import { welcome } from './welcome.js';

type Arguments = Options & { readonly validateConfig?: boolean };

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const command = new Command('mstr-auth-server')
  .description('Login and session server that speaks the MicroStrategy-compatible REST authentication API.')
  .version(version)
  .addOption(new Option('-c, --config <file>', 'configuration file (YAML or JSON)').env('MSTR_AUTH_CONFIG'))
  .addOption(
    new Option('-p, --port <number>', 'port; in the file: server.port').env('MSTR_AUTH_PORT').argParser(portOf),
  )
  .addOption(new Option('-H, --host <address>', 'address; in the file: server.host').env('MSTR_AUTH_HOST'))
  .addOption(new Option('-d, --data-dir <folder>', 'data; in the file: dataDirectory').env('MSTR_AUTH_DATA_DIR'))
  .addOption(
    new Option('--validate-config', 'check the configuration, print what is wrong, and stop').env(
      'MSTR_AUTH_VALIDATE_CONFIG',
    ),
  )
  .addHelpText('after', help())
  .showHelpAfterError('(--help explains the options)')
  .addCommand(auditCommand(systemClock, (text) => process.stdout.write(text)).showHelpAfterError())
  .addCommand(ldapCommand(systemClock, (text) => process.stdout.write(text)).showHelpAfterError())
  .addCommand(backupCommand(version, systemClock, (text) => process.stdout.write(text)).showHelpAfterError())
  .addCommand(restoreCommand(version, systemClock, (text) => process.stdout.write(text)).showHelpAfterError())
  .addCommand(
    adminCommand(systemClock, {
      readPassword: () => (process.stdin.isTTY ? askWithoutEcho('New password: ') : readSecret(process.stdin)),
      write: (text) => process.stdout.write(text),
    }).showHelpAfterError(),
  )
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : messageOf(error)}\n`);
  process.exitCode = 1;
}

async function run(options: Arguments): Promise<void> {
  const input = readConfig({ ...options, operatorPassword: process.env['MSTR_AUTH_OPERATOR_PASSWORD'] });
  const config = parseConfig(input);
  if (options.validateConfig === true) {
    checkModes(loginModes, modesSetup(config));
    if (config.server.tls !== undefined) readCertificate(config.server.tls);
    process.stdout.write('The configuration is valid.\n');
    return;
  }
  const password = process.env['MSTR_AUTH_ADMIN_PASSWORD'];
  const server = await createAuthServer(input, password === undefined ? {} : { administratorPassword: password });
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) {
      process.stderr.write(`${signal} again: ending at once\n`);
      process.exit(1);
    }
    stopping = true;
    process.stderr.write(`${signal}: finishing what is under way\n`);
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${messageOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    throw error;
  }
  process.stderr.write(welcome(server, config));
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('expected a number from 0 to 65535.');
  return port;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The server did not start.';
  const inUse = 'code' in error && error.code === 'EADDRINUSE';
  return inUse ? `${error.message}. Choose another --port, or stop what listens there.` : error.message;
}

function help(): string {
  return `
Where several say the same: the command line wins over the environment, the environment over the file.

Without a configuration file only Standard login is on. The first start makes the account "administrator": its password
is taken from MSTR_AUTH_ADMIN_PASSWORD, or a random one is printed once. MSTR_AUTH_OPERATOR_PASSWORD lets the holder of
this password change login modes without an account (admin.basic).

Examples:
  mstr-auth-server --config demo.yaml
  mstr-auth-server --config production.yaml --validate-config
  mstr-auth-server --config production.yaml audit --last 24h --user ann
  mstr-auth-server --config production.yaml ldap check ann --ask-password
  mstr-auth-server --config production.yaml admin reset-password
  mstr-auth-server --config production.yaml backup /backups/monday
  mstr-auth-server --config production.yaml restore /backups/monday
`;
}
