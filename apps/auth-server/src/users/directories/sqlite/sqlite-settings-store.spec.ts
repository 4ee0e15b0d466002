import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSettingsStore } from '../../settings-store.contract.js';
import { openSqliteDirectory } from './sqlite-directory.js';

describeSettingsStore('SQLite', () => openSqliteDirectory(':memory:'));

describe('a SQLite store of settings in a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('shows a change to another connection at its next look, and after a restart', async () => {
    const file = join(folder, 'users.db');
    const [one, other] = [await openSqliteDirectory(file), await openSqliteDirectory(file)];
    await one.settings.put('colour', 'red');
    expect(await other.settings.find('colour')).toEqual({ value: 'red', version: 1 });
    await other.settings.put('colour', 'blue');
    expect(await one.settings.find('colour')).toEqual({ value: 'blue', version: 2 });
    for (const directory of [one, other]) await directory.users.close();
    const later = await openSqliteDirectory(file);
    expect(await later.settings.find('colour')).toEqual({ value: 'blue', version: 2 });
    await later.users.close();
  });
});
