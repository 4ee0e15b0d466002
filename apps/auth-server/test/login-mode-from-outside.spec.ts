import { readdirSync } from 'node:fs';
import { strategyOf, type LoginMode } from '../src/index.js';
import { openServer } from './open-server.js';

/** What somebody writes who adds a login mode of his own: one folder, and one entry in the list that he passes in. */
function badge(wantedNumber: number): LoginMode {
  return {
    id: wantedNumber,
    name: 'badge',
    doors: ['login'],
    configure(settings) {
      const { badgeOf } = (settings ?? {}) as { badgeOf?: Record<string, string> };
      if (badgeOf === undefined) throw new Error('auth.badge.badgeOf: expected a mapping from badge to login name');
      return ({ users }) => ({
        strategy: strategyOf('badge', async ({ headers }) => {
          const user = await users.findByLoginName(badgeOf[String(headers['x-badge'])] ?? '');
          if (user === undefined) return { problem: 'wrongCredentials' };
          return { issuer: 'standard', subject: user.id };
        }),
      });
    },
  };
}

describe('a login mode from outside of the package', () => {
  const settings = { modes: { available: [1, 777] }, badge: { badgeOf: { '4711': 'ann' } } };
  const body = JSON.stringify({ loginMode: 777 });
  const json = { 'content-type': 'application/json' };

  it('logs people in by the same door as ours', async () => {
    const test = await openServer({ auth: settings }, { loginModes: [badge(777)] });
    const right = await test.call('POST', '/auth/login', { body, headers: { ...json, 'x-badge': '4711' } });
    expect(right.status).toBe(204);
    const wrong = await test.call('POST', '/auth/login', { body, headers: { ...json, 'x-badge': '4712' } });
    expect(wrong.status).toBe(401);
    expect(await (await test.call('GET', '/config/authModes')).json()).toEqual({ modes: [1, 777] });
    await test.close();
  });

  it('checks its own settings before the server starts', async () => {
    const start = openServer({ auth: { modes: { available: [777] } } }, { loginModes: [badge(777)] });
    await expect(start).rejects.toThrow('auth.badge.badgeOf: expected a mapping');
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('that refuses its settings leaves no thread behind', async () => {
    const threads = () => readdirSync('/proc/self/task').length;
    const start = () => openServer({ auth: { modes: { available: [777] } } }, { loginModes: [badge(777)] });
    await expect(start()).rejects.toThrow('auth.badge');
    const before = threads();
    for (let n = 0; n < 5; n += 1) await expect(start()).rejects.toThrow('auth.badge');
    expect(threads()).toBeLessThan(before + 5);
  });

  it('must be given where the configuration names it', async () => {
    await expect(openServer({ auth: { modes: { available: [777] } } })).rejects.toThrow('no login mode 777');
    await expect(openServer({ auth: { badge: {} } })).rejects.toThrow('auth.badge: this server has no login mode');
  });
});
