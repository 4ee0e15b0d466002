import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeAccessJournal } from '../../access-journal.contract.js';
import { openSqliteDirectory } from './sqlite-directory.js';

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describeAccessJournal('SQLite in a file', async () => {
  files += 1;
  const file = join(folder, `users-${files}.sqlite`);
  return [await openSqliteDirectory(file), await openSqliteDirectory(file)];
});
