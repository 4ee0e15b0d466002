import { setImmediate as nextTurn } from 'node:timers/promises';
import { pino } from 'pino';
import { ManualClock } from '../clock/manual-clock.js';
import { defaultSettings } from '../engine-sessions/engine-session.js';
import { MemorySessionStore } from '../sessions/stores/memory-session-store.js';
import { Sessions } from '../sessions/sessions.js';
import type { EndedAccess } from '../users/access-journal.js';
import { AccessFollower } from './access-follower.js';

const lifetime = { httpIdleMs: 1_800_000, engineIdleMs: 600_000, absoluteMs: 86_400_000, sweepEveryMs: 0 };

/** A store that can be out of reach. */
class FailingStore extends MemorySessionStore {
  reachable = true;

  override list(at: number, userId?: string) {
    if (!this.reachable) throw new Error('out of reach');
    return super.list(at, userId);
  }
}

describe('following what other processes do to users', () => {
  const clock = new ManualClock();
  const store = new FailingStore(lifetime);
  const sessions = new Sessions(store, clock, {
    lifetime,
    caps: { perServer: -1, perUser: -1, perUserAndProject: -1 },
    requireCookie: true,
    logoutScope: 'session',
    storeDeadlineMs: 1000,
  });
  const written: EndedAccess[] = [];
  const journal = { endedElsewhere: () => Promise.resolve(written.splice(0)) };
  const follower = new AccessFollower(journal, sessions, pino({ level: 'silent' }));
  const open = (id: string) =>
    sessions.open({
      user: { id, loginName: id, fullName: id, initials: '', metadataUser: true },
      loginMode: 1,
      settings: defaultSettings,
      ip: '192.0.2.1',
    });
  const users = async () => (await sessions.list()).map(({ user }) => user.id);

  it('ends the sessions that were opened up to the change, and no later ones', async () => {
    await open('ANN');
    await open('BOB');
    const openedUntil = clock.now();
    clock.advance(1);
    await open('ANN');
    written.push({ userId: 'ANN', openedUntil });
    await follower.follow();
    expect(await users()).toEqual(['BOB', 'ANN']);
  });

  it('tries again what failed, and never throws', async () => {
    written.push({ userId: 'ANN', openedUntil: clock.now() });
    store.reachable = false;
    await follower.follow();
    store.reachable = true;
    expect(await users()).toEqual(['BOB', 'ANN']);
    await follower.follow();
    expect(await users()).toEqual(['BOB']);
  });

  it('has heeded, when it says so, what was written before it was asked, also while it was at work', async () => {
    for (const user of ['CAT', 'DAN']) await open(user);
    const looks: (() => void)[] = [];
    const slow = {
      endedElsewhere: () => new Promise<readonly EndedAccess[]>((found) => looks.push(() => found(written.splice(0)))),
    };
    const behind = new AccessFollower(slow, sessions, pino({ level: 'silent' }));
    const first = behind.catchUp();
    const second = [behind.catchUp(), behind.catchUp()];
    looks.shift()?.();
    await first;
    await nextTurn();
    expect(looks).toHaveLength(1); // one look for both
    written.push({ userId: 'CAT', openedUntil: clock.now() });
    looks.shift()?.();
    await Promise.all(second);
    expect(await users()).not.toContain('CAT');
    expect(looks).toEqual([]);
  });

  it('says so where it cannot be known who has lost his access', async () => {
    const broken = { endedElsewhere: () => Promise.reject(new Error('out of reach')) };
    const blind = new AccessFollower(broken, sessions, pino({ level: 'silent' }));
    await expect(blind.catchUp()).rejects.toThrow('out of reach');
    await blind.follow();
  });

  it('is noticed by a login that is under way', async () => {
    const watch = sessions.watchAccess();
    written.push({ userId: 'ANN', openedUntil: clock.now() });
    await follower.follow();
    expect([watch.saw('ANN'), watch.saw('BOB')]).toEqual([true, false]);
    watch.close();
    await sessions.endAccessOf('BOB');
    expect(watch.saw('BOB')).toBe(false);
  });
});
