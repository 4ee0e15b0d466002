/** The command `admin reset-password`: restores a lost administrator, also while the server runs. */
import { userInfo } from 'node:os';
import { Command } from 'commander';
import { pino } from 'pino';
import { resetPassword, type ResetResult } from './admin/reset-password.js';
import { openAudit } from './audit/open-audit.js';
import type { Clock } from './clock/clock.js';
import { parseConfig } from './config/parse-config.js';
import { readConfig, type Options } from './config/read-config.js';
import { usersSettings } from './config/room-settings.js';
import { auditPlace, usersPlace } from './places.js';
import { openExistingDirectory } from './users/open-directory.js';
import { PasswordHasher } from './users/passwords/password-hasher.js';
import { Passwords } from './users/passwords/passwords.js';

export interface ResetOptions extends Options {
  readonly loginName?: string;
  readonly passwordStdin?: boolean;
}

/** Where a password is read from, and where is said what happened. */
export interface Console {
  readPassword(): Promise<string>;
  write(text: string): void;
}

export function adminCommand(clock: Clock, console: Console): Command {
  const reset = new Command('reset-password')
    .description('Sets a password, enables and unlocks the account, and ends its sessions and its API token.')
    .option('--login-name <name>', 'whose password; by default the built-in administrator')
    .option('--password-stdin', 'reads the password from standard input, instead of making one and showing it once')
    .showHelpAfterError()
    .action(async (_options, command: Command) => {
      const options: ResetOptions = command.optsWithGlobals();
      const password = options.passwordStdin === true ? await console.readPassword() : undefined;
      console.write(textOf(await resetIn(options, password, clock)));
    });
  return new Command('admin').description('Sees to accounts at the machine.').addCommand(reset);
}

/**
 * @param password undefined: a random one
 * @throws ConfigError, Error that names the place or the user, Problem for a password against the rules
 */
export async function resetIn(options: ResetOptions, password: string | undefined, clock: Clock): Promise<ResetResult> {
  const config = parseConfig(readConfig(options));
  const { passwordPolicy: policy, hashing } = usersSettings(config, undefined);
  const directory = await openExistingDirectory(usersPlace(config));
  const audit = await openAudit(config.audit, auditPlace(config), clock, pino({ level: 'silent' }));
  const hasher = new PasswordHasher({ ...hashing, threads: 1 });
  const passwords = new Passwords({ directory: directory.users, hasher, clock, policy });
  try {
    const { loginName } = options;
    const request = { loginName, password, operator: userInfo().username };
    return await resetPassword({ ...directory, passwords, audit, clock }, request);
  } finally {
    await audit.close();
    await passwords.close();
    await directory.users.close();
  }
}

function textOf({ user, randomPassword }: ResetResult): string {
  const done = `The password of ${user.loginName} is set. Its sessions and its API token have ended; a server that is running notices within two seconds.\n`;
  return randomPassword === undefined
    ? done
    : `${done}It is shown here once, and has to be changed at the next login:\n\n  ${randomPassword}\n\n`;
}
