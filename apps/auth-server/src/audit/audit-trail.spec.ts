import { pino } from 'pino';
import { ManualClock } from '../clock/manual-clock.js';
import { AuditTrail } from './audit-trail.js';
import type { AuditStore, StoredEvent } from './audit-store.js';
import { dayMs } from './open-audit.js';
import { openSqliteAuditStore } from './stores/sqlite/sqlite-audit-store.js';

const refusal = (loginName: string) =>
  ({ event: 'loginRefused', loginMode: 1, loginName, reason: 'userUnknown', ip: '::1' }) as const;

/** A store that can be made to fail or to hang, before one that works. */
class Switch implements AuditStore {
  state: 'works' | 'fails' | 'hangs' = 'works';
  readonly batches: number[] = [];

  constructor(private readonly behind: AuditStore) {}

  async append(events: readonly StoredEvent[]): Promise<void> {
    if (this.state === 'fails') throw new Error('disk full');
    if (this.state === 'hangs') return new Promise(() => undefined);
    this.batches.push(events.length);
    return this.behind.append(events);
  }
  find: AuditStore['find'] = (query) => this.behind.find(query);
  async prune(before: number): Promise<number> {
    if (this.state === 'fails') throw new Error('disk full');
    return this.behind.prune(before);
  }
  beforeClosing = (): Promise<void> => Promise.resolve();
  async close(): Promise<void> {
    await this.beforeClosing();
    await this.behind.close();
    if (this.state === 'fails') throw new Error('disk full');
  }
}

describe('the trail', () => {
  const clock = new ManualClock();
  const log: Record<string, unknown>[] = [];
  let behind: AuditStore;
  let store: Switch;
  let trail: AuditTrail;

  beforeEach(async () => {
    log.splice(0);
    behind = await openSqliteAuditStore(':memory:');
    store = new Switch(behind);
    const lines = pino({}, { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) });
    trail = new AuditTrail(store, clock, lines, { retentionMs: 90 * dayMs });
  });
  afterEach(() => trail.close());

  const namesOf = async (limit = 100_000) => (await behind.find({ limit })).map(({ loginName }) => loginName);
  async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
    for (let turn = 0; turn < 1000; turn += 1) {
      if (await condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('it did not come to pass');
  }

  it('stores soon what is added, without being asked, in few batches', async () => {
    for (let n = 0; n < 250; n += 1) trail.add(refusal(`n${n}`));
    expect(store.batches).toEqual([]);
    await until(async () => (await namesOf()).length === 250);
    expect(store.batches).toEqual([100, 100, 50]);
    trail.add(refusal('one more'));
    await until(async () => (await namesOf(1))[0] === 'one more');
  });

  it('names an event by an id that is found in the store, with the time of the clock', async () => {
    const id = trail.add(refusal('ann'));
    await trail.flush();
    expect(await behind.find({})).toMatchObject([{ id, at: clock.now() }]);
  });

  it('finds what was added a moment ago', async () => {
    trail.add(refusal('ann'));
    expect(await trail.find({})).toMatchObject([{ loginName: 'ann' }]);
  });

  it('forgets what is too old, by the clock alone, and removes it when it prunes', async () => {
    trail.add(refusal('old'));
    await trail.flush();
    clock.advance(90 * dayMs);
    trail.add(refusal('new'));
    expect(await trail.find({ since: 0 })).toHaveLength(2);
    clock.advance(1);
    expect(await trail.find({ since: 0 })).toMatchObject([{ loginName: 'new' }]);
    expect(await trail.find({ user: 'old' })).toEqual([]);
    expect(await namesOf()).toEqual(['new', 'old']);
    await trail.prune();
    expect(await namesOf()).toEqual(['new']);
  });

  it('stores everything that waits when it closes', async () => {
    const kept: (string | undefined)[] = [];
    store.beforeClosing = async () => void kept.push(...(await namesOf()));
    trail.add(refusal('last words'));
    await trail.close();
    expect(kept).toEqual(['last words']);
  });

  it('says once that the store fails, keeps trying, and loses nothing when it works again', async () => {
    store.state = 'fails';
    trail.add(refusal('in the dark'));
    await trail.flush();
    trail.add(refusal('still dark'));
    await trail.flush();
    expect(log).toMatchObject([{ level: 50, waiting: 1, lost: 0 }]);
    clock.advance(60_000);
    await trail.flush();
    expect(log).toMatchObject([{}, { level: 50, waiting: 2 }]);
    store.state = 'works';
    await until(() => log.length === 3);
    expect(log[2]).toMatchObject({ level: 40, lost: 0, msg: 'the audit store works again' });
    expect(await namesOf()).toEqual(['still dark', 'in the dark']);
  });

  it('is bounded while the store fails, and says in the log and in the trail how many events were lost to it', async () => {
    store.state = 'fails';
    for (let n = 0; n < 10_007; n += 1) trail.add(refusal(`n${n}`));
    await trail.flush();
    store.state = 'works';
    expect(await trail.find({ limit: 1 })).toMatchObject([{ event: 'auditEventsLost', details: { lost: 7 } }]);
    expect(await namesOf()).toHaveLength(10_001);
    expect(log.at(-1)).toMatchObject({ level: 40, lost: 7 });
  });

  it('does not grow without bound before a store that hangs, says so, and still closes', async () => {
    store.state = 'hangs';
    for (let n = 0; n < 10_001; n += 1) trail.add(refusal(`n${n}`));
    expect(log).toMatchObject([{ level: 50, waiting: 10_000, lost: 1 }]);
    await trail.close();
    expect(log.at(-1)).toMatchObject({ level: 50, lost: 10_001 });
  });

  it('says what was lost when it closes before the store works again, and throws nothing', async () => {
    store.state = 'fails';
    trail.add(refusal('unheard'));
    await trail.prune();
    await trail.close();
    expect(log.filter(({ level }) => level === 50)).toHaveLength(4);
    expect(log).toContainEqual(expect.objectContaining({ level: 50, lost: 1 }));
  });
});
