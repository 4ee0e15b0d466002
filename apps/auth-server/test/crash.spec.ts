import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashRounds } from './crash-rounds.js';

it('keeps every answer that it gave, however often it is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  try {
    const report = await crashRounds(folder, 20);
    expect(report).toMatchObject({ lost: 0, undone: 0 });
    expect(report.logins).toBeGreaterThanOrEqual(200);
    expect(report.logouts).toBeGreaterThan(20);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
