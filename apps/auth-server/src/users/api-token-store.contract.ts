import type { NewStoredApiToken } from './api-token-store.js';
import type { Directory } from './directory.js';
import { newObjectId, noGrants, type User } from './user.js';
import { aUser } from './user-directory.contract.js';

/** What every store of API tokens does. `open` gives an empty directory; the suite closes it. */
export function describeApiTokenStore(name: string, open: () => Promise<Directory>): void {
  describe(`a store of API tokens (${name})`, () => {
    let directory: Directory;

    beforeEach(async () => {
      directory = await open();
    });

    afterEach(() => directory.users.close());

    async function addUser(more: Partial<User> = {}): Promise<string> {
      const user = aUser(more);
      await directory.users.addUser({ user, passwordHash: undefined, groupIds: [], grants: noGrants });
      return user.id;
    }

    it('gives back every property of what was put, by its hash and by its user', async () => {
      const userId = await addUser();
      const { hash, ...token } = aToken(userId, 'first', { createdBy: newObjectId() });
      expect(await directory.apiTokens.put({ hash, ...token })).toBe(true);
      const found = { ...token, lastUsedAt: undefined };
      expect(await directory.apiTokens.find(hash)).toEqual(found);
      expect(await directory.apiTokens.findOf(userId)).toEqual(found);
    });

    it('finds nothing by another hash or user', async () => {
      const userId = await addUser();
      await directory.apiTokens.put(aToken(userId, 'first'));
      for (const hash of ['', 'FIRST', 'first ', '%']) expect(await directory.apiTokens.find(hash)).toBeUndefined();
      expect(await directory.apiTokens.findOf(newObjectId())).toBeUndefined();
    });

    it('keeps one token of a user, the newest, which was never used', async () => {
      const [userId, other] = [await addUser(), await addUser()];
      await directory.apiTokens.put(aToken(other, 'other'));
      await directory.apiTokens.put(aToken(userId, 'first'));
      await directory.apiTokens.noteUse('first', 5);
      await directory.apiTokens.put(aToken(userId, 'second', { createdAt: 7, expiresAt: 8 }));
      expect(await directory.apiTokens.find('first')).toBeUndefined();
      expect(await directory.apiTokens.findOf(userId)).toMatchObject({
        createdAt: 7,
        expiresAt: 8,
        lastUsedAt: undefined,
      });
      expect(await directory.apiTokens.find('other')).toMatchObject({ userId: other });
    });

    it('keeps none of a user who is unknown or disabled', async () => {
      const disabled = await addUser({ enabled: false });
      for (const userId of [disabled, newObjectId()]) {
        expect(await directory.apiTokens.put(aToken(userId, 'token'))).toBe(false);
      }
      expect(await directory.apiTokens.find('token')).toBeUndefined();
    });

    it('notes the last use, and says whether there is still such a token', async () => {
      const userId = await addUser();
      await directory.apiTokens.put(aToken(userId, 'token'));
      expect(await directory.apiTokens.noteUse('token', 1_700_000_000_123)).toBe(true);
      expect(await directory.apiTokens.findOf(userId)).toMatchObject({ lastUsedAt: 1_700_000_000_123 });
      expect(await directory.apiTokens.noteUse('another', 1)).toBe(false);
    });

    it('removes the token of one user, once', async () => {
      const [userId, other] = [await addUser(), await addUser()];
      await directory.apiTokens.put(aToken(userId, 'token'));
      await directory.apiTokens.put(aToken(other, 'other'));
      expect(await directory.apiTokens.removeOf(userId)).toBe(true);
      expect(await directory.apiTokens.removeOf(userId)).toBe(false);
      expect(await directory.apiTokens.find('token')).toBeUndefined();
      expect(await directory.apiTokens.find('other')).toBeDefined();
    });

    it('removes what has expired, to the millisecond', async () => {
      const [one, other] = [await addUser(), await addUser()];
      await directory.apiTokens.put(aToken(one, 'over', { expiresAt: 1000 }));
      await directory.apiTokens.put(aToken(other, 'good', { expiresAt: 1001 }));
      await directory.apiTokens.removeExpired(1000);
      expect(await directory.apiTokens.find('over')).toBeUndefined();
      expect(await directory.apiTokens.find('good')).toBeDefined();
    });

    it('loses the token of a user who is disabled or removed, for good', async () => {
      const [disabled, removed, changed] = [await addUser(), await addUser(), await addUser()];
      await directory.apiTokens.put(aToken(disabled, 'of the disabled'));
      await directory.apiTokens.put(aToken(removed, 'of the removed'));
      await directory.apiTokens.put(aToken(changed, 'of the changed'));
      await directory.users.update(disabled, { enabled: false }, 1);
      await directory.users.update(disabled, { enabled: true }, 2);
      await directory.users.remove(removed);
      await directory.users.update(changed, { enabled: true, fullName: 'Ada King' }, 3);
      expect(await directory.apiTokens.find('of the disabled')).toBeUndefined();
      expect(await directory.apiTokens.find('of the removed')).toBeUndefined();
      expect(await directory.apiTokens.find('of the changed')).toBeDefined();
    });

    it('keeps one of many that are put at once', async () => {
      const userId = await addUser();
      const hashes = Array.from({ length: 20 }, (_, n) => `token ${n}`);
      await Promise.all(hashes.map((hash) => directory.apiTokens.put(aToken(userId, hash))));
      const found = await Promise.all(hashes.map((hash) => directory.apiTokens.find(hash)));
      expect(found.filter((token) => token !== undefined)).toHaveLength(1);
    });
  });
}

function aToken(userId: string, hash: string, more: Partial<NewStoredApiToken> = {}): NewStoredApiToken {
  return {
    hash,
    userId,
    createdAt: 1_700_000_000_000,
    expiresAt: 1_800_000_000_000,
    createdBy: userId,
    ...more,
  };
}
