import { wellKnownIds } from '@mstr-rest/protocol';
import { z } from 'zod';
import { ManualClock } from '../clock/manual-clock.js';
import { openSqliteDirectory } from './directories/sqlite/sqlite-directory.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { Passwords } from './passwords/passwords.js';
import { seedGroupSchema, seedUsers, seedUserSchema, type SeedReport } from './seed.js';
import type { UserDirectory } from './user-directory.js';

const seedSchema = z.object({
  users: z.array(seedUserSchema).default([]),
  groups: z.array(seedGroupSchema).default([]),
});
const project = '0123456789ABCDEF0123456789ABCDEF';
const strong = 'correct horse battery staple';
const dayMs = 86_400_000;

let directory: UserDirectory;
let hasher: PasswordHasher;
let passwords: Passwords;
let clock: ManualClock;

beforeEach(async () => {
  directory = (await openSqliteDirectory(':memory:')).users;
  hasher = new PasswordHasher({ memoryKiB: 64, iterations: 1, threads: 1 });
  clock = new ManualClock();
  passwords = new Passwords({ directory, hasher, clock });
});

afterEach(async () => {
  await passwords.close();
  await directory.close();
});

function sow(seed: z.input<typeof seedSchema> = {}, allowWeakPasswords = false): Promise<SeedReport> {
  return seedUsers(directory, passwords, seedSchema.parse(seed), { allowWeakPasswords }, clock);
}

async function groupNamesOf(loginName: string): Promise<string[]> {
  const user = await directory.findByLoginName(loginName);
  return (await directory.groupsOf(user?.id ?? '')).map((group) => group.name);
}

async function grantsOf(loginName: string) {
  const user = await directory.findByLoginName(loginName);
  return directory.grantsOf(user?.id ?? '');
}

describe('an empty seed', () => {
  it('makes Everyone, Public / Guest and the guest, who has no password', async () => {
    expect(await sow()).toEqual({ created: ['group Everyone', 'group Public / Guest', 'user guest'], kept: [] });
    expect(await directory.findGroupByName('Everyone')).toMatchObject({ id: wellKnownIds.everyone });
    expect(await directory.findGroupByName('Public / Guest')).toMatchObject({ id: wellKnownIds.publicGuest });
    expect(await directory.findById(wellKnownIds.publicGuest)).toMatchObject({
      loginName: 'guest',
      fullName: 'Public / Guest',
      initials: 'PG',
      enabled: true,
      standardAuth: false,
      metadataUser: false,
      email: '',
      lockedUntil: undefined,
    });
    expect(await directory.passwordHashOf(wellKnownIds.publicGuest)).toBeUndefined();
    expect(await groupNamesOf('guest')).toEqual(['Everyone', 'Public / Guest']);
    expect(await directory.countUsers()).toBe(1);
  });
});

describe('seeding users', () => {
  it('makes them as described', async () => {
    await sow({
      users: [
        {
          loginName: 'Ada',
          id: project,
          fullName: 'Ada Lovelace',
          description: 'Countess',
          password: strong,
          requireNewPassword: true,
          passwordExpirationDate: '2027-01-31',
        },
        { loginName: 'bob', initials: 'B!' },
      ],
    });
    expect(await directory.findById(project)).toEqual({
      id: project,
      loginName: 'Ada',
      fullName: 'Ada Lovelace',
      initials: 'AL',
      description: 'Countess',
      enabled: true,
      standardAuth: true,
      passwordModifiable: true,
      requireNewPassword: true,
      passwordAutoExpire: false,
      passwordExpirationFrequencyDays: undefined,
      passwordExpiresAt: Date.UTC(2027, 0, 31),
      createdAt: clock.now(),
      modifiedAt: clock.now(),
      metadataUser: true,
      email: '',
      lockedUntil: undefined,
    });
    expect((await passwords.check('ada', strong)).kind).toBe('correct');
    expect(await directory.findByLoginName('bob')).toMatchObject({ fullName: 'bob', initials: 'B!' });
    expect(await groupNamesOf('bob')).toEqual(['Everyone']);
  });

  it('lets a first password expire after the configured days', async () => {
    await sow({ users: [{ loginName: 'ada', passwordAutoExpire: true, passwordExpirationFrequency: 30 }] });
    expect(await directory.findByLoginName('ada')).toMatchObject({
      passwordExpirationFrequencyDays: 30,
      passwordExpiresAt: clock.now() + 30 * dayMs,
    });
  });

  it('takes a hash instead of a password', async () => {
    await sow({ users: [{ loginName: 'ada', passwordHash: await hasher.hash('weak') }] });
    expect((await passwords.check('ada', 'weak')).kind).toBe('correct');
  });

  it('grants what the user and its groups are granted', async () => {
    await sow({
      groups: [
        { name: 'Inner', groups: ['Outer'], privileges: [{ privilege: '2', project }] },
        { name: 'Outer', projects: [project] },
        { name: 'Everyone', privileges: ['3'] },
        { name: 'Lords', privileges: ['*'], projects: ['*'] },
      ],
      users: [
        { loginName: 'ada', groups: ['inner'], privileges: ['1'] },
        { loginName: 'lord', groups: ['Lords'] },
      ],
    });
    expect(await grantsOf('ada')).toEqual({
      privileges: [
        { privilegeId: '1', projectId: undefined },
        { privilegeId: '2', projectId: project },
        { privilegeId: '3', projectId: undefined },
      ],
      projects: [project],
      allPrivileges: false,
    });
    expect(await groupNamesOf('ada')).toEqual(['Everyone', 'Inner', 'Outer']);
    expect(await grantsOf('lord')).toMatchObject({ projects: 'all', allPrivileges: true });
  });

  it('gives the built-in groups and the guest their well-known ids when they are described by name', async () => {
    await sow({
      groups: [{ name: 'everyone' }, { name: 'PUBLIC / GUEST', projects: [project] }],
      users: [{ loginName: 'Guest', groups: ['Public / Guest'] }],
    });
    expect(await directory.findGroupByName('Everyone')).toMatchObject({ id: wellKnownIds.everyone, name: 'everyone' });
    expect(await directory.findById(wellKnownIds.publicGuest)).toMatchObject({
      loginName: 'Guest',
      metadataUser: false,
      email: '',
      lockedUntil: undefined,
    });
    expect((await grantsOf('guest')).projects).toEqual([project]);
    expect(await directory.countUsers()).toBe(1);
  });
});

