import { defaultSettings, type EngineSession, type SessionCaps } from '../engine-sessions/engine-session.js';
import type { LifetimeRules } from './lifetime.js';
import type { SessionStore } from './session-store.js';
import type { Session } from './session.js';

const rules: LifetimeRules = { httpIdleMs: 3000, engineIdleMs: 1000, absoluteMs: 100_000, sweepEveryMs: 0 };
const none: SessionCaps = { perServer: -1, perUser: -1, perUserAndProject: -1 };
const start = Date.UTC(2026, 0, 1);

function session(key: string, at: number, user = 'ANN'): Session {
  const engine: EngineSession = {
    id: `engine of ${key}`,
    user: { id: user, loginName: user, fullName: user, initials: 'A', metadataUser: true },
    loginMode: 1,
    settings: defaultSettings,
    openedAt: at,
    ip: '192.0.2.1',
    lastUsedAt: at,
    projects: [],
  };
  return { http: { key, lastUsedAt: at, endsAt: at + rules.absoluteMs }, engine };
}

function child(key: string, at: number) {
  return { key, lastUsedAt: at, endsAt: start + rules.absoluteMs };
}

/** What every SessionStore does, whatever it is made of. */
export function describeSessionStore(name: string, make: (rules: LifetimeRules) => Promise<SessionStore>): void {
  describe(`${name} as a session store`, () => {
    let store: SessionStore;
    beforeEach(async () => {
      store = await make(rules);
    });
    afterEach(async () => {
      await store.close();
    });

    it('notes the use of what may be used once, of many at once the first', async () => {
      const firsts = await Promise.all(
        Array.from({ length: 10 }, async () => store.useOnce({ id: 'login 1', until: start + 60_000 })),
      );
      expect(firsts.filter((first) => first)).toHaveLength(1);
      expect(await store.useOnce({ id: 'login 2', until: start + 60_000 })).toBe(true);
    });

    it('hands out what was parked once, and not when its time is over', async () => {
      await store.park('handle', 'text', start + 1000);
      const taken = await Promise.all(Array.from({ length: 10 }, async () => store.takeParked('handle', start + 999)));
      expect(taken.filter((text) => text === 'text')).toHaveLength(1);
      await store.park('late', 'text', start + 1000);
      expect(await store.takeParked('late', start + 1000)).toBeUndefined();
      expect(await store.takeParked('late', start)).toBeUndefined();
      expect(await store.takeParked('nobody', start)).toBeUndefined();
    });

    it('finds what was opened, with everything it was opened with', async () => {
      expect(await store.open(session('a', start), none)).toBe('opened');
      const found = await store.use('a', start + 1);
      expect(found?.engine.user.id).toBe('ANN');
      expect(found?.engine.settings.locale).toBe(1033);
      expect(await store.peek('b', start)).toBeUndefined();
    });

    it('ends a session whose Intelligence Server session is idle for its timeout, and not a moment earlier', async () => {
      await store.open(session('a', start), none);
      expect(await store.peek('a', start + 999)).toBeDefined();
      expect(await store.peek('a', start + 1000)).toBeUndefined();
    });

    it('moves the timers by use and not by peek', async () => {
      await store.open(session('a', start), none);
      await store.peek('a', start + 900);
      await store.use('a', start + 500);
      expect(await store.peek('a', start + 1400)).toBeDefined();
      expect(await store.peek('a', start + 1500)).toBeUndefined();
    });

    it('does not bring back what it has seen to be over, at whatever moment it is asked', async () => {
      await store.open(session('a', start), none);
      expect(await store.peek('a', start + 1000)).toBeUndefined();
      expect(await store.peek('a', start)).toBeUndefined();
      expect(await store.use('a', start)).toBeUndefined();
    });

    it('does not take time back for a use that comes out of order', async () => {
      await store.open(session('a', start), none);
      await store.use('a', start + 800);
      await store.use('a', start + 100);
      expect((await store.peek('a', start + 800))?.http.lastUsedAt).toBe(start + 800);
      expect(await store.peek('a', start + 1700)).toBeDefined();
    });

    it('ends a session at its absolute end, however busy', async () => {
      await store.open({ ...session('a', start), http: { key: 'a', lastUsedAt: start, endsAt: start + 1500 } }, none);
      await store.use('a', start + 900);
      expect(await store.peek('a', start + 1499)).toBeDefined();
      expect(await store.peek('a', start + 1500)).toBeUndefined();
    });

    it('lets a delegated session share the Intelligence Server session: use of one keeps both alive', async () => {
      await store.open(session('a', start), none);
      expect(await store.share('a', child('b', start), undefined, start)).toBe('shared');
      await store.use('b', start + 900);
      expect(await store.peek('a', start + 1800)).toBeDefined();
      expect(await store.peek('a', start + 1900)).toBeUndefined();
      expect(await store.peek('b', start + 1800)).toBeUndefined();
    });

    it('lets an HTTP session run out alone while another keeps the Intelligence Server session', async () => {
      await store.open(session('a', start), none);
      await store.share('a', child('b', start), undefined, start);
      for (let at = start; at <= start + 3000; at += 500) await store.use('b', at);
      expect(await store.peek('a', start + 3000)).toBeUndefined();
      expect(await store.peek('b', start + 3000)).toBeDefined();
    });

    it('ends all that share an Intelligence Server session with one of them', async () => {
      await store.open(session('a', start), none);
      await store.share('a', child('b', start), undefined, start);
      await store.open(session('c', start), none);
      expect(await store.end('b')).toBe(2);
      expect(await store.peek('a', start)).toBeUndefined();
      expect(await store.peek('b', start)).toBeUndefined();
      expect(await store.peek('c', start)).toBeDefined();
      expect(await store.end('b')).toBe(0);
    });

    it('does not share a session that is gone', async () => {
      await store.open(session('a', start), none);
      await store.end('a');
      expect(await store.share('a', child('b', start), undefined, start)).toBe('parentGone');
      expect(await store.peek('b', start)).toBeUndefined();
    });

    it('lets exactly one of many have a thing of one use', async () => {
      await store.open(session('a', start), none);
      const oneUse = { id: 'token 1', until: start + 60_000 };
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, async (_, n) => store.share('a', child(`b${n}`, start), oneUse, start)),
      );
      expect(outcomes.filter((outcome) => outcome === 'shared')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'usedBefore')).toHaveLength(9);
    });

    it('extends a session by sharing it, and not by a second use that is refused', async () => {
      await store.open(session('a', start), none);
      const oneUse = { id: 'token 1', until: start + 60_000 };
      expect(await store.share('a', child('b', start), oneUse, start + 10)).toBe('shared');
      expect(await store.share('a', child('c', start), oneUse, start + 20)).toBe('usedBefore');
      const { http, engine } = (await store.peek('a', start + 20)) ?? {};
      expect([http?.lastUsedAt, engine?.lastUsedAt]).toEqual([start + 10, start + 10]);
    });

    it('refuses a session beyond the cap of the server, and has room again when one runs out', async () => {
      const caps = { ...none, perServer: 2 };
      expect(await store.open(session('a', start), caps)).toBe('opened');
      expect(await store.open(session('b', start, 'BOB'), caps)).toBe('opened');
      expect(await store.open(session('c', start, 'CID'), caps)).toBe('serverFull');
      await store.use('a', start + 999);
      expect(await store.open(session('d', start + 1000, 'CID'), caps)).toBe('opened');
      expect(await store.count(start + 1000)).toBe(2);
    });

    it('refuses a session beyond the cap of the user', async () => {
      const caps = { ...none, perUser: 1 };
      expect(await store.open(session('a', start), caps)).toBe('opened');
      expect(await store.open(session('b', start), caps)).toBe('userFull');
      expect(await store.open(session('c', start, 'BOB'), caps)).toBe('opened');
      await store.end('a');
      expect(await store.open(session('d', start), caps)).toBe('opened');
    });

    it('opens a project session once, and refuses it beyond the cap of user and project', async () => {
      const caps = { ...none, perUserAndProject: 1 };
      await store.open(session('a', start), caps);
      await store.open(session('b', start), caps);
      expect(await store.openProject('a', 'P', caps, start)).toBe('open');
      expect(await store.openProject('a', 'P', caps, start)).toBe('open');
      expect((await store.peek('a', start))?.engine.projects).toEqual(['P']);
      expect(await store.openProject('b', 'P', caps, start)).toBe('full');
      expect(await store.openProject('b', 'Q', caps, start)).toBe('open');
      await store.end('a');
      expect(await store.openProject('b', 'P', caps, start)).toBe('open');
      expect(await store.openProject('a', 'P', caps, start)).toBe('gone');
    });

    it('ends all sessions of a user but the one that asked', async () => {
      await store.open(session('a', start), none);
      await store.share('a', child('shared', start), undefined, start);
      await store.open(session('b', start), none);
      await store.open(session('c', start, 'BOB'), none);
      expect(await store.endAllOf('ANN', { exceptKey: 'a' })).toBe(2);
      expect(await store.peek('a', start)).toBeDefined();
      expect(await store.peek('shared', start)).toBeUndefined();
      expect(await store.peek('b', start)).toBeUndefined();
      expect(await store.endAllOf('ANN')).toBe(1);
      expect(await store.peek('c', start)).toBeDefined();
    });

    it('ends the sessions of one login mode, with what was delegated from them', async () => {
      const { http, engine } = session('a', start);
      await store.open({ http, engine: { ...engine, loginMode: 4096 } }, none);
      await store.share('a', child('delegated', start), undefined, start);
      await store.open(session('b', start), none);
      expect(await store.endAllOf('ANN', { loginMode: 4096 })).toBe(2);
      expect(await store.peek('delegated', start)).toBeUndefined();
      expect(await store.peek('b', start)).toBeDefined();
    });

    it('lists what lives, oldest first, of all users or of one', async () => {
      await store.open(session('b', start + 1, 'BOB'), none);
      await store.open(session('a', start), none);
      await store.share('a', child('shared', start), undefined, start);
      await store.open(session('gone', start, 'BOB'), none);
      await store.end('gone');
      const users = async (userId?: string) =>
        (await store.list(start + 2, userId)).map(({ id, user, ip }) => [id, user.loginName, ip]);
      expect(await users()).toEqual([
        ['engine of a', 'ANN', '192.0.2.1'],
        ['engine of b', 'BOB', '192.0.2.1'],
      ]);
      expect(await users('BOB')).toEqual([['engine of b', 'BOB', '192.0.2.1']]);
      expect(await users('CID')).toEqual([]);
      expect(await store.list(start + 5000)).toEqual([]);
    });

    it('ends a session by its public id, with all that share it', async () => {
      await store.open(session('a', start), none);
      await store.share('a', child('shared', start), undefined, start);
      expect(await store.endEngine('engine of b')).toBe(0);
      expect(await store.endEngine('engine of a')).toBe(2);
      expect(await store.peek('shared', start)).toBeUndefined();
      expect(await store.endEngine('engine of a')).toBe(0);
    });

    it('forgets what is over and counts what lives', async () => {
      await store.open(session('a', start), none);
      await store.open(session('b', start + 500), none);
      expect(await store.sweep(start + 1200)).toBe(1);
      expect(await store.count(start + 1200)).toBe(1);
    });
  });
}
