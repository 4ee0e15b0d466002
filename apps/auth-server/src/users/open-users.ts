import { randomBytes } from 'node:crypto';
import { wellKnownIds } from '@mstr-rest/protocol';
import type { Clock } from '../clock/clock.js';
import type { AccessJournal } from './access-journal.js';
import type { ApiTokenStore } from './api-token-store.js';
import { openDirectory, type DirectoryPlace } from './open-directory.js';
import type { LockoutRules } from './passwords/lockout.js';
import { PasswordHasher, type PasswordHashingOptions } from './passwords/password-hasher.js';
import type { PasswordPolicy } from './passwords/password-policy.js';
import { Passwords } from './passwords/passwords.js';
import { seedUsers, seedUserSchema, type Seed, type SeedReport, type SeedUser } from './seed.js';
import type { SettingsStore } from './settings-store.js';
import type { UserDirectory } from './user-directory.js';

/** What the room of users is told. */
export interface UsersSettings {
  readonly seed: Seed;
  readonly allowWeakPasswords: boolean;
  readonly passwordPolicy: PasswordPolicy;
  readonly lockout: LockoutRules;
  readonly hashing: PasswordHashingOptions;
  /** Of the administrator, should this start have to make one. By default a random one is made. */
  readonly administratorPassword: string | undefined;
}

/** The directory, ready, with what this start did to it. */
export interface Users {
  readonly users: UserDirectory;
  readonly apiTokens: ApiTokenStore;
  readonly settings: SettingsStore;
  readonly accessJournal: AccessJournal;
  readonly passwords: Passwords;
  readonly seeded: SeedReport;
  /** Set only when this start made the administrator with a random password: to be shown once, and never logged. */
  readonly randomAdministratorPassword: string | undefined;
  close(): Promise<void>;
}

/**
 * Opens the directory and makes the accounts that are missing. There is always an administrator, and never
 * one whose password is known or empty unless the seed says so. Of several servers that start at once, one makes them.
 * @throws Error that names the place or the account
 */
export async function openUsers(place: DirectoryPlace, settings: UsersSettings, clock: Clock): Promise<Users> {
  const { passwordPolicy: policy, lockout } = settings;
  const directory = await openDirectory(place);
  const { users, apiTokens, accessJournal, settings: kept } = directory;
  const hasher = new PasswordHasher(settings.hashing);
  const close = async () => {
    await hasher.close();
    await users.close();
  };
  try {
    const passwords = new Passwords({ directory: users, hasher, clock, policy, lockout });
    const made = await directory.alone(() => makeAccounts(users, passwords, hasher, settings, clock));
    return { users, apiTokens, accessJournal, settings: kept, passwords, ...made, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeAccounts(
  users: UserDirectory,
  passwords: Passwords,
  hasher: PasswordHasher,
  { seed, administratorPassword: password, allowWeakPasswords }: UsersSettings,
  clock: Clock,
): Promise<Pick<Users, 'seeded' | 'randomAdministratorPassword'>> {
  const missing = !seed.users.some(isAdministrator) && !(await users.findById(wellKnownIds.administrator));
  const random = missing && password === undefined ? randomBytes(15).toString('base64url') : undefined;
  // A random password is good, even where the policy asks for a sign in it.
  const secret = random === undefined ? { password } : { passwordHash: await hasher.hash(random) };
  const whole = missing ? { ...seed, users: [...seed.users, administrator(secret)] } : seed;
  const seeded = await seedUsers(users, passwords, whole, { allowWeakPasswords }, clock);
  return { seeded, randomAdministratorPassword: random };
}

function isAdministrator(user: SeedUser): boolean {
  return user.id === wellKnownIds.administrator || user.loginName.toLowerCase() === 'administrator';
}

function administrator(secret: Pick<SeedUser, 'password' | 'passwordHash'>): SeedUser {
  return seedUserSchema.parse({
    id: wellKnownIds.administrator,
    loginName: 'administrator',
    fullName: 'Administrator',
    ...secret,
    privileges: ['*'],
    projects: ['*'],
  });
}
