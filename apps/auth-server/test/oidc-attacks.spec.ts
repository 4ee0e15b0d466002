import { createHash, createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { BrowserOfTests, type Seen } from '../../../tools/test-servers/browser-of-tests.js';
import { clientId, openHostileProvider, type HostileProvider, type Misbehaviour } from './hostile-provider.js';
import { openServer, type TestServer } from './open-server.js';
import { RunningClock } from './running-clock.js';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);
const requestTimeoutSeconds = 1;

describe('what an OpenID provider, or somebody in its place, may not do', () => {
  const clock = new RunningClock();
  let provider: HostileProvider;
  let other: HostileProvider;
  let test: TestServer;
  beforeAll(async () => {
    provider = await openHostileProvider();
    other = await openHostileProvider();
    await open();
  });
  afterAll(async () => {
    await test.close();
    await provider.close();
    await other.close();
  });
  beforeEach(() => {
    for (const one of [provider, other]) {
      one.misbehaviour = {};
      one.asked.length = 0;
    }
  });

  async function open(): Promise<void> {
    const [port = 0] = await freePorts(1);
    const oidc = {
      providers: [
        { issuer: provider.issuer, clientId, clientSecret: 'the secret at the first' },
        {
          name: 'other',
          issuer: other.issuer,
          clientId,
          clientSecret: 'the secret at the other',
          ownRedirectUri: true,
        },
        { name: 'mail', issuer: provider.issuer, clientId, claims: { loginName: 'email' } },
        { name: 'asking', issuer: provider.issuer, clientId, userInfo: true, maximumAuthenticationAgeSeconds: 60 },
      ],
      requestTimeoutSeconds,
      linkByLoginName: true,
    };
    test = await openServer({ server: { port }, auth: { modes: { available: [1, 4194304] }, oidc } }, { clock });
    await test.server.listen();
  }

  const address = (source = 'default') => `${test.server.url}/auth/login?loginMode=4194304&source=${source}`;
  const logIn = (source?: string, browser = new BrowserOfTests()) => browser.get(address(source));
  // A test has put the clock forward for a while.
  const last = async () => (await test.server.audit.find()).find(({ at }) => at <= clock.now());
  const logins = () => test.server.audit.find({ event: 'login' });
  const signedIn = (seen: Seen) => expect(seen.text).toContain('You are signed in as Ann Analyst.');

  async function expectRefused(misbehaviour: Misbehaviour, detail: string | RegExp, source?: string): Promise<void> {
    provider.misbehaviour = misbehaviour;
    const seen = await logIn(source);
    expect([seen.status, seen.text]).toEqual([
      401,
      expect.stringContaining('answer of the identity provider was refused'),
    ]);
    const event = await last();
    expect(event).toMatchObject({ event: 'loginRefused', reason: 'providerAnswerRefused' });
    expect(event?.details['detail']).toMatch(detail);
  }

  it('lets somebody in where everything is right, or nothing below would show anything', async () => {
    signedIn(await logIn());
  });

  describe('the ID token', () => {
    const claims = (changes: Readonly<Record<string, unknown>>) => ({
      claims: (right: JWTPayload): JWTPayload => ({ ...right, ...changes }),
    });

    it.each<[string, Misbehaviour, RegExp]>([
      ['for another audience', claims({ aud: 'another client' }), /OAUTH_JWT_CLAIM_COMPARISON_FAILED aud/],
      ['for several, and nobody in particular', claims({ aud: [clientId, 'another client'] }), /COMPARISON/],
      ['for several, and another one in particular', claims({ aud: [clientId, 'x'], azp: 'x' }), /azp|COMPARISON/],
      ['of another party', claims({ azp: 'another client' }), /azp|COMPARISON/],
      ['that is over', claims({ exp: now() - 60 }), /TIMESTAMP/],
      ['without an end', claims({ exp: undefined }), /INVALID_RESPONSE/],
      ['from the future', claims({ iat: now() + 120 }), /ERR_JWT_CLAIM_VALIDATION_FAILED iat/],
      ['from long ago', claims({ iat: now() - 700 }), /ERR_JWT_EXPIRED iat/],
      ['without a moment', claims({ iat: undefined }), /INVALID_RESPONSE/],
      ['of another login', claims({ nonce: 'of another login' }), /nonce/],
      ['of no login', claims({ nonce: undefined }), /INVALID_RESPONSE|nonce/],
      ['of another issuer', claims({ iss: 'https://another.example.com' }), /iss/],
      ['of nobody', claims({ sub: undefined }), /INVALID_RESPONSE/],
      ['of a nobody with an empty name', claims({ sub: '' }), /sub|INVALID_RESPONSE/],
      ['of somebody without a login name', claims({ preferred_username: ' ' }), /preferred_username is missing/],
      ['with the hash of another access token', claims({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }), /at_hash/],
      ['that is a logout token', claims({ events: {} }), /tells of an event/],
      ['that is an access token', { sign: (all) => provider.signed(all, { typ: 'at+jwt' }) }, /another type/],
      ['that is missing', { tokens: ({ id_token: _none, ...rest }) => rest }, /INVALID_RESPONSE/],
      ['that is no token', { sign: () => 'x.y.z' }, /OAUTH/],
    ])('is refused %s', async (_what, misbehaviour, detail) => {
      await expectRefused(misbehaviour, detail);
    });

    it('is refused without a signature, though the provider says it makes such', async () => {
      const sign = (all: JWTPayload) => `${encoded({ alg: 'none' })}.${encoded(all)}.`;
      await expectRefused({ sign }, /ALG_NOT_ALLOWED|UNSUPPORTED|JWS/);
    });

    it('is refused where the public key of the provider served as a secret', async () => {
      const spki = await exportSPKI(provider.keys.publicKey);
      const jwk = JSON.stringify(await exportJWK(provider.keys.publicKey));
      for (const secret of [spki, spki.trim(), jwk]) {
        const sign = (all: JWTPayload) => {
          const text = `${encoded({ alg: 'HS256', kid: provider.keys.kid })}.${encoded(all)}`;
          return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
        };
        await expectRefused({ sign }, /ALG_NOT_ALLOWED/);
      }
    });

    it('is refused where it is signed by another key, also one that comes with it', async () => {
      const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
      const { kid } = provider.keys;
      const jwk = await exportJWK(publicKey);
      for (const header of [{ kid }, {}, { kid, jwk }, { jwk }, { kid, jku: `${other.issuer}/jwks` }]) {
        const sign = (all: JWTPayload) =>
          new SignJWT(all).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey);
        await expectRefused({ sign }, /SIGNATURE_VERIFICATION/);
      }
      expect(other.asked).toEqual([]);
    });

    it('is refused with a key that the provider does not publish, and that makes it ask every two seconds', async () => {
      const asked = () => provider.asked.filter(({ path }) => path === '/jwks').length;
      const { privateKey } = await generateKeyPair('RS256');
      const sign = (all: JWTPayload) =>
        new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: 'new' }).sign(privateKey);
      clock.hold();
      for (const passedMs of [2000, 0, 1999]) {
        clock.aheadMs += passedMs;
        for (let attempt = 0; attempt < 3; attempt += 1) await expectRefused({ sign }, /NO_MATCHING_KEY/);
        expect(asked()).toBe(1);
      }
      clock.aheadMs += 1;
      await expectRefused({ sign }, /NO_MATCHING_KEY/);
      expect(asked()).toBe(2);
      clock.release();
      provider.misbehaviour = {};
      signedIn(await logIn());
    });

    it('names nobody by an e-mail address that nobody has checked', async () => {
      for (const verified of [undefined, false, 'true']) {
        await expectRefused(claims({ email: 'ann', email_verified: verified }), /e-mail is not verified/, 'mail');
      }
      provider.misbehaviour = claims({ email: 'ann', email_verified: true });
      signedIn(await logIn('mail'));
    });

    it('is that of somebody who proved himself lately, where that is asked for', async () => {
      await expectRefused({}, /INVALID_RESPONSE/, 'asking');
      await expectRefused(claims({ auth_time: now() - 120 }), /TIMESTAMP/, 'asking');
      provider.misbehaviour = claims({ auth_time: now() });
      signedIn(await logIn('asking'));
    });

    it('is not joined with what the UserInfo endpoint says of somebody else, nor overruled by it', async () => {
      const { claims: change } = claims({ auth_time: now() });
      await expectRefused({ claims: change, userInfo: { sub: 'bea' } }, /sub/, 'asking');
      provider.misbehaviour = { claims: change, userInfo: { preferred_username: 'bea', aud: 'x' } };
      signedIn(await logIn('asking'));
    });
  });

  describe('the way back', () => {
    it('carries a state, a nonce and a challenge that are new each time, and the verifier of the challenge', async () => {
      await logIn();
      await logIn();
      const [one, two] = provider.asked.filter(({ path }) => path === '/authorize').map(({ query }) => query);
      for (const name of ['state', 'nonce', 'code_challenge']) {
        expect(one?.get(name)).toMatch(/^[\w-]{22,43}$/);
        expect(one?.get(name)).not.toBe(two?.get(name));
      }
      expect(one?.get('code_challenge_method')).toBe('S256');
      expect(one?.get('response_type')).toBe('code');
      expect(one?.get('redirect_uri')).toBe(`${test.server.url}/auth/oidc/login`);
      const { body } = provider.asked.find(({ path }) => path === '/token') ?? {};
      const challenge = createHash('sha256')
        .update(body?.get('code_verifier') ?? '')
        .digest('base64url');
      expect(challenge).toBe(one?.get('code_challenge'));
      expect(body?.get('redirect_uri')).toBe(`${test.server.url}/auth/oidc/login`);
    });

    it('is open to the browser that set out, once', async () => {
      let back = '';
      provider.misbehaviour = { back: (query) => void (back = `${test.server.url}/auth/oidc/login?${String(query)}`) };
      const before = (await logins()).length;
      const browser = new BrowserOfTests();
      const jar = browser.jar.cloneSync();
      signedIn(await logIn(undefined, browser));
      const used = provider.asked.filter(({ path }) => path === '/token').length;
      // The cookie is still there in the copy of a thief.
      for (const cookies of [browser.jar, jar]) {
        const again = new BrowserOfTests();
        Object.assign(again, { jar: cookies });
        expect((await again.get(back)).status).toBe(400);
        expect(await logins()).toHaveLength(1 + before);
      }
      expect(provider.asked.filter(({ path }) => path === '/token').length).toBe(used);
    });

    it('is closed to the browser of somebody else: no login of the attacker in the browser of a victim', async () => {
      const attacker = new BrowserOfTests();
      const stopped = await attacker.get(address(), [provider.issuer]);
      const atProvider = await fetch(stopped.url, { redirect: 'manual' });
      const back = atProvider.headers.get('location') ?? '';
      const victim = new BrowserOfTests();
      await victim.get(address(), [provider.issuer]);
      const seen = await victim.get(back);
      expect([seen.status, seen.text]).toEqual([400, expect.stringContaining('begun in another browser')]);
      expect(provider.asked.some(({ path }) => path === '/token')).toBe(false);
      signedIn(await attacker.get(back));
    });

    it('is the last one, however often it is taken at the same time', async () => {
      const browser = new BrowserOfTests();
      const stopped = await browser.get(address(), [provider.issuer]);
      const back = (await fetch(stopped.url, { redirect: 'manual' })).headers.get('location') ?? '';
      const cookie = await browser.jar.getCookieString(back);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => fetch(back, { redirect: 'manual', headers: { cookie, accept: 'text/html' } })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 9 }, () => 400)]);
    });

    it('is over after ten minutes', async () => {
      const browser = new BrowserOfTests();
      const stopped = await browser.get(address(), [provider.issuer]);
      const back = (await fetch(stopped.url, { redirect: 'manual' })).headers.get('location') ?? '';
      clock.aheadMs += 10 * 60_000 + 2000;
      const seen = await browser.get(back);
      clock.aheadMs -= 10 * 60_000 + 2000;
      expect(seen.status).toBe(400);
    });

    it.each<[string, (query: URLSearchParams) => void]>([
      ['names another issuer (mix-up, RFC 9207)', (query) => query.set('iss', 'https://another.example.com')],
      ['names none, though the provider always does', (query) => query.delete('iss')],
      ['has no code', (query) => query.delete('code')],
      ['has an ID token in it', (query) => query.set('id_token', 'x.y.z')],
    ])('is refused where it %s', async (_what, back) => {
      await expectRefused({ back }, /OAUTH/);
      expect(provider.asked.some(({ path }) => path === '/token')).toBe(false);
    });

    it('is refused at the redirect URI of another provider, to whom the code is not shown', async () => {
      other.misbehaviour = {
        discovery: ({ authorization_response_iss_parameter_supported: _none, ...rest }) => rest,
        at: {
          // The hostile provider sends the browser to an honest one, with the state of the login at itself.
          '/authorize': (response, request) => {
            const { searchParams } = new URL(request.url ?? '', other.issuer);
            searchParams.set('redirect_uri', `${test.server.url}/auth/oidc/login`);
            response.writeHead(303, { location: `${provider.issuer}/authorize?${String(searchParams)}` }).end();
          },
        },
      };
      provider.misbehaviour = { back: (query) => query.delete('iss') };
      expect((await logIn('other')).status).toBe(401);
      expect((await last())?.details['detail']).toBe('the redirect URI is that of another provider');
      expect(other.asked.some(({ path }) => path === '/token')).toBe(false);
    });

    it('is kept for five logins of one browser, so that nobody can fill its cookies by beginning more', async () => {
      const browser = new BrowserOfTests();
      for (let begun = 0; begun < 12; begun += 1) await browser.get(address(), [provider.issuer]);
      const cookies = await browser.jar.getCookies(test.server.url);
      expect(cookies.filter(({ key }) => key.startsWith('mstr-login-'))).toHaveLength(5);
      signedIn(await logIn(undefined, browser));
    });

    it('is no way for a form that another site sends', async () => {
      const browser = new BrowserOfTests();
      const stopped = await browser.get(address(), [provider.issuer]);
      const back = new URL((await fetch(stopped.url, { redirect: 'manual' })).headers.get('location') ?? '');
      const cookie = await browser.jar.getCookieString(back.href);
      const body = back.searchParams;
      back.search = '';
      const answer = await fetch(back, { method: 'POST', body, headers: { cookie, origin: provider.issuer } });
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
      expect(provider.asked.some(({ path }) => path === '/token')).toBe(false);
    });

    it('is refused with a parameter twice', async () => {
      provider.misbehaviour = { back: (query) => query.append('code', 'another') };
      expect((await logIn()).status).toBe(400);
    });

    it('shows nothing of what stands in an error', async () => {
      const error = 'x"><script>alert(1)</script>';
      provider.misbehaviour = {
        back: (query) => {
          query.delete('code');
          query.set('error', error);
          query.set('error_description', error);
        },
      };
      const seen = await logIn();
      expect([seen.status, seen.text.includes('alert(1)')]).toEqual([401, false]);
      expect((await last())?.details['detail']).toBe('the provider answered an error without a name');
    });
  });

  describe('its answers to the server', () => {
    // One that has asked nothing yet.
    beforeEach(async () => {
      await test.close();
      await open();
    });

    async function expectDown(misbehaviour: Misbehaviour, detail: RegExp, source?: string): Promise<void> {
      provider.misbehaviour = misbehaviour;
      const began = performance.now();
      const seen = await logIn(source);
      expect(performance.now() - began).toBeLessThan(requestTimeoutSeconds * 1000 + 1500);
      expect([seen.status, seen.text]).toEqual([503, expect.stringContaining('identity provider cannot be reached')]);
      expect(seen.headers.get('retry-after')).toBe('5');
      const event = await last();
      expect(event).toMatchObject({ event: 'loginRefused', reason: 'serviceUnavailable' });
      expect(event?.details['detail']).toMatch(detail);
    }
    const never = () => undefined;
    const dribbling = (response: ServerResponse) => {
      const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write(' ')), 50);
    };
    const huge = (response: ServerResponse) => {
      response.setHeader('content-type', 'application/json');
      const timer = setInterval(
        () => (response.destroyed ? clearInterval(timer) : response.write('x'.repeat(100_000))),
        1,
      );
    };
    const elsewhere = (response: ServerResponse) =>
      response.writeHead(302, { location: `${other.issuer}/token` }).end();
    const config = '/.well-known/openid-configuration';

    it.each<[string, Misbehaviour, RegExp]>([
      ['does not answer', { at: { [config]: never } }, /OAUTH_TIMEOUT/],
      ['answers byte by byte', { at: { [config]: dribbling } }, /OAUTH_TIMEOUT/],
      ['answers without end', { at: { [config]: huge } }, /larger than/],
      ['sends it elsewhere', { at: { [config]: elsewhere } }, /OAUTH_RESPONSE_IS_NOT_CONFORM/],
      ['says it is another', { discovery: (all) => ({ ...all, issuer: other.issuer }) }, /issuer/],
      [
        'says it is almost itself',
        { discovery: (all) => ({ ...all, issuer: `${provider.issuer}/` }) },
        /another issuer/,
      ],
      ['has no address of keys', { discovery: ({ jwks_uri: _none, ...rest }) => rest }, /no jwks_uri/],
      ['breaks off', { at: { [config]: (response) => response.destroy() } }, /fetch failed|terminated/],
    ])('mean that it is down where the discovery document %s', async (_what, misbehaviour, detail) => {
      await expectDown(misbehaviour, detail);
      expect(other.asked).toEqual([]);
      provider.misbehaviour = {};
      signedIn(await logIn());
    });

    it.each<[string, Misbehaviour, RegExp]>([
      ['the code', { at: { '/token': never } }, /OAUTH_TIMEOUT/],
      ['the code, byte by byte', { at: { '/token': dribbling } }, /OAUTH_TIMEOUT/],
      ['the code, with status 500', { at: { '/token': (r) => r.writeHead(500).end() } }, /NOT_CONFORM/],
      ['the keys', { at: { '/jwks': never } }, /ERR_JWKS_TIMEOUT/],
    ])('mean that it is down where it does not answer for %s', async (_what, misbehaviour, detail) => {
      await expectDown(misbehaviour, detail);
    });

    const lately: Misbehaviour = { claims: (right) => ({ ...right, auth_time: now() }) };

    it('mean that it is down where its UserInfo endpoint does not answer', async () => {
      for (const at of [never, dribbling]) {
        await expectDown({ ...lately, at: { '/userinfo': at } }, /OAUTH_TIMEOUT/, 'asking');
      }
    });

    it('are refused where its UserInfo endpoint answers without end, sends elsewhere, or says nothing of use', async () => {
      await expectRefused({ ...lately, at: { '/userinfo': huge } }, /larger than/, 'asking');
      await expectRefused({ ...lately, at: { '/userinfo': elsewhere } }, /NOT_CONFORM/, 'asking');
      await expectRefused({ ...lately, at: { '/userinfo': (response) => response.end('x') } }, /OAUTH/, 'asking');
      expect(other.asked).toEqual([]);
    });

    it.each<[string, Misbehaviour, RegExp]>([
      ['an answer without end', { at: { '/token': huge } }, /larger than/],
      ['the way to somewhere else', { at: { '/token': elsewhere } }, /NOT_CONFORM/],
      ['the way to other keys', { at: { '/jwks': elsewhere } }, /JOSE/],
      ['keys without end', { at: { '/jwks': huge } }, /larger than/],
      [
        'an error',
        {
          at: {
            '/token': (response) =>
              response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}'),
          },
        },
        /invalid_grant/,
      ],
    ])('are refused where there is %s', async (_what, misbehaviour, detail) => {
      await expectRefused(misbehaviour, detail);
      expect(other.asked).toEqual([]);
    });

    it('mean that it is down where nobody is there', async () => {
      await other.close();
      const seen = await logIn('other');
      other = await openHostileProvider();
      expect(seen.status).toBe(503);
    });
  });

  it('shows no secret in the log: no code, token, verifier or client secret', async () => {
    signedIn(await logIn());
    await expectRefused({ claims: (right) => ({ ...right, aud: 'x' }) }, /aud/);
    const said = JSON.stringify(test.log);
    const { body } = provider.asked.find(({ path }) => path === '/token') ?? {};
    for (const name of ['code', 'code_verifier', 'client_secret']) {
      expect(body?.get(name)).toBeTruthy();
      expect(said).not.toContain(body?.get(name));
    }
    expect(said).not.toMatch(/eyJ|an access token/);
  });
});
