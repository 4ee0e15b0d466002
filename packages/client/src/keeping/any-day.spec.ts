import fc from 'fast-check';
import { keptClient } from '../../test/kept-client.js';

const timeoutMs = 600_000;

/** What may happen in the day of a client. */
const happening = fc.oneof(
  fc.constantFrom('call', 'call', 'calls', 'post', 'ended by others', 'renew').map((kind) => ({ kind, ms: 0 })),
  fc.record({ kind: fc.constantFrom('time passes', 'asleep'), ms: fc.integer({ min: 1, max: 3 * timeoutMs }) }),
);

describe('whatever happens in a day', () => {
  it('a client that can log in answers every call, logs in no more than it must, and leaves nothing behind', async () => {
    const keeping = fc.constantFrom('active' as const, 'always' as const, 'never' as const);
    const day = fc.asyncProperty(fc.array(happening, { maxLength: 30 }), keeping, async (happenings, keep) => {
      const logIn = { logIn: (login: { anonymous(): Promise<void> }) => login.anonymous() };
      const { client, server, clock, pass } = keptClient({ session: { keep, ...logIn } }, timeoutMs);
      let endings = 0;
      let unheard = false;
      for (const { kind, ms } of happenings) {
        const isOver = server.living === undefined;
        if (kind === 'time passes') await pass(ms);
        else if (kind === 'asleep') clock.sleep(ms);
        else if (kind === 'ended by others') {
          endings += isOver ? 0 : 1;
          unheard = !isOver;
          server.living = undefined;
        } else if (kind === 'renew') await client.sessions.renew();
        else if (kind === 'calls') await Promise.all(Array.from({ length: 5 }, () => client.projects.list()));
        // Only of an end that nobody could foresee a POST hears.
        else if (kind === 'post') await client.identityTokens.create({ repeatable: unheard });
        else await client.projects.list();
        if (ms === 0 && kind !== 'ended by others') unheard = false;
        await server.settled();
      }
      expect(server.count('POST /auth/login')).toBeLessThanOrEqual(1 + endings + server.lapsed);
      await client.close();
      expect({ living: server.living, state: client.state }).toEqual({ living: undefined, state: 'loggedOut' });
      const asked = server.asked.length;
      await pass(24 * 3_600_000);
      expect({ asked: server.asked.length, waiting: clock.waiting }).toEqual({ asked, waiting: 0 });
    });
    await fc.assert(day, { numRuns: 100, seed: 24 });
  });
});
