/** Decides what of a seed is missing in a directory, before anything is added to it. */
import { wellKnownIds } from '@mstr-rest/protocol';
import { seedGroupSchema, seedUserSchema, type SeedGroup, type SeedUser } from './seed-schemas.js';
import type { UserDirectory } from './user-directory.js';
import { nameKeyOf, newObjectId } from './user.js';

export interface Seed {
  readonly users: readonly SeedUser[];
  readonly groups: readonly SeedGroup[];
}

/** An entry of the seed with its id in the directory, be it there already or not. */
interface Located<Entry> {
  readonly entry: Entry;
  readonly id: string;
  readonly exists: boolean;
}

export interface Planned<Entry> extends Located<Entry> {
  /** Ids of the groups that the entry names. */
  readonly groupIds: readonly string[];
}

export interface SeedPlan {
  /** A group comes after the groups whose member it is. */
  readonly groups: readonly Planned<SeedGroup>[];
  readonly users: readonly Planned<SeedUser>[];
}

const builtInGroups = [
  seedGroupSchema.parse({ id: wellKnownIds.everyone, name: 'Everyone', description: 'All users.' }),
  seedGroupSchema.parse({ id: wellKnownIds.publicGuest, name: 'Public / Guest', description: 'Anonymous users.' }),
];

const builtInUsers = [
  seedUserSchema.parse({
    id: wellKnownIds.publicGuest,
    loginName: 'guest',
    fullName: 'Public / Guest',
    standardAuth: false,
    passwordModifiable: false,
    groups: ['Public / Guest'],
  }),
];

/** @throws Error naming the entry: a name or id twice, a group that nobody knows, groups that contain one another */
export async function planSeed(directory: UserDirectory, seed: Seed): Promise<SeedPlan> {
  const groupEntries = withBuiltIns(seed.groups, builtInGroups, labelOfGroup);
  const userEntries = withBuiltIns(seed.users, builtInUsers, labelOfUser);
  const locatedGroups = await Promise.all(groupEntries.map((entry) => locateGroup(directory, entry)));
  const locatedUsers = await Promise.all(userEntries.map((entry) => locateUser(directory, entry)));

  const idsInSeed = new Map(locatedGroups.map(({ entry, id }) => [nameKeyOf(entry.name), id]));
  const idOf = async (name: string, owner: string): Promise<string> => {
    const id = idsInSeed.get(nameKeyOf(name)) ?? (await directory.findGroupByName(name))?.id;
    if (id === undefined)
      throw new Error(`The ${owner} names the group "${name}", which does not exist: add it to groups`);
    return id;
  };
  const withGroupIds = async <Entry extends SeedGroup | SeedUser>(located: Located<Entry>, owner: string) => ({
    ...located,
    groupIds: await Promise.all(located.entry.groups.map((name) => idOf(name, owner))),
  });

  const groups = await Promise.all(locatedGroups.map((group) => withGroupIds(group, labelOfGroup(group.entry))));
  const users = await Promise.all(locatedUsers.map((user) => withGroupIds(user, labelOfUser(user.entry))));
  return { groups: parentsFirst(groups), users };
}

/** What a group is called in messages. */
export function labelOfGroup(group: SeedGroup): string {
  return `group ${group.name}`;
}

/** What a user is called in messages. */
export function labelOfUser(user: SeedUser): string {
  return `user ${user.loginName}`;
}

/** Adds what every directory has, where the seed does not describe it itself: by its well-known id or by its name. */
function withBuiltIns<Entry extends SeedGroup | SeedUser>(
  seed: readonly Entry[],
  builtIns: readonly Entry[],
  labelOf: (entry: Entry) => string,
): readonly Entry[] {
  const same = (one: Entry, other: Entry) =>
    nameKeyOf(labelOf(one)) === nameKeyOf(labelOf(other)) || (one.id !== undefined && one.id === other.id);
  seed.forEach((entry, index) => {
    const twin = seed.slice(0, index).find((earlier) => same(earlier, entry));
    if (twin) throw new Error(`The ${labelOf(entry)} is configured twice: its name or id is that of ${labelOf(twin)}`);
  });
  const described = seed.map((entry) => ({
    ...entry,
    id: entry.id ?? builtIns.find((other) => same(entry, other))?.id,
  }));
  const missing = builtIns.filter((builtIn) => !described.some((entry) => same(entry, builtIn)));
  return [...missing, ...described];
}

async function locateGroup(directory: UserDirectory, entry: SeedGroup): Promise<Located<SeedGroup>> {
  const found =
    (entry.id === undefined ? undefined : await directory.findGroupById(entry.id)) ??
    (await directory.findGroupByName(entry.name));
  return { entry, id: found?.id ?? entry.id ?? newObjectId(), exists: found !== undefined };
}

async function locateUser(directory: UserDirectory, entry: SeedUser): Promise<Located<SeedUser>> {
  const found =
    (entry.id === undefined ? undefined : await directory.findById(entry.id)) ??
    (await directory.findByLoginName(entry.loginName));
  return { entry, id: found?.id ?? entry.id ?? newObjectId(), exists: found !== undefined };
}

function parentsFirst(groups: readonly Planned<SeedGroup>[]): readonly Planned<SeedGroup>[] {
  const sorted = new Set<Planned<SeedGroup>>();
  const visit = (group: Planned<SeedGroup>, below: readonly Planned<SeedGroup>[]): void => {
    if (sorted.has(group)) return;
    const path = [...below, group];
    if (below.includes(group)) {
      throw new Error(`Groups cannot contain one another: ${path.map(({ entry }) => entry.name).join(' in ')}`);
    }
    for (const parent of groups) if (group.groupIds.includes(parent.id)) visit(parent, path);
    sorted.add(group);
  };
  for (const group of groups) visit(group, []);
  return [...sorted];
}
