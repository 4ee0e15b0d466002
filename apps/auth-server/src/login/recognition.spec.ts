import { wellKnownIds } from '@mstr-rest/protocol';
import { ManualClock } from '../clock/manual-clock.js';
import type { Admission, Identity, Profile } from '../login-modes/login-mode.js';
import { openSqliteDirectory } from '../users/directories/sqlite/sqlite-directory.js';
import type { UserDirectory } from '../users/user-directory.js';
import { seedGroupSchema, seedUserSchema } from '../users/seed-schemas.js';
import { PasswordHasher } from '../users/passwords/password-hasher.js';
import { Passwords } from '../users/passwords/passwords.js';
import { seedUsers } from '../users/seed.js';
import { Recognition } from './recognition.js';

const nothing: Admission = { linkByLoginName: false, importUsers: false, groups: 'none' };
const ada = (profile: Partial<Profile> = {}): Identity => ({
  issuer: 'ldap',
  subject: 'uid=ada,dc=example',
  profile: { loginName: 'ada', fullName: 'Ada Lovelace', email: 'ada@example.com', ...profile },
});

describe('recognising an identity of another source', () => {
  const clock = new ManualClock();
  let users: UserDirectory;
  let recognition: Recognition;

  beforeEach(async () => {
    users = (await openSqliteDirectory(':memory:')).users;
    recognition = new Recognition(users, clock);
    const hasher = new PasswordHasher({ memoryKiB: 64, iterations: 1, parallelism: 1, threads: 1, maxQueued: 9 });
    const passwords = new Passwords({ directory: users, hasher, clock });
    const seed = {
      users: [
        { loginName: 'ada', fullName: 'Ada of ours' },
        { loginName: 'off', enabled: false },
        { loginName: 'administrator', id: wellKnownIds.administrator },
      ].map((user) => seedUserSchema.parse(user)),
      groups: [seedGroupSchema.parse({ name: 'Analysts' })],
    };
    await seedUsers(users, passwords, seed, { allowWeakPasswords: true }, clock);
    await passwords.close();
  });
  afterEach(() => users.close());

  const groupsOf = async (userId: string) =>
    (await users.groupsOf(userId)).map(({ name }) => name).filter((name) => name !== 'Everyone');

  it('refuses who is neither linked nor may be imported', async () => {
    await expect(recognition.userOf(ada(), nothing)).rejects.toMatchObject({ kind: 'userNotLinked' });
  });

  it('finds who is linked, whatever his login name is here, and takes over name and e-mail address', async () => {
    const own = await users.findByLoginName('ada');
    await users.link(own?.id ?? '', { issuer: 'ldap', subject: 'uid=ada,dc=example' });
    const found = await recognition.userOf(ada({ loginName: 'ada.lovelace' }), nothing);
    expect(found).toMatchObject({ id: own?.id, fullName: 'Ada Lovelace', initials: 'AL', email: 'ada@example.com' });
  });

  it('links by login name where that is allowed, and knows the person afterwards', async () => {
    const own = await users.findByLoginName('ada');
    const linked = await recognition.userOf(ada({ loginName: 'ADA' }), { ...nothing, linkByLoginName: true });
    expect(linked.id).toBe(own?.id);
    expect((await recognition.userOf(ada({ loginName: 'renamed' }), nothing)).id).toBe(own?.id);
  });

  it('makes nobody the administrator who has that name elsewhere', async () => {
    const admission: Admission = { linkByLoginName: true, importUsers: true, groups: 'none' };
    await expect(recognition.userOf(ada({ loginName: 'Administrator' }), admission)).rejects.toMatchObject({
      kind: 'userNotLinked',
    });
  });

  it('knows who was imported by another login between its two looks', async () => {
    const admission: Admission = { ...nothing, importUsers: true };
    const bob = ada({ loginName: 'bob' });
    let overtake: (() => Promise<unknown>) | undefined = () => new Recognition(users, clock).userOf(bob, admission);
    const overtaken = new Proxy(users, {
      get(target, name) {
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown; // the directory has methods only
        return async (...args: unknown[]) => {
          const first = name === 'findByLoginName' ? overtake : undefined;
          if (first !== undefined) overtake = undefined;
          await first?.();
          return method.apply(target, args);
        };
      },
    });
    const found = await new Recognition(overtaken, clock).userOf(bob, admission);
    expect(found.id).toBe((await users.findByLoginName('bob'))?.id);
  });

  it('imports who has no account, once, also where two logins come at the same time', async () => {
    const admission: Admission = { ...nothing, importUsers: true };
    const bob = ada({ loginName: 'bob' });
    const [one, other] = await Promise.all([recognition.userOf(bob, admission), recognition.userOf(bob, admission)]);
    expect(one.id).toBe(other.id);
    expect(one).toMatchObject({ loginName: 'bob', standardAuth: false, email: 'ada@example.com', enabled: true });
    expect((await recognition.userOf(bob, nothing)).id).toBe(one.id);
  });

  it('does not import over an account of the same login name', async () => {
    await expect(recognition.userOf(ada(), { ...nothing, importUsers: true })).rejects.toMatchObject({
      kind: 'userNotLinked',
    });
  });

  it('refuses a user who was disabled here', async () => {
    const off = await users.findByLoginName('off');
    await users.link(off?.id ?? '', { issuer: 'ldap', subject: 'uid=ada,dc=example' });
    await expect(recognition.userOf(ada(), nothing)).rejects.toMatchObject({ kind: 'accountDisabled' });
  });

  it('takes over groups that exist, or all of them, and drops those that are gone', async () => {
    const bob = (groups: readonly string[]) => ada({ loginName: 'bob', groups });
    const existing: Admission = { linkByLoginName: false, importUsers: true, groups: 'existing' };
    const { id } = await recognition.userOf(bob(['analysts', 'Poets']), existing);
    expect(await groupsOf(id)).toEqual(['Analysts']);
    await recognition.userOf(bob(['Poets']), { ...existing, groups: 'import' });
    expect(await groupsOf(id)).toEqual(['Poets']);
    await recognition.userOf(bob([]), existing);
    expect(await groupsOf(id)).toEqual([]);
  });

  it('takes no groups where that is not wanted', async () => {
    const { id } = await recognition.userOf(ada({ loginName: 'bob', groups: ['Analysts'] }), {
      ...nothing,
      importUsers: true,
    });
    expect(await groupsOf(id)).toEqual([]);
  });
});
