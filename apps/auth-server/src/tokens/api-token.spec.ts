import { ManualClock } from '../clock/manual-clock.js';
import { openSqliteDirectory } from '../users/directories/sqlite/sqlite-directory.js';
import type { Directory } from '../users/directory.js';
import { noGrants } from '../users/user.js';
import { aUser } from '../users/user-directory.contract.js';
import { ApiTokens } from './api-token.js';

const minute = 60_000;
const rules = { lifetimeMs: 30 * minute, maximumLifetimeMs: 100 * minute };

describe('API tokens', () => {
  let clock: ManualClock;
  let directory: Directory;
  let tokens: ApiTokens;
  let ann: string;
  beforeEach(async () => {
    clock = new ManualClock();
    directory = await openSqliteDirectory(':memory:');
    tokens = new ApiTokens(directory.apiTokens, clock, rules);
    ann = await addUser();
  });
  afterEach(() => directory.users.close());

  async function addUser(enabled = true): Promise<string> {
    const user = aUser({ enabled });
    await directory.users.addUser({ user, passwordHash: undefined, groupIds: [], grants: noGrants });
    return user.id;
  }

  async function issued(lifetimeMs?: number) {
    const token = await tokens.issue(ann, 'ROOT', lifetimeMs);
    if (token === undefined) throw new Error('no token was made');
    return token;
  }

  it('are 256 random bits each', async () => {
    const texts = new Set<string>();
    for (let count = 0; count < 200; count += 1) texts.add((await issued()).apiToken);
    expect(texts.size).toBe(200);
    for (const text of texts) expect(Buffer.from(text, 'base64url')).toHaveLength(32);
  });

  it('are not made for who is unknown or disabled', async () => {
    expect(await tokens.issue(await addUser(false), 'ROOT')).toBeUndefined();
    expect(await tokens.issue('NOBODY', 'ROOT')).toBeUndefined();
  });

  it('live as long as was asked, and never longer than the most', async () => {
    const now = clock.now();
    expect((await issued()).expiresAt - now).toBe(30 * minute);
    expect((await issued(5 * minute)).expiresAt - now).toBe(5 * minute);
    expect((await issued(500 * minute)).expiresAt - now).toBe(100 * minute);
  });

  it('let their user in up to their end, and are forgotten then, so that no clock brings them back', async () => {
    const { apiToken } = await issued();
    clock.advance(30 * minute - 1);
    expect(await tokens.read(apiToken)).toEqual({ kind: 'valid', userId: ann });
    clock.advance(1);
    expect(await tokens.read(apiToken)).toEqual({ kind: 'expired' });
    expect(await directory.apiTokens.findOf(ann)).toBeUndefined();
    expect(await tokens.read(apiToken)).toEqual({ kind: 'unknown' });
  });

  it('are not listed any more when they have expired', async () => {
    await issued();
    expect(await tokens.of(ann)).toMatchObject({ createdBy: 'ROOT' });
    clock.advance(30 * minute);
    expect(await tokens.of(ann)).toBeUndefined();
    expect(await directory.apiTokens.findOf(ann)).toBeUndefined();
  });

  it('are not prolonged by a clock that is set back', async () => {
    const { apiToken } = await issued();
    clock.step(-1000 * minute);
    clock.advance(30 * minute);
    expect(await tokens.read(apiToken)).toEqual({ kind: 'expired' });
  });

  it('note their use as long as they are there', async () => {
    const { apiToken } = await issued();
    clock.advance(minute);
    expect(await tokens.noteUse(apiToken)).toBe(true);
    expect((await tokens.of(ann))?.lastUsedAt).toBe(clock.now());
    expect(await tokens.revoke(ann)).toBe(true);
    expect(await tokens.noteUse(apiToken)).toBe(false);
    expect(await tokens.read(apiToken)).toEqual({ kind: 'unknown' });
    expect(await tokens.revoke(ann)).toBe(false);
  });
});
