/** The command `ldap`: what a directory says of somebody, step by step, for an administrator. */
import { Command, Option } from 'commander';
import type { Clock } from './clock/clock.js';
import { parseConfig } from './config/parse-config.js';
import { readConfig, type Options } from './config/read-config.js';
import { Problem } from './errors/problem.js';
import { askWithoutEcho, readSecret } from './ask-without-echo.js';
import type { Answer, LdapEngine, Tell } from './login-modes/ldap/engine.js';
import { openEngine } from './login-modes/ldap/open-engine.js';
import { identityOf } from './login-modes/ldap/person.js';
import { ldapSettings, type LdapSettings } from './login-modes/ldap/settings.js';
import { parseSettings } from './login-modes/parse-settings.js';

export interface CheckOptions extends Options {
  readonly askPassword?: boolean;
  readonly passwordStdin?: boolean;
}

/** @param write gets the lines as they come */
export function ldapCommand(clock: Clock, write: (text: string) => void): Command {
  const check = new Command('check')
    .description('Shows how a login name is searched, bound and mapped. Changes nothing, here or there.')
    .argument('<login name>', 'as somebody would type it')
    .addOption(new Option('--ask-password', 'asks for the password, without showing it').conflicts('passwordStdin'))
    .option('--password-stdin', 'reads the password from the standard input')
    .addHelpText('after', '\nWithout a password the bind is left out.')
    .action(async (loginName: string, _options, command: Command) => {
      const options: CheckOptions = command.optsWithGlobals();
      const password = await passwordOf(options);
      const passed = await checkLogin(options, { loginName, password }, clock, (line) => write(`${line}\n`));
      if (!passed) process.exitCode = 1;
    });
  return new Command('ldap').description('Looks into the directory of login mode 16.').addCommand(check);
}

/**
 * Tells each step, and at last what becomes of it. No password is told.
 * @param password undefined: only searches
 * @returns whether a login would come as far as to an account
 * @throws ConfigError; Error that says what is missing in the configuration
 */
export async function checkLogin(
  options: Options,
  { loginName, password }: { readonly loginName: string; readonly password: string | undefined },
  clock: Clock,
  tell: Tell,
): Promise<boolean> {
  const { auth } = parseConfig(readConfig(options));
  if (auth['ldap'] === undefined) throw new Error('auth.ldap: there are no settings of a directory');
  const settings = parseSettings('auth.ldap', ldapSettings, auth['ldap']);
  const engine = openEngine(settings)(clock);
  try {
    return told(await answerOf(engine, loginName, password, tell), loginName, settings, tell);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(`not available: ${reasonsOf(error.cause).join(': ')}`);
    return false;
  } finally {
    await engine.close();
  }
}

function answerOf(engine: LdapEngine, loginName: string, password: string | undefined, tell: Tell): Promise<Answer> {
  if (password === '') throw new Error('an empty password is never sent to a directory');
  if (password !== undefined) return engine.check(loginName, password, tell);
  if (engine.find === undefined) throw new Error('with these settings of auth.ldap nobody is found without a password');
  return engine.find(loginName, tell);
}

function told(answer: Answer, loginName: string, settings: LdapSettings, tell: Tell): boolean {
  const identity = answer.kind === 'refused' ? answer.rejection : identityOf(answer.person, loginName, settings);
  if ('problem' in identity) {
    const { problem, actually = problem, cause } = identity;
    tell(`refused: ${actually}, which a caller is told as ${problem}`);
    for (const reason of reasonsOf(cause)) tell(`  ${reason}`);
    return false;
  }
  const { issuer, subject, profile } = identity;
  tell(`identity ${issuer} ${subject}`);
  for (const [name, value] of Object.entries(profile ?? {})) tell(`  ${name}: ${[value].flat().join(' | ')}`);
  const { linkByLoginName, importUsers, groups } = settings;
  tell(`settings linkByLoginName: ${linkByLoginName}, importUsers: ${importUsers}, groups: ${groups}`);
  return true;
}

function reasonsOf(cause: unknown): readonly string[] {
  if (typeof cause === 'string') return cause === '' ? [] : [cause];
  return cause instanceof Error ? [cause.message] : [];
}

async function passwordOf({ askPassword, passwordStdin }: CheckOptions): Promise<string | undefined> {
  if (askPassword === true) return askWithoutEcho('Password: ');
  return passwordStdin === true ? readSecret(process.stdin) : undefined;
}
