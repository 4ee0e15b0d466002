/** Who can log in, from the environment: nowhere else are secrets read from. */
import type { Account, Accounts } from '../target.js';
import { UsageError } from './usage-error.js';

/** The environment, or what stands in its place. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What stands between `MSTR_` and `USERNAME` or `PASSWORD`; the rest of the name says what the account is (README). */
const parts: Readonly<Record<Exclude<keyof Accounts, 'user'>, string>> = {
  colleague: 'COLLEAGUE_',
  disabled: 'DISABLED_',
  administrator: 'ADMINISTRATOR_',
  leaver: 'LEAVER_',
  expired: 'EXPIRED_',
  mustChange: 'MUST_CHANGE_',
  fixedPassword: 'FIXED_PASSWORD_',
  withoutStandard: 'WITHOUT_STANDARD_',
  directoryUser: 'DIRECTORY_USER_',
  directoryStranger: 'DIRECTORY_STRANGER_',
  directoryExpired: 'DIRECTORY_EXPIRED_',
  directoryMustChange: 'DIRECTORY_MUST_CHANGE_',
  directoryLocked: 'DIRECTORY_LOCKED_',
};

/** Names of all variables that are read. */
export const variables: readonly string[] = ['', ...Object.values(parts), 'OPERATOR_'].flatMap(namesOf);

/** @throws UsageError where the account is missing that everything needs, or one has a name and no password */
export function accountsIn(environment: Environment): { accounts: Accounts; operator: Account | undefined } {
  const user = accountIn(environment, '');
  if (user === undefined) {
    throw new UsageError(
      'With which account? Set MSTR_USERNAME and MSTR_PASSWORD in the environment. Take an account that is there for this: ' +
        'its sessions come and go.',
    );
  }
  const others = Object.entries(parts).flatMap(([part, prefix]) => {
    const account = accountIn(environment, prefix);
    return account === undefined ? [] : [[part, account] as const];
  });
  return { accounts: { user, ...Object.fromEntries(others) }, operator: accountIn(environment, 'OPERATOR_') };
}

function accountIn(environment: Environment, prefix: string): Account | undefined {
  const [nameOfName, nameOfPassword] = namesOf(prefix);
  const username = environment[nameOfName];
  const password = environment[nameOfPassword];
  if (username === undefined && password === undefined) return undefined;
  if (username === undefined) throw new UsageError(`${nameOfPassword} is set, and ${nameOfName} is not.`);
  if (password === undefined) throw new UsageError(`${nameOfName} is set, and ${nameOfPassword} is not.`);
  return { username, password };
}

function namesOf(prefix: string): readonly [string, string] {
  return [`MSTR_${prefix}USERNAME`, `MSTR_${prefix}PASSWORD`];
}
