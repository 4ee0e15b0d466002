import { postgresFolder, startPostgres, type Postgres } from '../../../../../../tools/test-servers/postgres.js';
import { describeAccessJournal } from '../../access-journal.contract.js';
import { describeApiTokenStore } from '../../api-token-store.contract.js';
import type { Directory } from '../../directory.js';
import { describeSettingsStore } from '../../settings-store.contract.js';
import { aUser, describeUserDirectory } from '../../user-directory.contract.js';
import { noGrants } from '../../user.js';
import { openPostgresDirectory } from './postgres-directory.js';

const withPostgres = postgresFolder === undefined ? describe.skip : describe;

withPostgres('PostgreSQL', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
    await (await open()).users.close();
  }, 60_000);
  afterAll(() => postgres.stop());

  const open = () => {
    const plain = { url: postgres.url, tls: {}, allowPlaintext: false };
    return openPostgresDirectory({ ...plain, poolSize: 4, schema: 'tried', deadlineMs: 2000 });
  };
  /** Faster than new tables for each test. */
  const empty = () => postgres.sql('set search_path = tried; truncate users, groups, settings, ended_access cascade');
  const openEmpty = async () => {
    await empty();
    return open();
  };
  const openTwice = async (): Promise<[Directory, Directory]> => {
    await empty();
    return [await open(), await open()];
  };

  describeUserDirectory('PostgreSQL', async () => (await openEmpty()).users);
  describeApiTokenStore('PostgreSQL', openEmpty);
  describeSettingsStore('PostgreSQL', openEmpty);
  describeAccessJournal('PostgreSQL', openTwice);

  describe('two servers on one PostgreSQL directory', () => {
    let one: Directory;
    let other: Directory;
    beforeEach(async () => {
      [one, other] = await openTwice();
    });
    afterEach(() => Promise.all([one.users.close(), other.users.close()]));

    const add = async (more = {}) => {
      const user = aUser(more);
      await one.users.addUser({ user, passwordHash: 'first', groupIds: [], grants: noGrants });
      return user;
    };

    it('make one user of two that have the same name in other letters', async () => {
      const names = ['Zoë', 'zoe\u0308', 'ZOË', 'Ｚoë'];
      const adding = names.map((loginName, n) =>
        (n % 2 === 0 ? one : other).users.addUser({
          user: aUser({ loginName }),
          passwordHash: undefined,
          groupIds: [],
          grants: noGrants,
        }),
      );
      const done = await Promise.allSettled(adding);
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await other.users.countUsers()).toBe(1);
    });

    it('link an identity to one of two users', async () => {
      const users = [await add(), await add()];
      const ada = { issuer: 'ldap', subject: 'cn=ada' };
      const linking = users.map(({ id }, n) => (n === 0 ? one : other).users.link(id, ada));
      const done = await Promise.allSettled(linking);
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const winner = users[done.findIndex(({ status }) => status === 'fulfilled')];
      expect((await other.users.findByIdentity(ada))?.id).toBe(winner?.id);
    });

    it('count wrong passwords together, so that one of them locks', async () => {
      const { id } = await add();
      const wrong = { at: 1000, lockAfter: 10, lockUntil: 2000 };
      const noted = Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).users.noteWrongPassword(id, wrong));
      expect((await Promise.all(noted)).filter(Boolean)).toHaveLength(1);
    });

    it('lose no change of a setting', async () => {
      const values = Array.from({ length: 20 }, (_, n) => `${n}`);
      const former = await Promise.all(values.map((value, n) => (n % 2 ? one : other).settings.put('colour', value)));
      const last = await one.settings.find('colour');
      expect(last?.version).toBe(20);
      expect(new Set([...former.map((setting) => setting?.value), last?.value])).toEqual(
        new Set([undefined, ...values]),
      );
    });

    it('leave no API token to who is disabled meanwhile', async () => {
      for (let round = 0; round < 20; round += 1) {
        const { id } = await add();
        const token = { hash: `h${round}`, userId: id, createdAt: 1, expiresAt: 2, createdBy: id };
        await Promise.all([one.apiTokens.put(token), other.users.update(id, { enabled: false }, 1)]);
        expect(await one.apiTokens.findOf(id)).toBeUndefined();
      }
    });

    it('remember every former password, whoever replaced it', async () => {
      const { id } = await add();
      const hashes = Array.from({ length: 10 }, (_, n) => `hash ${n}`);
      await Promise.all(
        hashes.map((hash, n) =>
          (n % 2 ? one : other).users.setPassword(id, { hash, at: n, expiresAt: undefined, keepFormer: 24 }),
        ),
      );
      const present = await one.users.passwordHashOf(id);
      const all = [present, ...(await one.users.formerHashesOf(id))];
      expect(all).toHaveLength(11);
      expect(new Set(all)).toEqual(new Set(['first', ...hashes]));
    });

    it('set the groups of a user at the same moment, and one of them wins', async () => {
      const { id } = await add();
      const groups = ['A', 'B'].map((letter) => ({ id: letter.repeat(32), name: letter, description: '' }));
      for (const group of groups) await one.users.addGroup({ group, parentIds: [], grants: noGrants });
      const ids = groups.map((group) => group.id);
      const setting = Array.from({ length: 10 }, (_, n) => (n % 2 ? one : other).users.setGroupsFrom(id, 'ldap', ids));
      await Promise.all(setting);
      expect((await one.users.groupsOf(id)).map((group) => group.id)).toEqual(ids);
    });

    it('miss no ended access, however many end at once', async () => {
      const ids = [(await add()).id, (await add()).id, (await add()).id];
      const found: number[] = [];
      let ending = true;
      const reading = (async () => {
        while (ending)
          for (const { openedUntil } of await other.accessJournal.endedElsewhere()) found.push(openedUntil);
      })();
      const times = Array.from({ length: 60 }, (_, n) => n + 1);
      await Promise.all(
        times.map((at) => one.users.setPassword(ids[at % 3] ?? '', { hash: 'h', at, expiresAt: undefined })),
      );
      ending = false;
      await reading;
      for (const { openedUntil } of await other.accessJournal.endedElsewhere()) found.push(openedUntil);
      expect(found.toSorted((a, b) => a - b)).toEqual(times);
    });

    it('tell one another when access ends', async () => {
      const user = await add();
      let calls = 0;
      let called: () => void;
      const first = new Promise<void>((resolve) => (called = resolve));
      other.accessJournal.onWritten?.(() => {
        calls += 1;
        called();
      });
      await first; // it listens
      const before = calls;
      await one.users.update(user.id, { enabled: false }, 5);
      while (calls === before) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await other.accessJournal.endedElsewhere()).toEqual([{ userId: user.id, openedUntil: 5 }]);
    });

    it('do one after the other what only one may do', async () => {
      const order: string[] = [];
      const work = (name: string) => async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.push(`${name} ends`);
      };
      await Promise.all([one.alone(work('one')), other.alone(work('other'))]);
      expect(order[1]).toBe(order[0]?.replace('begins', 'ends'));
    });
  });
});
