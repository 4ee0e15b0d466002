import { randomBytes } from 'node:crypto';
import { wellKnownIds } from '@mstr-rest/protocol';
import type { Clock } from '../clock/clock.js';
import type { ApiTokenStore } from './api-token-store.js';
import { openSqliteDirectory } from './directories/sqlite/sqlite-directory.js';
import { PasswordHasher, type PasswordHashingOptions } from './passwords/password-hasher.js';
import { Passwords } from './passwords/passwords.js';
import { seedUsers, seedUserSchema, type Seed, type SeedReport, type SeedUser } from './seed.js';
import type { UserDirectory } from './user-directory.js';

/** What the room of users is told. */
export interface UsersSettings {
  readonly seed: Seed;
  readonly allowWeakPasswords: boolean;
  readonly minimumPasswordLength: number;
  readonly hashing: PasswordHashingOptions;
  /** Of the administrator, should this start have to make one. By default a random one is made. */
  readonly administratorPassword: string | undefined;
}

/** The directory, ready, with what this start did to it. */
export interface Users {
  readonly users: UserDirectory;
  readonly apiTokens: ApiTokenStore;
  readonly passwords: Passwords;
  readonly seeded: SeedReport;
  /** Set only when this start made the administrator with a random password: to be shown once, and never logged. */
  readonly randomAdministratorPassword: string | undefined;
  close(): Promise<void>;
}

/**
 * Opens the embedded directory and makes the accounts that are missing. There is always an administrator, and never
 * one whose password is known or empty unless the seed says so.
 * @throws Error that names the file or the account
 */
export async function openUsers(file: string, settings: UsersSettings, clock: Clock): Promise<Users> {
  const { minimumPasswordLength: minimumLength, allowWeakPasswords, seed } = settings;
  const { users, apiTokens } = await openSqliteDirectory(file);
  const hasher = new PasswordHasher(settings.hashing);
  const close = async () => {
    await hasher.close();
    await users.close();
  };
  try {
    const passwords = new Passwords({ directory: users, hasher, clock, minimumLength });
    const missing = !seed.users.some(isAdministrator) && !(await users.findById(wellKnownIds.administrator));
    const password = settings.administratorPassword ?? randomBytes(15).toString('base64url');
    const whole = missing ? { ...seed, users: [...seed.users, administrator(password)] } : seed;
    const seeded = await seedUsers(users, passwords, whole, { allowWeakPasswords }, clock);
    const shown = missing && settings.administratorPassword === undefined ? password : undefined;
    return { users, apiTokens, passwords, seeded, randomAdministratorPassword: shown, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function isAdministrator(user: SeedUser): boolean {
  return user.id === wellKnownIds.administrator || user.loginName.toLowerCase() === 'administrator';
}

function administrator(password: string): SeedUser {
  return seedUserSchema.parse({
    id: wellKnownIds.administrator,
    loginName: 'administrator',
    fullName: 'Administrator',
    password,
    privileges: ['*'],
    projects: ['*'],
  });
}
