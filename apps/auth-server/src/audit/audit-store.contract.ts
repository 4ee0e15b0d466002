import type { AuditQuery, AuditStore, StoredEvent } from './audit-store.js';
import { EventIds } from './event-ids.js';
import { toStored } from './stored-event.js';

const start = Date.UTC(2026, 0, 1);
const [ann, boss] = ['A'.repeat(32), 'B'.repeat(32)];

/** What every audit store does. `open` gives an empty one; the suite closes it. */
export function describeAuditStore(name: string, open: () => Promise<AuditStore>): void {
  describe(`an audit store (${name})`, () => {
    let store: AuditStore;
    let ids: EventIds;

    beforeEach(async () => {
      store = await open();
      ids = new EventIds(Buffer.alloc(6));
    });

    afterEach(() => store.close());

    function event(at: number, fields: Partial<StoredEvent> = {}): StoredEvent {
      const none = toStored({ event: 'auditEventsLost', lost: 0 }, ids.next(at), at);
      return { ...none, event: 'login', details: {}, ...fields };
    }
    async function idsOf(query: AuditQuery): Promise<readonly string[]> {
      return (await store.find(query)).map(({ id }) => id);
    }

    it('gives back every property of what was added', async () => {
      const whole = event(start, {
        event: 'loginRefused',
        userId: ann,
        loginName: 'Ünï "quoted" \\ 🙂\n\u001b[31m',
        loginMode: -1,
        sessionId: 'f'.repeat(32),
        ip: '2001:db8::1',
        requestId: 'abc-1',
        reason: 'passwordWrong',
        byUserId: boss,
        details: { changed: ['fullName'], sessionsEnded: 2 },
      });
      const bare = event(start + 1);
      await store.append([whole, bare]);
      expect(await store.find({})).toEqual([bare, whole]);
    });

    it.each(['admin\0x', '\ud800', 'x\udc00y', '\u0000'.repeat(300), 'é'.repeat(300), '\u202egnp', "' or 1=1 --"])(
      'keeps whatever a caller calls himself: %j',
      async (loginName) => {
        const refused = {
          event: 'loginRefused',
          loginMode: 1e300,
          loginName,
          reason: 'userUnknown',
          ip: '::1',
        } as const;
        const stored = toStored(refused, ids.next(start), start);
        await store.append([stored]);
        expect(await store.find({})).toEqual([stored]);
        expect(stored.loginName).not.toMatch(/\0|\p{Surrogate}/u);
      },
    );

    it('is in the order of the events, newest first, also within a millisecond', async () => {
      const events = [start, start, start + 1, start + 1, start + 2].map((at) => event(at));
      await store.append(events.slice(0, 2));
      await store.append(events.slice(2));
      expect(await store.find({})).toEqual(events.toReversed());
    });

    it('passes over an event that it has already', async () => {
      const [one, other] = [event(start), event(start)];
      await store.append([one]);
      await store.append([one, other]);
      expect(await idsOf({})).toEqual([other.id, one.id]);
    });

    it('takes no event at all of nothing', async () => {
      await store.append([]);
      expect(await store.find({})).toEqual([]);
    });

    it('finds from one moment until before another', async () => {
      const events = [0, 1, 2, 3].map((ms) => event(start + ms));
      await store.append(events);
      expect(await store.find({ since: start + 1, until: start + 3 })).toEqual([events[2], events[1]]);
      expect(await store.find({ since: start + 0.5, until: start + 1.5 })).toEqual([events[1]]);
      expect(await store.find({ since: -1, until: Number.MAX_SAFE_INTEGER })).toHaveLength(4);
    });

    it('returns the newest so many, and 100 where nobody says how many', async () => {
      const events = Array.from({ length: 150 }, (_, ms) => event(start + ms));
      await store.append(events);
      expect(await store.find({ limit: 2 })).toEqual([events[149], events[148]]);
      expect(await store.find({})).toEqual(events.slice(50).toReversed());
    });

    it.each<[string, AuditQuery, Partial<StoredEvent>]>([
      ['event', { event: 'logout' }, { event: 'logout' }],
      ['session', { sessionId: 'f'.repeat(32) }, { sessionId: 'f'.repeat(32) }],
      ['address', { ip: '192.0.2.7' }, { ip: '192.0.2.7' }],
      ['id of the user', { user: ann.toLowerCase() }, { userId: ann }],
      ['id of who did it', { user: boss }, { userId: ann, byUserId: boss }],
      ['login name, in any case', { user: 'ＺOË' }, { loginName: 'zoë' }],
    ])('finds by %s', async (_title, query, fields) => {
      const [wanted, other] = [event(start, fields), event(start, { loginName: 'nobody', sessionId: '0' })];
      await store.append([wanted, other]);
      expect(await store.find(query)).toEqual([wanted]);
      expect(await store.find({ ...query, until: start })).toEqual([]);
    });

    it('finds by a login name also what has only the id that goes with it', async () => {
      const events = [
        event(start, { userId: ann, loginName: 'ann' }),
        event(start, { event: 'logout', userId: ann }),
        event(start, { event: 'loginRefused', loginName: 'Ann' }),
        event(start, { event: 'apiTokenRevoked', userId: boss, byUserId: ann }),
      ];
      await store.append([...events, event(start, { userId: boss, loginName: 'boss' }), event(start)]);
      expect(await store.find({ user: 'ann' })).toEqual(events.toReversed());
    });

    it.each(['', '%', '_', "ann' or '1'='1", 'ann\0', 'ann\0x', '\ud800'])('finds nobody called %j', async (user) => {
      await store.append([event(start, { userId: ann, loginName: 'ann' })]);
      expect(await store.find({ user })).toEqual([]);
      expect(await store.find({ sessionId: user })).toEqual([]);
    });

    it('removes what is older than a moment, however much that is', async () => {
      const events = Array.from({ length: 2500 }, (_, ms) => event(start + ms));
      for (let from = 0; from < events.length; from += 500) await store.append(events.slice(from, from + 500));
      expect(await store.prune(start + 2400)).toBe(2400);
      expect(await store.find({ limit: 1000 })).toEqual(events.slice(2400).toReversed());
      expect(await store.prune(start + 2400)).toBe(0);
    });
  });
}
