import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '../../../clock/manual-clock.js';
import { ApiTokens } from '../../../tokens/api-token.js';
import { describeApiTokenStore } from '../../api-token-store.contract.js';
import { openUsers } from '../../open-users.js';
import { neverLocked } from '../../passwords/lockout.js';
import { defaultPolicy } from '../../passwords/password-policy.js';
import { openSqliteDirectory } from './sqlite-directory.js';

describeApiTokenStore('SQLite', () => openSqliteDirectory(':memory:'));

describe('a SQLite store of API tokens in a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'api-tokens-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('knows a token after a restart, though it is nowhere in the file', async () => {
    const file = join(folder, 'users.db');
    const clock = new ManualClock();
    const rules = { lifetimeMs: 60_000, maximumLifetimeMs: 60_000 };
    const hashing = { memoryKiB: 64, iterations: 1, parallelism: 1, threads: 1, maxQueued: 10 };
    const settings = {
      seed: { users: [], groups: [] },
      allowWeakPasswords: false,
      passwordPolicy: defaultPolicy,
      lockout: neverLocked,
      hashing,
      administratorPassword: 'root likes long passwords',
    };
    const open = () => openUsers({ kind: 'sqlite', file }, settings, clock);
    const before = await open();
    const administrator = await before.users.findByLoginName('administrator');
    const userId = administrator?.id ?? '';
    const issued = await new ApiTokens(before.apiTokens, clock, rules).issue(userId, userId);
    const apiToken = issued?.apiToken ?? '';
    await before.close();

    const bytes = readFileSync(file);
    expect(bytes.includes(userId)).toBe(true);
    expect(bytes.includes(apiToken)).toBe(false);
    expect(bytes.includes(Buffer.from(apiToken, 'base64url'))).toBe(false);
    const after = await open();
    const apiTokens = new ApiTokens(after.apiTokens, clock, rules);
    expect(await apiTokens.read(apiToken)).toEqual({ kind: 'valid', userId });
    await after.close();
  });
});