describe('seeding again', () => {
  it('changes nothing', async () => {
    const seed = {
      groups: [{ name: 'Analysts', id: project }],
      users: [{ loginName: 'ada', password: strong, groups: ['Analysts'] }],
    };
    const first = await sow(seed);
    const ada = await directory.findByLoginName('ada');
    const hash = await directory.passwordHashOf(ada?.id ?? '');
    clock.advance(dayMs);
    const calls = hasher.hashCalls;
    expect(await sow(seed)).toEqual({ created: [], kept: first.created });
    expect(hasher.hashCalls).toBe(calls);
    expect(await directory.findByLoginName('ada')).toEqual(ada);
    expect(await directory.passwordHashOf(ada?.id ?? '')).toBe(hash);
  });

  it('never overwrites what has become different, be it found by id or by name', async () => {
    await sow({
      users: [
        { loginName: 'ada', password: strong },
        { loginName: 'bob', id: project },
      ],
    });
    const report = await sow({
      groups: [{ name: 'Lords', privileges: ['*'] }],
      users: [
        { loginName: 'ADA', id: 'F'.repeat(32), fullName: 'Other', password: 'another password', groups: ['Lords'] },
        { loginName: 'robert', id: project, privileges: ['*'] },
      ],
    });
    expect(report.created).toEqual(['group Lords']);
    expect(report.kept).toEqual(expect.arrayContaining(['user ADA', 'user robert']));
    expect(await directory.findByLoginName('ada')).toMatchObject({ fullName: 'ada' });
    expect((await passwords.check('ada', strong)).kind).toBe('correct');
    expect(await grantsOf('ada')).toMatchObject({ allPrivileges: false });
    expect(await grantsOf('bob')).toMatchObject({ allPrivileges: false });
    expect(await directory.findByLoginName('robert')).toBeUndefined();
  });

  it('adds what is new, also to groups that were there before', async () => {
    await sow({ groups: [{ name: 'Analysts', projects: [project] }] });
    const report = await sow({ users: [{ loginName: 'ada', groups: ['analysts'] }] });
    expect(report.created).toEqual(['user ada']);
    expect((await grantsOf('ada')).projects).toEqual([project]);
  });
});

describe('a seed with a mistake', () => {
  const nothingAdded = async () => {
    expect(await directory.countUsers()).toBe(0);
    expect(await directory.findGroupByName('Everyone')).toBeUndefined();
  };

  it.each([
    [
      { users: [{ loginName: 'ada', groups: ['Lords'] }] },
      'The user ada names the group "Lords", which does not exist',
    ],
    [{ groups: [{ name: 'A', groups: ['Lords'] }] }, 'The group A names the group "Lords", which does not exist'],
    [{ users: [{ loginName: 'ada' }, { loginName: 'ADA' }] }, 'The user ADA is configured twice'],
    [{ groups: [{ name: 'A' }, { name: 'a' }] }, 'The group a is configured twice'],
    [
      {
        users: [
          { loginName: 'ada', id: project },
          { loginName: 'bob', id: project },
        ],
      },
      'The user bob is configured twice: its name or id is that of user ada',
    ],
    [
      {
        groups: [
          { name: 'A', groups: ['B'] },
          { name: 'B', groups: ['C'] },
          { name: 'C', groups: ['A'] },
        ],
      },
      'Groups cannot contain one another: A in B in C in A',
    ],
    [{ groups: [{ name: 'A', groups: ['A'] }] }, 'Groups cannot contain one another: A in A'],
  ])('is refused before anything is added (%#)', async (seed, message) => {
    await expect(sow(seed)).rejects.toThrow(message);
    await nothingAdded();
  });

  it('is refused for a weak password, naming the user and what to do, but not the password', async () => {
    const sowing = sow({ users: [{ loginName: 'ada', password: 'sesame' }] });
    await expect(sowing).rejects.toThrow(
      'The password of user ada is refused: The new password is too short: it needs at least 15 characters. ' +
        'Configure another one, or a passwordHash; weak passwords are for the demo only.',
    );
    await expect(sowing).rejects.not.toThrow('sesame');
    await nothingAdded();
  });

  it('may have weak passwords, even none at all, in a demonstration', async () => {
    await sow({ users: [{ loginName: 'administrator', password: '' }] }, true);
    expect((await passwords.check('administrator', '')).kind).toBe('correct');
  });

  it('may not have a password with NUL even there', async () => {
    const sowing = sow({ users: [{ loginName: 'ada', password: 'a\0' }] }, true);
    await expect(sowing).rejects.toThrow('The password of user ada is refused');
  });
});
