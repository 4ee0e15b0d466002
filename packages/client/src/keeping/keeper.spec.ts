import { refused } from '../../test/answers.js';
import { keptClient, later } from '../../test/kept-client.js';

const unavailable = refused(503, 'ERR0016', 'A part of the service is not available');
const second = 1_000;
const minute = 60 * second;

/** Logged in, with the timer of ten minutes known since now. */
async function started(options: Parameters<typeof keptClient>[0] = {}) {
  const kept = keptClient(options);
  await kept.client.login.anonymous();
  await kept.client.sessions.get();
  await kept.client.sessions.renew();
  kept.events.length = kept.server.asked.length = 0;
  return kept;
}

describe('a session that is kept', () => {
  it('costs a short program no request', async () => {
    const { client, server, pass } = keptClient();
    await client.login.anonymous();
    await client.projects.list();
    await pass(14 * second);
    await client.close();
    await pass(60 * minute);
    expect(server.whats).toEqual(['POST /auth/login', 'GET /projects', 'POST /auth/logout']);
  });

  it('has its timer asked for once, when the program goes on', async () => {
    const { client, server, pass } = keptClient();
    await client.login.anonymous();
    await pass(2 * minute);
    expect(server.whats).toEqual(['POST /auth/login', 'GET /sessions']);
  });

  it('is renewed once before it runs out, if a call was made since the last time', async () => {
    const { client, server, events, pass } = await started();
    for (let passed = 0; passed < 30; passed += 1) {
      await client.projects.list();
      await pass(minute);
      expect(client.state).toBe('active');
    }
    expect(server.count('PUT /sessions')).toBe(3);
    expect(events.map(({ name }) => name)).toEqual(['renewed', 'renewed', 'renewed']);
  });

  it('is renewed for a call that was made long before', async () => {
    const { client, server, pass } = await started();
    await client.projects.list();
    await pass(9 * minute);
    expect(server.whats).toEqual(['GET /projects', 'PUT /sessions']);
  });

  it('may end when nothing is done with it, which is told before and after', async () => {
    const { client, server, events, pass } = await started();
    await pass(8 * minute - 1);
    expect(client.state).toBe('active');
    await pass(1);
    expect(client.state).toBe('expiring');
    await pass(2 * minute);
    expect(client.state).toBe('expired');
    await pass(60 * minute);
    expect(server.whats).toEqual([]);
    expect(events).toEqual([
      { name: 'expiring', layer: 'engine', endsInMs: 2 * minute },
      { name: 'expired', layer: 'engine', knownBy: 'timer' },
    ]);
  });

  it('is renewed when it is used at the last moment', async () => {
    const { client, server, pass } = await started();
    await pass(9 * minute);
    expect(client.state).toBe('expiring');
    await client.projects.list();
    await server.settled();
    expect(client.state).toBe('active');
    expect(server.count('PUT /sessions')).toBe(1);
  });

  it('is kept while idle only by option', async () => {
    const { client, server, pass } = await started({ session: { keep: 'always' } });
    await pass(60 * minute);
    expect(client.state).toBe('active');
    expect(server.count('PUT /sessions')).toBe(7);
  });

  it('is left alone by option', async () => {
    const { client, server, clock, pass } = await started({ session: { keep: 'never' } });
    await client.projects.list();
    expect(clock.waiting).toBe(0);
    await pass(9 * minute);
    await client.projects.list();
    expect(client.state).toBe('expiring');
    expect(server.whats).toEqual(['GET /projects', 'GET /projects']);
  });

  it('goes by the timer of HTTP where the application knows it to be the shorter', async () => {
    const { client, server, events, pass } = await started({ session: { httpTimeoutMs: 5 * minute } });
    await client.projects.list();
    await pass(4 * minute);
    expect(server.whats).toEqual(['GET /projects', 'PUT /sessions']);
    await pass(5 * minute);
    expect(events.at(-1)).toEqual({ name: 'expired', layer: 'http', knownBy: 'timer' });
  });

  it('is renewed once for any number of callers', async () => {
    const { client, server } = await started();
    const held = later();
    server.instead = () => held.answer;
    const renewals = Array.from({ length: 50 }, () => client.sessions.renew());
    held.give();
    await Promise.all(renewals);
    expect(server.whats).toEqual(['PUT /sessions']);
  });

  it('is renewed for the others when the caller who was first gives up', async () => {
    const { client, server } = await started();
    const held = later();
    server.instead = () => held.answer;
    const abort = new AbortController();
    const first = client.sessions.renew({ signal: abort.signal });
    const other = client.sessions.renew();
    abort.abort(new Error('not wanted any more'));
    await expect(first).rejects.toThrow('not wanted any more');
    held.give();
    await other;
    expect(client.state).toBe('active');
  });

  it('survives a renewal that fails, which is tried again in time', async () => {
    const { client, server, pass } = await started();
    await client.projects.list();
    server.instead = () => unavailable;
    await pass(9 * minute);
    expect(['expiring', 'renewing']).toContain(client.state);
    server.instead = () => undefined;
    await pass(minute);
    expect(client.state).toBe('active');
    expect(server.count('PUT /sessions')).toBeLessThan(20);
  });

  it('is given up when the server stays away, and nothing goes on then', async () => {
    const { client, server, clock, events, pass } = await started();
    await client.projects.list();
    server.instead = () => unavailable;
    await pass(24 * 60 * minute);
    expect(client.state).toBe('expired');
    expect(events.at(-1)).toMatchObject({ name: 'expired', knownBy: 'timer' });
    expect(clock.waiting).toBe(0);
  });

  it('is over when the server says so, with the layer that fits', async () => {
    const { client, server, events, pass } = await started({ session: { keep: 'never' } });
    server.living = undefined;
    await expect(client.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    expect(events).toEqual([{ name: 'expired', layer: 'unknown', knownBy: 'server' }]);
    expect(client.state).toBe('expired');
    await client.login.anonymous();
    await pass(11 * minute);
    server.living = undefined;
    await expect(client.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    expect(events.at(-1)).toEqual({ name: 'expired', layer: 'engine', knownBy: 'server' });
  });

  it('is not told to be over twice', async () => {
    const { client, server, events, pass } = await started();
    await pass(11 * minute);
    server.living = undefined;
    await expect(client.projects.list()).rejects.toMatchObject({ code: 'ERR009' });
    expect(events.filter(({ name }) => name === 'expired')).toHaveLength(1);
  });

  it('turns out to be alive where the server has not noticed its end', async () => {
    const { client, server, pass } = await started();
    await pass(15 * minute);
    expect(client.state).toBe('expired');
    await client.projects.list();
    await server.settled();
    expect(client.state).toBe('active');
    expect(server.whats).toEqual(['GET /projects', 'PUT /sessions']);
  });
});

describe('when the machine sleeps or its clock is set, a session', () => {
  it('is renewed right after a sleep that it survived', async () => {
    const { client, server, clock, pass } = await started();
    await client.projects.list();
    clock.sleep(9 * minute);
    expect(client.state).toBe('expiring');
    await pass(minute - 1);
    expect(server.whats).toEqual(['GET /projects', 'PUT /sessions']);
  });

  it('is known to be over after a night, without asking', async () => {
    const { client, server, clock, events, pass } = await started();
    await client.projects.list();
    clock.sleep(8 * 60 * minute);
    expect(client.state).toBe('expired');
    await pass(minute);
    expect(server.whats).toEqual(['GET /projects']);
    expect(events).toEqual([{ name: 'expired', layer: 'engine', knownBy: 'timer' }]);
  });

  it('lives on through a clock that is set a day ahead, as the next call shows', async () => {
    const { client, server, clock } = await started();
    clock.sleep(24 * 60 * minute);
    await client.projects.list();
    await server.settled();
    expect(client.state).toBe('active');
  });

  it('is renewed in time by a clock that is set back', async () => {
    const { client, server, clock, pass } = await started();
    await client.projects.list();
    clock.sleep(-24 * 60 * minute);
    await pass(9 * minute);
    expect(server.whats).toEqual(['GET /projects', 'PUT /sessions']);
    expect(client.state).toBe('active');
  });
});

describe('a logout', () => {
  it('is not undone by a renewal that it overtakes', async () => {
    const { client, server, events, pass } = await started();
    const held = later();
    server.instead = ({ method }) => (method === 'PUT' ? held.answer : undefined);
    const renewal = client.sessions.renew();
    await client.logout();
    held.give({ status: 204, headers: { 'Set-Cookie': 'JSESSIONID=revived; Path=/Lib' } });
    await renewal;
    await pass(60 * minute);
    expect(client.state).toBe('loggedOut');
    expect(events).toEqual([{ name: 'loggedOut', by: 'logout' }]);
    server.instead = () => undefined;
    await client.login.anonymous();
    expect(server.asked.at(-1)?.cookie).toBeNull();
  });

  it('shows as under way, and as failed', async () => {
    const { client, server } = await started();
    server.instead = () => unavailable;
    const logout = client.logout();
    expect(client.state).toBe('loggingOut');
    await expect(logout).rejects.toMatchObject({ status: 503 });
    expect(client.state).toBe('active');
  });
});

describe('a listener', () => {
  it('harms nothing by throwing or rejecting, and hears nothing after it was taken away', async () => {
    const { client, events } = keptClient();
    const heard: string[] = [];
    const off = client.on('loggedIn', ({ operation }) => {
      heard.push(operation ?? '');
      throw new Error('the listener fails');
    });
    client.on('loggedIn', () => Promise.reject(new Error('the listener fails')));
    await client.login.anonymous();
    off();
    await client.login.anonymous();
    expect(heard).toEqual(['postLogin']);
    expect(events.map(({ name }) => name)).toEqual(['loggedIn', 'loggedIn']);
  });
});

it.each([{ keep: 'sometimes' as 'never' }, { httpTimeoutMs: 0 }, { httpTimeoutMs: Number.NaN }])(
  'options that cannot be are refused: %j',
  (session) => {
    expect(() => keptClient({ session })).toThrow(TypeError);
  },
);
