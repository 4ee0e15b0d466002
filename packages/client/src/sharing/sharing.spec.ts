import { inspect } from 'node:util';
import { refused } from '../../test/answers.js';
import { keptClient } from '../../test/kept-client.js';
import type { CookieStorage } from '../index.js';

async function started() {
  const kept = keptClient();
  await kept.client.login.anonymous();
  return kept;
}

function text(content: unknown): string {
  return `mstr-session-secret-1.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
}

describe('a saved session', () => {
  it('is gone on with by another client, with all its cookies', async () => {
    const { client, server } = await started();
    server.instead = () => ({
      status: 204,
      headers: { 'Set-Cookie': ['route=7; Path=/', 'other=1; Path=/elsewhere'] },
    });
    await client.sessions.renew();
    const saved = client.sharing.save();
    expect(saved).toMatch(/^mstr-session-secret-1\.[\w-]+$/);
    server.instead = () => undefined;
    const second = keptClient({ fetch: server.fetch });
    second.client.sharing.restore(saved);
    expect(second.client.state).toBe('active');
    await second.client.projects.list();
    expect(server.asked.at(-1)).toEqual({
      what: 'GET /projects',
      token: 'token-1-of-this-test',
      cookie: 'JSESSIONID=cookie-1; route=7',
    });
    expect(second.events).toEqual([{ name: 'loggedIn', operation: undefined }]);
  });

  it('is left open by close on both sides, and ended by logout', async () => {
    const { client, server } = await started();
    const saved = client.sharing.save();
    await client.close();
    expect(client.loggedIn).toBe(false);
    const second = keptClient({ fetch: server.fetch });
    second.client.sharing.restore(saved);
    await second.client.close();
    expect(server.count('POST /auth/logout')).toBe(0);
    second.client.sharing.restore(saved);
    await second.client.logout();
    expect(server.living).toBeUndefined();
  });

  it('is asked how long it is idle already, when it goes on', async () => {
    const { client, server } = await started();
    const saved = client.sharing.save();
    const second = keptClient({ fetch: server.fetch });
    second.client.sharing.restore(saved);
    await second.pass(15_000);
    expect(server.whats.at(-1)).toBe('GET /sessions');
  });

  it.each([
    '',
    'mstr-session-secret-1.',
    'mstr-session-secret-2.e30',
    'mstr-session-secret-1.bm90IGpzb24',
    text({}),
    text({ base: 'http://127.0.0.1:1/Lib/api', token: 7, setCookies: [] }),
    text({ base: 'http://127.0.0.1:1/Lib/api', token: 'a-secret-token', setCookies: 'none' }),
    text({ base: 'http://127.0.0.1:1/Lib/api', token: 'a-secret\ntoken', setCookies: [] }),
    text({ base: 'http://127.0.0.1:1/Lib/api', token: 'a-secret-token', setCookies: ['a=b\n'] }),
    text({ base: 'http://127.0.0.2:1/Lib/api', token: 'a-secret-token', setCookies: [] }),
  ])('is refused, and not repeated, when it is none of this server: %s', (saved) => {
    const { client } = keptClient();
    let error: unknown;
    try {
      client.sharing.restore(saved);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error)).not.toContain('a-secret');
    expect(client.loggedIn).toBe(false);
  });

  it('cannot be made without a session, nor of cookies that cannot be listed', async () => {
    expect(() => keptClient().client.sharing.save()).toThrow('log in first');
    const cookies: CookieStorage = { cookieHeader: () => '', store: () => undefined, forget: () => undefined };
    const { client } = keptClient({ cookies });
    await client.login.anonymous();
    expect(() => client.sharing.save()).toThrow('setCookies');
  });

  it('does not show in the client that has it', async () => {
    const { client } = await started();
    client.sharing.save();
    const shown = inspect(client, { depth: Infinity, showHidden: true });
    expect(shown).not.toContain('token-1-of-this-test');
    expect(JSON.stringify(client)).not.toContain('token-1-of-this-test');
  });
});

describe('a session that is handed over', () => {
  it('is opened by the one who asked, and left open when he closes', async () => {
    const giver = await started();
    const { client, server } = keptClient({ fetch: giver.server.fetch });
    const challenges: unknown[] = [];
    giver.server.instead = async (request) => {
      const path = new URL(request.url).pathname;
      if (request.method === 'POST' && request.body) challenges.push(await request.json());
      if (path.endsWith('/v2/auth/identityToken')) return { status: 201, body: { identityToken: 'handed-over' } };
      if (!path.endsWith('/auth/delegate')) return undefined;
      return { status: 204, headers: { 'X-MSTR-AuthToken': 'beside', 'Set-Cookie': 'JSESSIONID=beside; Path=/Lib' } };
    };
    const { request, take } = await client.sharing.receive();
    await take(await giver.client.sharing.handOver(request));
    expect(challenges).toEqual([
      { codeChallenge: request, codeChallengeMethod: 'S256' },
      { loginMode: -1, identityToken: 'handed-over', codeVerifier: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
    await client.close();
    expect(giver.server.count('POST /auth/logout')).toBe(0);
    expect(server.asked).toEqual([]);
  });

  it('is none at servers that do not know challenges', async () => {
    const giver = await started();
    giver.server.instead = () => refused(404, 'ERR004', 'HTTP 404 Not Found');
    const { client } = keptClient();
    const { request } = await client.sharing.receive();
    await expect(giver.client.sharing.handOver(request)).rejects.toMatchObject({ code: 'ERR004' });
  });
});
