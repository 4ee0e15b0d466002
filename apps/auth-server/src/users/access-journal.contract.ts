import type { Directory } from './directory.js';
import { noGrants } from './user.js';
import { aUser } from './user-directory.contract.js';

/** What every journal of ended access does. `open` gives two views of one directory, as two processes have them. */
export function describeAccessJournal(name: string, open: () => Promise<readonly [Directory, Directory]>): void {
  describe(`an access journal (${name})`, () => {
    let here: Directory;
    let elsewhere: Directory;
    const user = aUser();

    beforeEach(async () => {
      [here, elsewhere] = await open();
      await here.users.addUser({ user, passwordHash: 'first', groupIds: [], grants: noGrants });
      await elsewhere.accessJournal.endedElsewhere();
    });
    afterEach(() => Promise.all([here.users.close(), elsewhere.users.close()]));

    const password = (at: number) => ({ hash: `hash ${at}`, at, expiresAt: undefined });

    it('says once who was given another password, was disabled or removed elsewhere', async () => {
      await here.users.setPassword(user.id, password(7));
      await here.users.update(user.id, { enabled: false }, 8);
      expect(await elsewhere.accessJournal.endedElsewhere()).toEqual([
        { userId: user.id, openedUntil: 7 },
        { userId: user.id, openedUntil: 8 },
      ]);
      await here.users.remove(user.id);
      const [removed] = await elsewhere.accessJournal.endedElsewhere();
      expect(removed?.userId).toBe(user.id);
      expect(removed?.openedUntil).toBeGreaterThan(Date.UTC(9999, 0));
      expect(await elsewhere.accessJournal.endedElsewhere()).toEqual([]);
    });

    it('says nothing of what was done here, nor of changes that end no access', async () => {
      await elsewhere.users.setPassword(user.id, password(7));
      await here.users.update(user.id, { description: 'changed', enabled: true }, 8);
      await here.users.update('0'.repeat(32), { enabled: false }, 9);
      expect(await here.users.remove('0'.repeat(32))).toBe(false);
      expect(await elsewhere.accessJournal.endedElsewhere()).toEqual([]);
      expect(await here.accessJournal.endedElsewhere()).toEqual([{ userId: user.id, openedUntil: 7 }]);
    });

    it('begins with what happens after it was opened, and keeps the last thousand', async () => {
      await elsewhere.users.setPassword(user.id, password(1));
      for (let at = 2; at <= 1002; at += 1) await here.users.setPassword(user.id, password(at));
      const found = await elsewhere.accessJournal.endedElsewhere();
      expect(found).toHaveLength(1000);
      expect(found.at(-1)).toEqual({ userId: user.id, openedUntil: 1002 });
    });
  });
}
