import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { versionOf } from './database-version.js';
import { rememberUntilWritten } from './remembered-reads.js';

describe('reads of a SQLite database that are remembered', () => {
  let folder: string;
  let ours: Libsql.Database;
  let theirs: Libsql.Database;
  let reads: number;
  let colour: (name?: string) => Promise<string>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reads-'));
    const file = join(folder, 'colours.db');
    ours = new Libsql(file);
    ours.exec(`pragma journal_mode = wal; create table colours (name text); insert into colours values ('red')`);
    theirs = new Libsql(file);
    const remember = rememberUntilWritten(versionOf(ours));
    reads = 0;
    colour = (name = 'colour') =>
      remember(name, async () => {
        reads += 1;
        return (ours.prepare('select name from colours').get([]) as { name: string }).name;
      });
  });
  afterEach(() => {
    ours.close();
    theirs.close();
    rmSync(folder, { recursive: true });
  });

  it('are not done again while nobody writes', async () => {
    expect([await colour(), await colour(), await colour()]).toEqual(['red', 'red', 'red']);
    expect(reads).toBe(1);
  });

  it.each(['ours', 'theirs'])('are done again after a write by a connection: %s', async (who) => {
    await colour();
    (who === 'ours' ? ours : theirs).exec(`update colours set name = 'blue'`);
    expect(await colour()).toBe('blue');
  });

  it('show what another connection has written once that is committed', async () => {
    await colour();
    theirs.exec(`begin; update colours set name = 'blue'`);
    expect(await colour()).toBe('red');
    theirs.exec('commit');
    expect(await colour()).toBe('blue');
  });

  it('show nothing that was rolled back', async () => {
    await colour();
    ours.exec(`begin; update colours set name = 'blue'; rollback`);
    expect(await colour()).toBe('red');
  });

  it('are not remembered where somebody wrote while they were under way', async () => {
    const remember = rememberUntilWritten(versionOf(ours));
    const read = async () => {
      theirs.exec(`update colours set name = 'blue'`);
      return 'read before that';
    };
    expect(await remember('colour', read)).toBe('read before that');
    expect(await remember('colour', async () => 'read anew')).toBe('read anew');
  });

  it('are not remembered under names so long that only a caller can have sent them', async () => {
    await colour('x'.repeat(301));
    await colour('x'.repeat(301));
    expect(reads).toBe(2);
  });
});
