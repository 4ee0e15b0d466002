/** Makes the accounts of a configuration where they are missing, and those that every directory has. */
import { wellKnownIds } from '@mstr-rest/protocol';
import type { Clock } from '../clock/clock.js';
import { Problem } from '../errors/problem.js';
import { expiryOf, type Passwords } from './passwords/passwords.js';
import { labelOfGroup, labelOfUser, planSeed, type Planned, type Seed } from './seed-plan.js';
import type { SeedGroup, SeedUser } from './seed-schemas.js';
import type { NewGroup, NewUser, UserDirectory } from './user-directory.js';
import { initialsOf, type Grants, type User } from './user.js';

export type { Seed } from './seed-plan.js';
export { seedGroupSchema, seedUserSchema, type SeedGroup, type SeedUser } from './seed-schemas.js';

export interface SeedOptions {
  /** Takes passwords that the policy refuses: for demonstrations on loopback. */
  readonly allowWeakPasswords: boolean;
}

/** What was done, for the log: entries such as `group Everyone` and `user guest`. */
export interface SeedReport {
  readonly created: string[];
  readonly kept: string[];
}

/**
 * Adds groups and users that are missing. What exists, by id or else by name, is left as it is. The groups Everyone and
 * Public / Guest and the guest are always made, with what the seed says about them.
 * @throws Error naming the entry, before anything is added: a name twice, a group that nobody knows, groups that contain
 * one another, a password that the policy refuses
 */
export async function seedUsers(
  directory: UserDirectory,
  passwords: Passwords,
  seed: Seed,
  { allowWeakPasswords }: SeedOptions,
  clock: Clock,
): Promise<SeedReport> {
  const { groups, users } = await planSeed(directory, seed);
  const newUsers: NewUser[] = [];
  for (const planned of users.filter(({ exists }) => !exists)) {
    const passwordHash = await firstHash(planned.entry, passwords, allowWeakPasswords);
    newUsers.push(toNewUser(planned, passwordHash, clock.now()));
  }

  for (const planned of groups) if (!planned.exists) await directory.addGroup(toNewGroup(planned));
  for (const user of newUsers) await directory.addUser(user);
  for (const { entry, id, exists } of users) {
    for (const identity of exists ? [] : entry.identities) await directory.link(id, identity);
  }

  const labels = (exists: boolean) => [
    ...groups.filter((group) => group.exists === exists).map(({ entry }) => labelOfGroup(entry)),
    ...users.filter((user) => user.exists === exists).map(({ entry }) => labelOfUser(entry)),
  ];
  return { created: labels(false), kept: labels(true) };
}

async function firstHash(entry: SeedUser, passwords: Passwords, allowWeak: boolean): Promise<string | undefined> {
  if (entry.password === undefined) return entry.passwordHash;
  const { loginName, fullName = loginName } = entry;
  try {
    return await passwords.hashFirst(entry.password, { loginName, fullName }, { allowWeak });
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'serviceUnavailable') throw error;
    throw new Error(
      `The password of ${labelOfUser(entry)} is refused: ${error.message}. ` +
        'Configure another one, or a passwordHash; weak passwords are for the demo only.',
      { cause: error },
    );
  }
}

function toNewUser({ entry, id, groupIds }: Planned<SeedUser>, passwordHash: string | undefined, now: number): NewUser {
  const { loginName, fullName = loginName, initials = initialsOf(fullName) } = entry;
  const { description, enabled, standardAuth, passwordModifiable, requireNewPassword, passwordAutoExpire } = entry;
  const policy = { passwordAutoExpire, passwordExpirationFrequencyDays: entry.passwordExpirationFrequency };
  const date = entry.passwordExpirationDate;
  const user: User = {
    id,
    loginName,
    fullName,
    initials,
    description,
    enabled,
    standardAuth,
    passwordModifiable,
    requireNewPassword,
    ...policy,
    passwordExpiresAt: date === undefined ? expiryOf(policy, now) : Date.parse(date),
    createdAt: now,
    modifiedAt: now,
    metadataUser: id !== wellKnownIds.publicGuest,
    email: '',
    lockedUntil: undefined,
  };
  return { user, passwordHash, groupIds, grants: toGrants(entry) };
}

function toNewGroup({ entry, id, groupIds }: Planned<SeedGroup>): NewGroup {
  const { name, description } = entry;
  return { group: { id, name, description }, parentIds: groupIds, grants: toGrants(entry) };
}

function toGrants({ privileges, projects }: Pick<SeedUser, 'privileges' | 'projects'>): Grants {
  return {
    privileges: privileges
      .filter((entry) => entry !== '*')
      .map((entry) =>
        typeof entry === 'string'
          ? { privilegeId: entry, projectId: undefined }
          : { privilegeId: entry.privilege, projectId: entry.project },
      ),
    projects: projects.includes('*') ? 'all' : projects,
    allPrivileges: privileges.includes('*'),
  };
}
