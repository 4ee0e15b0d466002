import { wellKnownIds } from '@mstr-rest/protocol';
import type { NewGroup, NewUser, UserDirectory, UserFilter } from './user-directory.js';
import { newObjectId, noGrants, type Grants, type Group, type User, type UserChanges } from './user.js';

/** What every user directory does. `open` gives an empty one; the suite closes it. */
export function describeUserDirectory(name: string, open: () => Promise<UserDirectory>): void {
  describe(`a user directory (${name})`, () => {
    let directory: UserDirectory;

    beforeEach(async () => {
      directory = await open();
    });

    afterEach(() => directory.close());

    describe('finding a user', () => {
      it('gives back every property of what was added', async () => {
        const plain = aUser();
        const special = aUser({
          description: 'Ünï "quoted" \\ 🙂\n',
          enabled: false,
          standardAuth: false,
          passwordModifiable: false,
          requireNewPassword: true,
          passwordAutoExpire: true,
          passwordExpirationFrequencyDays: 30,
          passwordExpiresAt: 1_800_000_000_123,
          metadataUser: false,
          email: 'ada@example.com',
          lockedUntil: 1_800_000_000_456,
        });
        await directory.addUser(adding(plain));
        await directory.addUser(adding(special));
        expect(await directory.findById(plain.id)).toEqual(plain);
        expect(await directory.findById(special.id)).toEqual(special);
        expect(await directory.findByLoginName(special.loginName)).toEqual(special);
      });

      it('ignores case and compatibility forms of the login name', async () => {
        const user = aUser({ loginName: 'Zoë.Smith' });
        await directory.addUser(adding(user));
        for (const spelling of ['zoë.smith', 'ZOË.SMITH', 'Zoe\u0308.Smith', 'Ｚoë.Smith']) {
          expect(await directory.findByLoginName(spelling)).toEqual(user);
        }
      });

      it.each(['', 'zoe', '%', '_____', 'known\0', 'known\0x', ' known', "known' or '1'='1", '\ud800'])(
        'finds nobody by the login name %j',
        async (loginName) => {
          await directory.addUser(adding(aUser({ loginName: 'known' })));
          expect(await directory.findByLoginName(loginName)).toBeUndefined();
        },
      );

      it('finds nobody by an unknown id', async () => {
        expect(await directory.findById(newObjectId())).toBeUndefined();
      });

      it('counts users', async () => {
        expect(await directory.countUsers()).toBe(0);
        await directory.addUser(adding(aUser()));
        await directory.addUser(adding(aUser()));
        expect(await directory.countUsers()).toBe(2);
      });
    });

    describe('changing a user', () => {
      it('sets what is given, leaves the rest, and moves the date of change', async () => {
        const user = aUser({ passwordExpiresAt: 1, description: 'kept' });
        await directory.addUser(adding(user));
        const changes = { enabled: false, email: 'a@example.com', passwordExpiresAt: undefined, lockedUntil: 77 };
        const changed = await directory.update(user.id, changes, 1_900_000_000_000);
        expect(changed).toEqual({ ...user, ...changes, modifiedAt: 1_900_000_000_000 });
        expect(await directory.findById(user.id)).toEqual(changed);
      });

      it('can set every property that can be changed', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        const changes: Required<UserChanges> = {
          fullName: 'Augusta Ada King',
          initials: 'AK',
          description: 'countess',
          email: 'ada@example.com',
          enabled: false,
          standardAuth: false,
          passwordModifiable: false,
          requireNewPassword: true,
          passwordAutoExpire: true,
          passwordExpirationFrequencyDays: 9,
          passwordExpiresAt: 10,
          lockedUntil: 11,
        };
        expect(await directory.update(user.id, changes, 12)).toEqual({ ...user, ...changes, modifiedAt: 12 });
      });

      it('finds nobody to change under an unknown id', async () => {
        expect(await directory.update(newObjectId(), { enabled: false }, 1)).toBeUndefined();
      });

      it('removes a user once, with all that belongs to it', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        await directory.link(user.id, { issuer: 'ldap', subject: 'cn=ada' });
        expect(await directory.remove(user.id)).toBe(true);
        expect(await directory.remove(user.id)).toBe(false);
        expect(await directory.findByLoginName(user.loginName)).toBeUndefined();
        expect(await directory.findByIdentity({ issuer: 'ldap', subject: 'cn=ada' })).toBeUndefined();
      });
    });

    describe('wrong passwords', () => {
      const wrong = (at: number, lockAfter = 3) => ({ at, lockAfter, lockUntil: at + 100 });
      const note = async (userId: string | undefined, times: number, at: number, lockAfter?: number) => {
        const locked: boolean[] = [];
        for (let n = 0; n < times; n += 1) locked.push(await directory.noteWrongPassword(userId, wrong(at, lockAfter)));
        return locked;
      };

      it('lock the user once there were so many in a row, and change nothing else', async () => {
        const [user, bystander] = [aUser(), aUser()];
        await directory.addUser(adding(user));
        await directory.addUser(adding(bystander));
        expect(await note(user.id, 3, 1000)).toEqual([false, false, true]);
        expect(await directory.findById(user.id)).toEqual({ ...user, lockedUntil: 1100 });
        expect(await directory.findById(bystander.id)).toEqual(bystander);
      });

      it('are counted together when they come at once', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        const locked = await Promise.all(Array.from({ length: 9 }, () => note(user.id, 1, 1000)));
        expect(locked.flat().filter(Boolean)).toHaveLength(1);
      });

      it('do not count while the user is locked, and are counted anew after that', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        await note(user.id, 3, 1000);
        expect(await note(user.id, 5, 1099)).toEqual([false, false, false, false, false]);
        expect((await directory.findById(user.id))?.lockedUntil).toBe(1100);
        expect(await note(user.id, 3, 1100)).toEqual([false, false, true]);
        expect((await directory.findById(user.id))?.lockedUntil).toBe(1200);
        await directory.update(user.id, { lockedUntil: undefined }, 1100);
        expect(await note(user.id, 3, 1100)).toEqual([false, false, true]);
      });

      it('lock at once where the first is one too many', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        expect(await note(user.id, 2, 1000, 1)).toEqual([true, false]);
        expect(await note(user.id, 2, 1100, 1)).toEqual([true, false]);
      });

      it('are forgotten when the right one comes', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        await note(user.id, 2, 1000);
        await directory.forgetWrongPasswords(user.id);
        expect(await note(user.id, 3, 1000)).toEqual([false, false, true]);
        await directory.forgetWrongPasswords(newObjectId());
      });

      it('can be nobody’s', async () => {
        await note(undefined, 9, 1000);
        await note(newObjectId(), 9, 1000);
        expect(await directory.countUsers()).toBe(0);
      });
    });

    describe('identities of other sources', () => {
      const ada = { issuer: 'ldap', subject: 'cn=ada,dc=example' };

      it('find the user that they were linked to, and nobody before', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        expect(await directory.findByIdentity(ada)).toBeUndefined();
        await directory.link(user.id, ada);
        await directory.link(user.id, ada);
        expect(await directory.findByIdentity(ada)).toEqual(user);
        expect(await directory.findByIdentity({ ...ada, issuer: 'saml' })).toBeUndefined();
        expect(await directory.findByIdentity({ ...ada, subject: 'CN=ada,dc=example' })).toBeUndefined();
      });

      it('belong to one user only', async () => {
        const [one, other] = [aUser(), aUser()];
        await directory.addUser(adding(one));
        await directory.addUser(adding(other));
        await directory.link(one.id, ada);
        await expect(directory.link(other.id, ada)).rejects.toThrow();
        await expect(directory.link(newObjectId(), { ...ada, subject: 'x' })).rejects.toThrow();
        expect((await directory.findByIdentity(ada))?.id).toBe(one.id);
      });

      it('bring memberships, which count like our own and are replaced by the next ones of the same source', async () => {
        const user = aUser();
        const [own, first, second] = ['own', 'first', 'second'].map((name) => ({
          id: newObjectId(),
          name: `${name} ${user.id}`,
          description: '',
        })) as [Group, Group, Group];
        for (const group of [own, first, second]) {
          const grants = { ...noGrants, projects: [group.id] };
          await directory.addGroup({ group, parentIds: [], grants });
        }
        await directory.addUser({ ...adding(user), groupIds: [own.id] });
        const names = async () => (await directory.groupsOf(user.id)).map(({ id }) => id);
        await directory.setGroupsFrom(user.id, 'ldap', [first.id, own.id, first.id]);
        expect(await names()).toEqual(expect.arrayContaining([own.id, first.id]));
        await directory.setGroupsFrom(user.id, 'saml', [second.id]);
        await directory.setGroupsFrom(user.id, 'ldap', []);
        expect((await names()).filter((id) => id !== wellKnownIds.everyone).sort()).toEqual([own.id, second.id].sort());
        expect([...(await directory.grantsOf(user.id)).projects].sort()).toEqual([own.id, second.id].sort());
      });
    });

    describe('adding', () => {
      it('refuses a login name that only differs by case, and keeps the first user', async () => {
        const first = aUser({ loginName: 'ada' });
        await directory.addUser(adding(first));
        await expect(directory.addUser(adding(aUser({ loginName: 'ADA' })))).rejects.toThrow();
        expect(await directory.findByLoginName('ada')).toEqual(first);
        expect(await directory.countUsers()).toBe(1);
      });

      it('refuses an id that is taken', async () => {
        const first = aUser();
        await directory.addUser(adding(first));
        await expect(directory.addUser(adding(aUser({ id: first.id })))).rejects.toThrow();
      });

      it('goes on after a refusal', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        await expect(directory.addUser(adding(user))).rejects.toThrow();
        await directory.addUser(adding(aUser()));
        expect(await directory.countUsers()).toBe(2);
      });

      it('leaves nothing of a user behind whose group is unknown', async () => {
        const user = aUser();
        const grants: Grants = { ...noGrants, projects: ['P'] };
        await expect(directory.addUser(adding(user, { groupIds: [newObjectId()], grants }))).rejects.toThrow();
        expect(await directory.findById(user.id)).toBeUndefined();
        await directory.addUser(adding(user));
        expect(await directory.grantsOf(user.id)).toEqual(noGrants);
      });

      it('leaves nothing of a group behind whose parent is unknown', async () => {
        const group = aGroup();
        await expect(directory.addGroup(addingGroup(group, { parentIds: [newObjectId()] }))).rejects.toThrow();
        expect(await directory.findGroupById(group.id)).toBeUndefined();
      });

      it('refuses a login name with NUL', async () => {
        await expect(directory.addUser(adding(aUser({ loginName: 'admin\0x' })))).rejects.toThrow();
        expect(await directory.countUsers()).toBe(0);
      });

      it('finds groups by id and by name, whatever the case', async () => {
        const group = aGroup({ name: 'Équipe' });
        await directory.addGroup(addingGroup(group));
        expect(await directory.findGroupById(group.id)).toEqual(group);
        expect(await directory.findGroupByName('ÉQUIPE')).toEqual(group);
        expect(await directory.findGroupByName('Equipe')).toBeUndefined();
        expect(await directory.findGroupByName('Équipe\0')).toBeUndefined();
        await expect(directory.addGroup(addingGroup(aGroup({ name: 'équipe' })))).rejects.toThrow();
      });
    });

    describe('a password', () => {
      it('is not there for a user without one and for an unknown user', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        expect(await directory.passwordHashOf(user.id)).toBeUndefined();
        expect(await directory.passwordHashOf(newObjectId())).toBeUndefined();
        expect(await directory.passwordHashOf('')).toBeUndefined();
      });

      it('is replaced together with its expiry, and then no new one is required', async () => {
        const user = aUser({ requireNewPassword: true, passwordExpiresAt: 1_800_000_000_000 });
        const bystander = aUser();
        await directory.addUser(adding(user, { passwordHash: 'first' }));
        await directory.addUser(adding(bystander, { passwordHash: 'other' }));
        expect(await directory.passwordHashOf(user.id)).toBe('first');

        await directory.setPassword(user.id, { hash: 'second', at: 1_750_000_000_000, expiresAt: 1_760_000_000_000 });
        expect(await directory.passwordHashOf(user.id)).toBe('second');
        expect(await directory.findById(user.id)).toEqual({
          ...user,
          requireNewPassword: false,
          passwordExpiresAt: 1_760_000_000_000,
          modifiedAt: 1_750_000_000_000,
        });

        await directory.setPassword(user.id, { hash: 'third', at: 1_750_000_000_001, expiresAt: undefined });
        expect((await directory.findById(user.id))?.passwordExpiresAt).toBeUndefined();
        expect(await directory.passwordHashOf(bystander.id)).toBe('other');
        expect(await directory.findById(bystander.id)).toEqual(bystander);
      });

      it('has to be replaced at the next login where it says so', async () => {
        const user = aUser();
        await directory.addUser(adding(user, { passwordHash: 'first' }));
        await directory.setPassword(user.id, { hash: 'second', at: 1, expiresAt: undefined, requireNew: true });
        expect((await directory.findById(user.id))?.requireNewPassword).toBe(true);
        await directory.setPassword(user.id, { hash: 'third', at: 2, expiresAt: undefined });
        expect((await directory.findById(user.id))?.requireNewPassword).toBe(false);
      });

      it('cannot be set for an unknown user', async () => {
        const password = { hash: 'hash', at: 0, expiresAt: undefined };
        await expect(directory.setPassword(newObjectId(), password)).rejects.toThrow(/no user/);
      });

      it('leaves its hash behind as far as former ones are to be remembered', async () => {
        const [user, bystander] = [aUser(), aUser()];
        await directory.addUser(adding(user, { passwordHash: '1' }));
        await directory.addUser(adding(bystander, { passwordHash: 'other' }));
        const set = (hash: string, keep: { keepFormer?: number }) =>
          directory.setPassword(user.id, { hash, at: 0, expiresAt: undefined, ...keep });
        expect(await directory.formerHashesOf(user.id)).toEqual([]);
        for (const hash of ['2', '3', '4']) await set(hash, { keepFormer: 2 });
        expect(await directory.formerHashesOf(user.id)).toEqual(['3', '2']);
        await set('5', {});
        expect(await directory.formerHashesOf(user.id)).toEqual(['3', '2']);
        await set('6', { keepFormer: 2 });
        expect(await directory.formerHashesOf(user.id)).toEqual(['5', '3']);
        expect(await directory.formerHashesOf(bystander.id)).toEqual([]);
        await set('7', { keepFormer: 0 });
        expect(await directory.formerHashesOf(user.id)).toEqual([]);
      });

      it('leaves nothing behind where there was none', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        await directory.setPassword(user.id, { hash: '1', at: 0, expiresAt: undefined, keepFormer: 5 });
        expect(await directory.formerHashesOf(user.id)).toEqual([]);
      });

      it('has its hash renewed only as long as it is the same password', async () => {
        const user = aUser();
        await directory.addUser(adding(user, { passwordHash: 'old' }));
        expect(await directory.replaceHash(user.id, { from: 'other', to: 'new' })).toBe(false);
        expect(await directory.passwordHashOf(user.id)).toBe('old');
        expect(await directory.replaceHash(user.id, { from: 'old', to: 'new' })).toBe(true);
        expect(await directory.passwordHashOf(user.id)).toBe('new');
        expect(await directory.findById(user.id)).toEqual(user);
        expect(await directory.replaceHash(newObjectId(), { from: 'old', to: 'new' })).toBe(false);
      });
    });

    describe('grants', () => {
      it('are none for an unknown user, whatever Everyone may do', async () => {
        await directory.addGroup(addingGroup(everyone, { grants: { ...noGrants, projects: 'all' } }));
        await directory.addUser(adding(aUser()));
        expect(await directory.grantsOf(newObjectId())).toEqual(noGrants);
        expect(await directory.groupsOf(newObjectId())).toEqual([]);
      });

      it("are the user's own, each once", async () => {
        const user = aUser();
        const grants: Grants = {
          privileges: [privilege('1'), privilege('1'), privilege('25', 'P1'), privilege('25', 'P2')],
          projects: ['P1', 'P1', 'P2'],
          allPrivileges: false,
        };
        await directory.addUser(adding(user, { grants }));
        const found = await directory.grantsOf(user.id);
        expect(found.allPrivileges).toBe(false);
        expect(found.projects).toEqual(['P1', 'P2']);
        expect(found.privileges).toHaveLength(3);
        expect(found.privileges).toEqual(
          expect.arrayContaining([privilege('1'), privilege('25', 'P1'), privilege('25', 'P2')]),
        );
      });

      it('can be everything', async () => {
        const user = aUser();
        const grants: Grants = { privileges: [privilege('1', 'P1')], projects: 'all', allPrivileges: true };
        await directory.addUser(adding(user, { grants }));
        expect(await directory.grantsOf(user.id)).toEqual(grants);
      });

      it('come from groups and from the groups that these are members of', async () => {
        const [outer, middle, inner, foreign] = [aGroup(), aGroup(), aGroup(), aGroup()];
        await directory.addGroup(addingGroup(outer, { grants: { ...noGrants, privileges: [privilege('3')] } }));
        await directory.addGroup(
          addingGroup(middle, { parentIds: [outer.id], grants: { ...noGrants, projects: ['P2'] } }),
        );
        await directory.addGroup(
          addingGroup(inner, { parentIds: [middle.id], grants: { ...noGrants, privileges: [privilege('2', 'P1')] } }),
        );
        const all: Grants = { privileges: [], projects: 'all', allPrivileges: true };
        await directory.addGroup(addingGroup(foreign, { parentIds: [inner.id], grants: all }));
        const user = aUser();
        const own: Grants = { ...noGrants, privileges: [privilege('1')], projects: ['P1'] };
        await directory.addUser(adding(user, { groupIds: [inner.id, inner.id], grants: own }));

        expect(await directory.grantsOf(user.id)).toEqual({
          privileges: [privilege('1'), privilege('2', 'P1'), privilege('3')],
          projects: ['P1', 'P2'],
          allPrivileges: false,
        });
        const groups = await directory.groupsOf(user.id);
        expect(new Set(groups.map(({ id }) => id))).toEqual(new Set([outer.id, middle.id, inner.id]));
      });

      it('become everything when one group may do everything', async () => {
        const group = aGroup();
        const all: Grants = { privileges: [], projects: 'all', allPrivileges: true };
        await directory.addGroup(addingGroup(group, { grants: all }));
        const user = aUser();
        const own: Grants = { ...noGrants, projects: ['P1'] };
        await directory.addUser(adding(user, { groupIds: [group.id], grants: own }));
        expect(await directory.grantsOf(user.id)).toEqual(all);
      });

      it('include those of Everyone, also for a user who was there before the group', async () => {
        const user = aUser();
        await directory.addUser(adding(user));
        const grants: Grants = { ...noGrants, privileges: [privilege('7')] };
        await directory.addGroup(addingGroup(everyone, { grants }));
        expect(await directory.grantsOf(user.id)).toEqual(grants);
        expect(await directory.groupsOf(user.id)).toEqual([everyone]);
      });

      it('of the guest do not become those of the group with the same id', async () => {
        const group = aGroup({ id: wellKnownIds.publicGuest, name: 'Public / Guest' });
        await directory.addGroup(addingGroup(group));
        const guest = aUser({ id: wellKnownIds.publicGuest, loginName: 'guest' });
        const own: Grants = { ...noGrants, projects: ['P1'] };
        await directory.addUser(adding(guest, { groupIds: [group.id], grants: own }));
        const other = aUser();
        await directory.addUser(adding(other, { groupIds: [group.id] }));
        expect(await directory.grantsOf(guest.id)).toEqual(own);
        expect(await directory.grantsOf(other.id)).toEqual(noGrants);
      });

      it('list groups sorted by name', async () => {
        const groups = ['beta', 'Alpha', 'Gamma'].map((groupName) => aGroup({ name: groupName }));
        for (const group of groups) await directory.addGroup(addingGroup(group));
        const user = aUser();
        await directory.addUser(adding(user, { groupIds: groups.map(({ id }) => id) }));
        expect((await directory.groupsOf(user.id)).map((group) => group.name)).toEqual(['Alpha', 'beta', 'Gamma']);
      });
    });

    describe('a list of users', () => {
      const names = async (filter: UserFilter) => {
        const { users, total } = await directory.list(filter);
        return [total, ...users.map(({ loginName }) => loginName)];
      };
      beforeEach(async () => {
        for (const [loginName, fullName] of [
          ['Bob', 'Bob 100%'],
          ['ada', 'Ada_Lovelace'],
          ['\uff23id', 'AdaXLovelace \\ Cid'],
        ] as const) {
          await directory.addUser(adding(aUser({ loginName, fullName })));
        }
      });

      it('has every user, sorted by login name as login names are compared', async () => {
        expect(await names({})).toEqual([3, 'ada', 'Bob', '\uff23id']);
      });

      it('has the part that is asked for, and the count of the whole', async () => {
        expect(await names({ offset: 1, limit: 1 })).toEqual([3, 'Bob']);
        expect(await names({ offset: 5 })).toEqual([3]);
        expect(await names({ limit: 0 })).toEqual([3]);
      });

      it('finds the beginnings of names in any case, and of login names in any form', async () => {
        expect(await names({ nameBegins: 'aDA' })).toEqual([2, 'ada', '\uff23id']);
        expect(await names({ nameBegins: 'lovelace' })).toEqual([0]);
        expect(await names({ loginNameBegins: 'cI' })).toEqual([1, '\uff23id']);
        expect(await names({ nameBegins: 'A', loginNameBegins: 'a' })).toEqual([1, 'ada']);
      });

      it('knows * and ? as wildcards, and nothing else', async () => {
        expect(await names({ nameBegins: '*love' })).toEqual([2, 'ada', '\uff23id']);
        expect(await names({ loginNameBegins: '?o' })).toEqual([1, 'Bob']);
        expect(await names({ nameBegins: 'ada_' })).toEqual([1, 'ada']);
        expect(await names({ nameBegins: '%' })).toEqual([0]);
        expect(await names({ nameBegins: 'bob 100%' })).toEqual([1, 'Bob']);
        expect(await names({ nameBegins: '*\\' })).toEqual([1, '\uff23id']);
        expect(await names({ nameBegins: "' or 1=1 --" })).toEqual([0]);
        expect(await names({ nameBegins: 'a\0' })).toEqual([0]);
      });

      it('finds one by its id', async () => {
        const { users } = await directory.list({ loginNameBegins: 'bob' });
        expect(await names({ id: users[0]?.id ?? '' })).toEqual([1, 'Bob']);
        expect(await names({ id: newObjectId() })).toEqual([0]);
      });
    });

    it('serves many callers at once', async () => {
      const users = Array.from({ length: 50 }, () => aUser());
      await Promise.all(users.map((user) => directory.addUser(adding(user))));
      const found = await Promise.all(users.map((user) => directory.findByLoginName(user.loginName)));
      expect(found).toEqual(users);
    });
  });
}

