import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openProvider, type OpenProvider } from '../../../tools/test-servers/openid-provider.js';
import { BrowserOfTests } from '../../../tools/test-servers/browser-of-tests.js';
import { clientId, openHostileProvider, type HostileProvider } from './hostile-provider.js';
import { openServer, type TestServer } from './open-server.js';
import { RunningClock } from './running-clock.js';

const nativeClientId = 'native-program';
const redirectUri = 'http://127.0.0.1/callback';
const now = () => Math.floor(Date.now() / 1000);

describe('programs with tokens of an OpenID provider', () => {
  const clock = new RunningClock();
  let real: OpenProvider;
  let hostile: HostileProvider;
  let test: TestServer;
  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    real = await openProvider([
      {
        client_id: nativeClientId,
        application_type: 'native',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'none',
      },
    ]);
    hostile = await openHostileProvider();
    const oidc = {
      providers: [
        { name: 'real', title: 'A real one', issuer: real.issuer, clientId, nativeClientId },
        { name: 'hostile', issuer: hostile.issuer, clientId, nativeClientId: 'other-program' },
        { name: 'pages', issuer: hostile.issuer, clientId: 'without programs' },
        { name: 'gone', issuer: 'http://127.0.0.1:1', clientId, nativeClientId: 'lost-program' },
      ],
      linkByLoginName: true,
    };
    test = await openServer({ server: { port }, auth: { modes: { available: [1, 4194304] }, oidc } }, { clock });
    await test.server.listen();
  });
  afterAll(async () => {
    await test.close();
    await real.close();
    await hostile.close();
  });

  const hand = (client: string, tokens: object) =>
    test.call('POST', `/auth/oidc/token?clientId=${client}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(tokens),
    });
  const right = (): JWTPayload => ({
    iss: hostile.issuer,
    aud: 'other-program',
    sub: 'ann',
    preferred_username: 'ann',
    iat: now(),
    exp: now() + 300,
    jti: randomUUID(),
  });

  it('learn where to get them', async () => {
    const answer = await test.call('GET', '/config/oidc/native?showAll=true');
    expect(answer.status).toBe(200);
    const { iams } = (await answer.json()) as { iams: readonly Record<string, unknown>[] };
    expect(iams).toEqual([
      expect.objectContaining({
        id: 'real',
        issuer: real.issuer,
        nativeClientId,
        clientId,
        redirectUri: `${test.server.url}/auth/oidc/login`,
        vendor: { name: 'A real one', version: '' },
        default: true,
        blockAutoProvisioning: true,
        token_endpoint: `${real.issuer}/token`,
      }),
      expect.objectContaining({ id: 'hostile', default: false }),
      // Nobody is there to be asked for the addresses.
      expect.not.objectContaining({ token_endpoint: expect.anything() }),
    ]);
  });

  it('get them by the code flow of a public client, and are let in once', async () => {
    const { iams } = (await (await test.call('GET', '/config/oidc/native')).json()) as {
      iams: readonly { authorization_endpoint: string; token_endpoint: string }[];
    };
    const { authorization_endpoint: start = '', token_endpoint: end = '' } = iams[0] ?? {};
    const query = new URLSearchParams({
      client_id: nativeClientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid profile',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    });
    const browser = new BrowserOfTests();
    const back = await browser.submit(await browser.get(`${start}?${String(query)}`), { login: 'ann' }, [
      'http://127.0.0.1',
    ]);
    const code = new URL(back.url).searchParams.get('code') ?? '';
    const tokens = await fetch(end, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: nativeClientId,
        redirect_uri: redirectUri,
        code,
        code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      }),
    });
    const received = (await tokens.json()) as Record<string, string>;
    const answers = await Promise.all(Array.from({ length: 5 }, () => hand(nativeClientId, received)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401, 401, 401]);
    const [opened] = answers.filter(({ status }) => status === 204);
    expect(opened?.headers.get('x-mstr-authtoken')).toMatch(/^[0-9a-v]{26}$/);
    expect(opened?.headers.get('set-cookie')).toMatch(/^JSESSIONID=[0-9A-F]{32};/);
    const refused = (await test.server.audit.find({ event: 'loginRefused' }))[0];
    expect(refused).toMatchObject({ loginMode: 4194304, loginName: 'ann', details: { detail: 'it was used before' } });
    expect(JSON.stringify(test.log)).not.toContain(received['id_token']?.slice(0, 40));
  });

  it('are let in with an ID token alone', async () => {
    expect((await hand('other-program', { id_token: await hostile.signed(right()) })).status).toBe(204);
  });

  it.each<[string, object, RegExp]>([
    ['for the client that the server itself is', { aud: clientId }, /aud/],
    ['for a client of another provider', { aud: nativeClientId }, /aud/],
    ['for several clients', { aud: ['other-program', 'another'] }, /azp is missing/],
    ['of another party', { azp: 'another' }, /azp names another/],
    ['of another issuer', { iss: 'https://another.example.com' }, /iss/],
    ['that is over', { exp: now() - 60 }, /ERR_JWT_EXPIRED exp/],
    ['without an end', { exp: undefined }, /exp/],
    ['from long ago', { iat: now() - 700 }, /ERR_JWT_EXPIRED iat/],
    ['from the future', { iat: now() + 120 }, /iat/],
    ['of nobody', { sub: undefined }, /sub/],
    ['with the hash of another access token', { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }, /at_hash/],
    ['that is a logout token', { events: {} }, /tells of an event/],
  ])('are refused with an ID token %s', async (_what, changes, detail) => {
    const token = await hostile.signed({ ...right(), ...changes });
    const answer = await hand('other-program', { id_token: token, access_token: 'an access token' });
    expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: 'ERR003' })]);
    const [event] = await test.server.audit.find();
    expect(event).toMatchObject({ event: 'loginRefused', reason: 'providerAnswerRefused' });
    expect(event?.details['detail']).toMatch(detail);
  });

  it('are refused without a signature, and with that of somebody else', async () => {
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forger = await openHostileProvider();
    const forged = [`${encoded({ alg: 'none' })}.${encoded(right())}.`, await forger.signed(right()), 'x', 'x.y.z'];
    await forger.close();
    for (const token of forged) expect((await hand('other-program', { id_token: token })).status).toBe(401);
  });

  it('are told of a client of nobody, and of a provider that is down', async () => {
    const token = await hostile.signed(right());
    for (const client of ['somebody', clientId, 'without programs']) {
      expect((await hand(client, { id_token: token })).status).toBe(400);
    }
    const answer = await hand('lost-program', { id_token: token });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it('come to the door of the API with no other mode, and with this mode to no other door', async () => {
    const body = JSON.stringify({ loginMode: 4194304 });
    const answer = await test.call('POST', '/auth/login', { headers: { 'content-type': 'application/json' }, body });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ message: expect.stringContaining('POST /api/auth/oidc/token') }),
    ]);
  });
});
