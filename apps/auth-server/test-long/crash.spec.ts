import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashRounds } from '../test/crash-rounds.js';

it('keeps every answer that it gave, in hundreds of kills', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  try {
    const report = await crashRounds(folder, 300);
    process.stderr.write(`${JSON.stringify(report)}\n`);
    expect(report).toMatchObject({ lost: 0, undone: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
