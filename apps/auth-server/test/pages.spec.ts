import { ann, openServer, type TestServer } from './open-server.js';

const asBrowser = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'en' };
const form = { ...asBrowser, 'content-type': 'application/x-www-form-urlencoded' };

describe('the login page', () => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openServer({ auth: { modes: { available: [1, 8] }, cors: { origins: ['https://app.example.com'] } } });
  });
  afterAll(() => test.close());
  const page = (path: string, init: RequestInit = {}) =>
    test.server.fetch(new Request(`${test.server.url}/auth/${path}`, { headers: asBrowser, ...init }));
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    page('login', { method: 'POST', headers: { ...form, ...headers }, body: String(new URLSearchParams(fields)) });

  it('offers the enabled modes, the default first', async () => {
    const answer = await page('login');
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text.indexOf('name="loginMode" value="1"')).toBeGreaterThan(0);
    expect(text.indexOf('name="loginMode" value="8"')).toBeGreaterThan(text.indexOf('value="1"'));
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
  });

  it('speaks the language that the browser asks for', async () => {
    const answer = await page('login', { headers: { ...asBrowser, 'accept-language': 'fr, de;q=0.8, en;q=0.5' } });
    expect(await answer.text()).toContain('<html lang="de"');
  });

  it('logs a browser in by its form, shows who he is, and logs him out', async () => {
    const answer = await post({ loginMode: '1', ...ann });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/MicroStrategyLibrary/auth/signed-in']);
    expect(answer.headers.get('x-mstr-authtoken')).toBeNull();
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const signedIn = await page('signed-in', { headers: { ...asBrowser, cookie } });
    expect(await signedIn.text()).toContain('You are signed in as Ann Analyst.');
    const signedOut = await page('logout', { method: 'POST', headers: { ...asBrowser, cookie } });
    expect(await signedOut.text()).toContain('You are signed out.');
    expect((await page('signed-in', { headers: { ...asBrowser, cookie } })).status).toBe(401);
  });

  it('comes again with what was wrong, the name, the ticket and no password', async () => {
    const answer = await post({ loginMode: '1', username: '"><b>ann', password: 'a wrong password of hers' });
    const text = await answer.text();
    expect(answer.status).toBe(401);
    expect(text).toMatch(/role="alert"[^]*Ticket <bdi>[0-9a-f]{32}/);
    const [, ticketId] = /Ticket <bdi>([0-9a-f]{32})/.exec(text) ?? [];
    expect(test.log).toContainEqual(expect.objectContaining({ ticketId, kind: 'wrongCredentials', status: 401 }));
    expect(text).toContain('&quot;&gt;&lt;b&gt;ann');
    expect(text).not.toContain('a wrong password of hers');
  });

  it('answers a script as the API does', async () => {
    const script = { accept: 'application/json', 'x-requested-with': 'XMLHttpRequest' };
    const answer = await post({ loginMode: '1', ...ann }, script);
    expect([answer.status, answer.headers.get('x-mstr-authtoken')]).toEqual([
      204,
      expect.stringMatching(/^[0-9a-v]{26}$/),
    ]);
    const refused = await post({ loginMode: '1', username: 'ann', password: 'wrong' }, script);
    expect(await refused.json()).toMatchObject({ code: 'ERR003' });
  });

  it('sends nobody to where the configuration does not know, and tells no stranger', async () => {
    for (const query of [
      'redirectURL=https://evil.example.com/',
      'redirectURL=//evil.example.com/',
      'redirectURL=https://app.example.com@evil.example.com/',
      'redirectURL=javascript:alert(1)',
      'callback-origin=https://evil.example.com',
      'callback-origin=*',
      'callback-origin=https://app.example.com.evil.example.com',
    ]) {
      const answer = await page(`login?${query}`);
      expect([query, answer.status]).toEqual([query, 400]);
      expect(answer.headers.get('location')).toBeNull();
    }
    const sent = await post({ loginMode: '1', ...ann, redirectURL: 'https://app.example.com/x' });
    expect(sent.headers.get('location')).toBe('https://app.example.com/x');
  });

  it('asks for a new password where the old one is over, takes it twice, and logs in with it', async () => {
    const user = { loginName: 'bea', password: 'bea has a long password', requireNewPassword: true };
    const other = await openServer({ users: [user] });
    const send = (fields: Record<string, string>) =>
      other.server.fetch(
        new Request(`${other.server.url}/auth/login`, {
          method: 'POST',
          headers: form,
          body: String(new URLSearchParams({ loginMode: '1', username: 'bea', password: user.password, ...fields })),
        }),
      );
    const asked = await send({});
    expect(asked.status).toBe(401);
    expect(await asked.text()).toMatch(/<h1>Choose a new password[^]*name="newPassword"/);
    const next = { changePassword: 'true', newPassword: 'another long one of bea' };
    const differing = await send({ ...next, newPasswordAgain: 'another long one of be' });
    expect([differing.status, await differing.text()]).toEqual([400, expect.stringContaining('are not the same')]);
    expect(await (await send({ ...next, newPassword: 'short', newPasswordAgain: 'short' })).text()).toMatch(
      /at least 15[^]*name="newPassword"/,
    );
    const changed = await send({ ...next, newPasswordAgain: next.newPassword });
    expect(changed.status).toBe(303);
    expect((await send({ password: next.newPassword })).status).toBe(303);
    await other.close();
  });

  it('offers no mode that a page has no form for, and shows no secret that came as a name', async () => {
    const other = await openServer({ auth: { modes: { available: [1, 4096] } } });
    const send = (init: RequestInit) =>
      other.server.fetch(new Request(`${other.server.url}/auth/login`, { headers: form, ...init }));
    expect(await (await send({})).text()).not.toContain('value="4096"');
    const secret = 'a-token-that-nobody-has-made-and-nobody-may-see';
    const body = String(new URLSearchParams({ loginMode: '4096', username: secret }));
    const answer = await send({ method: 'POST', body });
    expect([answer.status, await answer.text()]).toEqual([401, expect.not.stringContaining(secret)]);
    await other.close();
  });

  it('lets no other site log a browser in', async () => {
    for (const origin of ['https://evil.example.com', 'null']) {
      expect((await post({ loginMode: '1', ...ann }, { origin })).status).toBe(403);
    }
  });
});