const everyone: Group = { id: wellKnownIds.everyone, name: 'Everyone', description: '' };

function privilege(privilegeId: string, projectId?: string) {
  return { privilegeId, projectId };
}

function adding(user: User, more: Partial<Omit<NewUser, 'user'>> = {}): NewUser {
  return { user, passwordHash: undefined, groupIds: [], grants: noGrants, ...more };
}

function addingGroup(group: Group, more: Partial<Omit<NewGroup, 'group'>> = {}): NewGroup {
  return { group, parentIds: [], grants: noGrants, ...more };
}

function aGroup(more: Partial<Group> = {}): Group {
  const id = newObjectId();
  return { id, name: `Group ${id}`, description: '', ...more };
}

/** An enabled user with a new id and login name. */
export function aUser(more: Partial<User> = {}): User {
  const id = newObjectId();
  return {
    id,
    loginName: `user-${id}`,
    fullName: 'Ada Lovelace',
    initials: 'AL',
    description: '',
    enabled: true,
    standardAuth: true,
    passwordModifiable: true,
    requireNewPassword: false,
    passwordAutoExpire: false,
    passwordExpirationFrequencyDays: undefined,
    passwordExpiresAt: undefined,
    createdAt: 1_700_000_000_000,
    modifiedAt: 1_700_000_000_001,
    metadataUser: true,
    email: '',
    lockedUntil: undefined,
    ...more,
  };
}
