import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noGrants } from '../../user.js';
import { aUser, describeUserDirectory } from '../../user-directory.contract.js';
import { openSqliteDirectory } from './sqlite-directory.js';

const openUsersIn = async (file: string) => (await openSqliteDirectory(file)).users;

let folder: string;
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'users-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function newFile(): string {
  files += 1;
  return join(folder, `users-${files}.db`);
}

describeUserDirectory('SQLite in memory', () => openUsersIn(':memory:'));
describeUserDirectory('SQLite in a file', () => openUsersIn(newFile()));

describe('a SQLite user directory in a file', () => {
  const group = { id: 'A'.repeat(32), name: 'Kept', description: '' };

  it('is still there after a restart', async () => {
    const file = newFile();
    const before = await openUsersIn(file);
    await before.addGroup({ group, parentIds: [], grants: noGrants });
    await before.close();
    const after = await openUsersIn(file);
    expect(await after.findGroupById(group.id)).toEqual(group);
    await after.close();
  });

  it('is wholly in its one file once it is closed', async () => {
    const [file, copy] = [newFile(), newFile()];
    const directory = await openUsersIn(file);
    await directory.addGroup({ group, parentIds: [], grants: noGrants });
    await directory.close();
    copyFileSync(file, copy);
    const copied = await openUsersIn(copy);
    expect(await copied.findGroupById(group.id)).toEqual(group);
    await copied.close();
  });

  it('is seen alike by two processes', async () => {
    const file = newFile();
    const [one, other] = [await openUsersIn(file), await openUsersIn(file)];
    await one.addGroup({ group, parentIds: [], grants: noGrants });
    expect(await other.findGroupById(group.id)).toEqual(group);
    await Promise.all([one.close(), other.close()]);
  });

  it('shows a user as another process has just changed him, and not as he was found before', async () => {
    const file = newFile();
    const [one, other] = [await openUsersIn(file), await openUsersIn(file)];
    const user = aUser();
    await one.addUser({ user, passwordHash: undefined, groupIds: [], grants: noGrants });
    const found = async () => [await one.findById(user.id), await one.findByLoginName(user.loginName)];
    expect(await found()).toMatchObject([{ enabled: true }, { enabled: true }]);
    await other.update(user.id, { enabled: false }, 5);
    expect(await found()).toMatchObject([{ enabled: false }, { enabled: false }]);
    await other.remove(user.id);
    expect(await found()).toEqual([undefined, undefined]);
    await Promise.all([one.close(), other.close()]);
  });
});
