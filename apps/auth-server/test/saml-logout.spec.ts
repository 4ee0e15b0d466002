import { createSign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { signedBytes } from '../src/login-modes/saml/signed-element.js';
import { readXml } from '../src/login-modes/saml/xml.js';
import { readable } from '../../../tools/test-servers/browser-of-tests.js';
import { newKeys, type TestKeys } from './saml-keys.js';
import { idp, instant, providerMetadata, said, signed, signedResponse } from './saml-responses.js';
import { SamlRoad } from './saml-road.js';

const logoutUrl = 'https://library.example.com/MicroStrategyLibrary/saml/SingleLogout';
const rsa = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
let count = 0;

interface Said {
  readonly kind?: 'LogoutRequest' | 'LogoutResponse';
  readonly id?: string;
  readonly issuer?: string;
  readonly destination?: string;
  readonly version?: string;
  readonly at?: number;
  readonly name?: string;
  readonly more?: string;
  readonly attributes?: string;
}

function message(now: number, it: Said = {}): string {
  const { kind = 'LogoutRequest', name = 'ann', id = `_l${(count += 1)}` } = it;
  const body = kind === 'LogoutRequest' ? `<saml:NameID>${name}</saml:NameID>` : '';
  return `<samlp:${kind} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="${it.version ?? '2.0'}" IssueInstant="${instant(it.at ?? now)}" Destination="${it.destination ?? logoutUrl}"${it.attributes ?? ''}><saml:Issuer>${it.issuer ?? idp}</saml:Issuer>${body}${it.more ?? ''}</samlp:${kind}>`;
}

const success = '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>';
/** The answer of the provider to a request of ours. */
const answerTo = (now: number, id: string, it: Said = {}) =>
  message(now, { kind: 'LogoutResponse', attributes: ` InResponseTo="${id}"`, more: success, ...it });

/** As the binding HTTP-Redirect has it. */
function query(xml: string, keys: TestKeys, parameter = 'SAMLRequest', algorithm = rsa): string {
  const raw = [
    `${parameter}=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}`,
    'RelayState=there',
    `SigAlg=${encodeURIComponent(algorithm)}`,
  ].join('&');
  const hash = algorithm.endsWith('sha1') ? 'sha1' : 'sha256';
  const signature = createSign(hash).update(raw).sign(keys.privateKey, 'base64');
  return `${raw}&Signature=${encodeURIComponent(signature)}`;
}

async function loggedInAt(road: SamlRoad, keys: TestKeys, sessionIndex = '_s1'): Promise<string> {
  const now = road.test.clock.now();
  const begun = await road.begin();
  const authnStatement = `<saml:AuthnStatement AuthnInstant="${instant(now)}" SessionIndex="${sessionIndex}"/>`;
  const xml = signedResponse(said({ inResponseTo: begun.id, now, authnStatement }), keys);
  const loggedIn = await road.finish(await road.deliver(xml, begun.relayState), begun.cookie);
  return loggedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
}

describe('single logout', () => {
  const [keys, otherKeys, ours] = [newKeys('idp'), newKeys('x'), newKeys('ours')] as [TestKeys, TestKeys, TestKeys];
  let road: SamlRoad;
  beforeAll(async () => {
    const provider = { singleLogoutUrl: 'https://idp.example.com/slo' };
    road = await SamlRoad.open(keys, provider, { signingKey: ours, logoutMode: 'global' });
  });
  afterAll(() => road.close());
  const now = () => road.test.clock.now();
  const byRedirect = (search: string) => road.ask('GET', `/saml/SingleLogout?${search}`);
  const byForm = (xml: string, parameter = 'SAMLRequest') =>
    road.ask('POST', '/saml/SingleLogout', {
      body: new URLSearchParams({ [parameter]: Buffer.from(xml).toString('base64') }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://idp.example.com' },
    });

  const logIn = (sessionIndex?: string) => loggedInAt(road, keys, sessionIndex);
  const lives = async (cookie: string) =>
    (await road.ask('GET', '/api/auth/token', { headers: { cookie } })).status === 204;
  /** Logs out at our page. @returns the ID of the request that goes to the provider */
  async function logOut(): Promise<string> {
    const out = await road.ask('POST', '/auth/logout', { headers: { cookie: await logIn() } });
    const [, onward = ''] = /content="0; url=([^"]+)"/.exec(readable(await out.text())) ?? [];
    const request = new URL(onward).searchParams.get('SAMLRequest') ?? '';
    return / ID="([^"]+)"/.exec(inflateRawSync(Buffer.from(request, 'base64')).toString())?.[1] ?? '';
  }

  it('by redirect ends the sessions of that name, and says so to the identity provider, signed', async () => {
    const [one, two] = [await logIn('_s1'), await logIn('_s2')];
    const answer = await byRedirect(query(message(now(), { id: '_ask' }), keys));
    expect(answer.status).toBe(303);
    expect([await lives(one), await lives(two)]).toEqual([false, false]);
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe('https://idp.example.com/slo');
    expect(location.searchParams.get('RelayState')).toBe('there');
    expect(location.searchParams.get('SigAlg')).toBe(rsa);
    const xml = inflateRawSync(Buffer.from(location.searchParams.get('SAMLResponse') ?? '', 'base64')).toString();
    expect(xml).toContain('InResponseTo="_ask"');
    expect(road.test.log.filter(({ event }) => event === 'logout')).toHaveLength(2);
  });

  it('by form ends the one session that is named', async () => {
    const [one, two] = [await logIn('_s1'), await logIn('_s2')];
    const xml = message(now(), { id: '_form', more: '<samlp:SessionIndex>_s2</samlp:SessionIndex>' });
    expect((await byForm(signed(xml, '_form', keys))).status).toBe(303);
    expect([await lives(one), await lives(two)]).toEqual([true, false]);
  });

  it('leaves sessions of others, and of other login modes', async () => {
    const mine = await logIn();
    const standard = await road.test.logIn();
    expect((await byRedirect(query(message(now(), { name: 'bob' }), keys))).status).toBe(303);
    expect(await lives(mine)).toBe(true);
    expect((await byRedirect(query(message(now()), keys))).status).toBe(303);
    expect((await road.test.call('GET', '/sessions/userInfo', { headers: standard })).status).toBe(200);
  });

  const noKey = 'no key of the identity provider made the signature';
  const strip = (search: string, name: string) => search.replace(new RegExp(`&${name}=[^&]*`), '');

  it.each<[string, () => string, string]>([
    ['no signature', () => strip(query(message(now()), keys), 'Signature'), 'nothing is signed'],
    [
      'no signature and no algorithm',
      () => strip(strip(query(message(now()), keys), 'Signature'), 'SigAlg'),
      'nothing is signed',
    ],
    [
      'an empty signature',
      () => query(message(now()), keys).replace(/Signature=.*/, 'Signature='),
      'nothing is signed',
    ],
    ['a signature by another key', () => query(message(now()), otherKeys), noKey],
    [
      'a signature with SHA-1',
      () => query(message(now()), keys, 'SAMLRequest', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'),
      'the SignatureMethod is not allowed',
    ],
    [
      'the signature of another message',
      () => {
        const [good, evil] = [query(message(now(), { name: 'bob' }), keys), query(message(now()), keys)];
        return `${evil.replace(/&Signature=.*/, '')}&${/Signature=.*/.exec(good)?.[0]}`;
      },
      noKey,
    ],
    ['another RelayState', () => query(message(now()), keys).replace('there', 'elsewhere'), noKey],
    ['a parameter twice', () => `${query(message(now()), keys)}&SAMLRequest=x`, 'a parameter is repeated'],
    [
      'a request and a response',
      () => `${query(message(now()), keys)}&SAMLResponse=x`,
      'a request and a response at once',
    ],
    [
      'another Destination',
      () => query(message(now(), { destination: 'https://x.example.com' }), keys),
      'the Destination is not this server',
    ],
    [
      'another Issuer',
      () => query(message(now(), { issuer: 'https://x.example.com' }), keys),
      'the Issuer is not the identity provider',
    ],
    ['version 1.1', () => query(message(now(), { version: '1.1' }), keys), 'the version is not 2.0'],
    [
      'a message of an hour ago',
      () => query(message(now(), { at: now() - 3_600_000 }), keys),
      'the message is not of now',
    ],
    [
      'a message of the future',
      () => query(message(now(), { at: now() + 3_600_000 }), keys),
      'the message is not of now',
    ],
    [
      'a message that is over',
      () => query(message(now(), { attributes: ` NotOnOrAfter="${instant(now() - 31_000)}"` }), keys),
      'the message is over',
    ],
    ['a bomb', () => query('x'.repeat(1_000_000), keys), 'the message is not deflated, or too large'],
    [
      'a comment in the name',
      () => query(message(now(), { name: 'an<!-- -->n' }), keys),
      'a declaration, a comment or a CDATA section',
    ],
    [
      'another message',
      () => query('<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>', keys),
      'no message of single logout',
    ],
    ['nothing', () => '', 'there is no message'],
    [
      'an answer to nothing that was asked',
      () => query(answerTo(now(), '_x'), keys, 'SAMLResponse'),
      'the answer to no request of ours',
    ],
  ])('refuses by redirect and notes: %s', async (_what, forge, detail) => {
    const session = await logIn();
    const before = road.test.log.length;
    expect((await byRedirect(forge())).status).toBe(401);
    expect(await lives(session)).toBe(true);
    expect(road.test.log.slice(before).filter(({ event }) => event === 'logoutRefused')).toMatchObject([
      { loginMode: 1048576, reason: 'providerAnswerRefused', detail, ip: '127.0.0.1' },
    ]);
  });

  it.each<[string, () => string, string]>([
    ['no signature', () => message(now()), 'nothing is signed'],
    ['a signature by another key', () => signed(message(now(), { id: '_o' }), '_o', otherKeys), noKey],
    [
      'a signature with SHA-1',
      () =>
        signed(message(now(), { id: '_o' }), '_o', keys, {
          signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
        }),
      'the SignatureMethod is not allowed',
    ],
    [
      'another name after signing',
      () => signed(message(now(), { id: '_o', name: 'bob' }), '_o', keys).replace('>bob<', '>ann<'),
      noKey,
    ],
    [
      'the signed message in another',
      () =>
        message(now(), {
          more: `<samlp:Extensions>${signed(message(now(), { id: '_o', name: 'bob' }), '_o', keys)}</samlp:Extensions>`,
        }),
      'a signature at the wrong place',
    ],
    [
      'the same ID twice',
      () => signed(message(now(), { id: '_o', more: '<x id="_o"/>' }), '_o', keys).replace('<x/>', ''),
      'an ID is not unique',
    ],
    [
      'a DOCTYPE',
      () => `<!DOCTYPE x>${signed(message(now(), { id: '_o' }), '_o', keys)}`,
      'a declaration, a comment or a CDATA section',
    ],
  ])('refuses by form and notes: %s', async (_what, forge, detail) => {
    const session = await logIn();
    const before = road.test.log.length;
    expect((await byForm(forge())).status).toBe(401);
    expect(await lives(session)).toBe(true);
    expect(road.test.log.slice(before).filter(({ event }) => event === 'logoutRefused')).toMatchObject([{ detail }]);
  });

  it('takes the answer to our request by form, once', async () => {
    const xml = answerTo(now(), await logOut(), { id: '_answer' });
    const answer = () => byForm(signed(xml, '_answer', keys), 'SAMLResponse');
    expect((await answer()).status).toBe(200);
    expect((await answer()).status).toBe(401);
  });

  const failed = success.replace('Success', 'Responder');
  it.each<[string, (id: string) => string, string]>([
    ['no signature', (id) => answerTo(now(), id), 'nothing is signed'],
    ['a signature by another key', (id) => signed(answerTo(now(), id, { id: '_o' }), '_o', otherKeys), noKey],
    [
      'the answer to another request, changed after signing',
      (id) => signed(answerTo(now(), '_other', { id: '_o' }), '_o', keys).replace('"_other"', `"${id}"`),
      noKey,
    ],
    [
      'a signed one in another',
      (id) =>
        answerTo(now(), id, {
          more: `<samlp:Extensions>${signed(answerTo(now(), id, { id: '_o' }), '_o', keys)}</samlp:Extensions>${success}`,
        }),
      'a signature at the wrong place',
    ],
    [
      'another Destination',
      (id) => signed(answerTo(now(), id, { id: '_o', destination: 'https://x.example.com' }), '_o', keys),
      'the Destination is not this server',
    ],
    [
      'a status other than Success',
      (id) => signed(answerTo(now(), id, { id: '_o', more: failed }), '_o', keys),
      'the status is not Success',
    ],
    [
      'no request that it answers',
      () => signed(answerTo(now(), '_other', { id: '_o' }), '_o', keys),
      'the answer to no request of ours',
    ],
  ])('refuses an answer by form and notes: %s', async (_what, forge, detail) => {
    const id = await logOut();
    const before = road.test.log.length;
    expect((await byForm(forge(id), 'SAMLResponse')).status).toBe(401);
    expect(road.test.log.slice(before).filter(({ event }) => event === 'logoutRefused')).toMatchObject([{ detail }]);
  });

  it('refuses a request that comes as an answer, and both at once', async () => {
    const request = Buffer.from(signed(message(now(), { id: '_b' }), '_b', keys)).toString('base64');
    const session = await logIn();
    const body = new URLSearchParams({ SAMLRequest: request, SAMLResponse: request }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://idp.example.com' };
    expect((await road.ask('POST', '/saml/SingleLogout', { body, headers })).status).toBe(401);
    expect((await byForm(signed(message(now(), { id: '_c' }), '_c', keys), 'SAMLResponse')).status).toBe(401);
    expect(await lives(session)).toBe(true);
  });

  it('counts a message once', async () => {
    const search = query(message(now()), keys);
    const all = await Promise.all(Array.from({ length: 5 }, () => byRedirect(search)));
    expect(all.map(({ status }) => status).sort()).toEqual([303, 401, 401, 401, 401]);
    const refused = road.test.log.filter(({ event }) => event === 'logoutRefused').slice(-4);
    expect(refused.map(({ detail }) => detail)).toEqual(Array(4).fill('the message was used before'));
  });

  it('begins at our own page, where logging out is global, and ends there', async () => {
    const cookie = await logIn('_s7');
    const out = await road.ask('POST', '/auth/logout', { headers: { cookie } });
    expect(out.status).toBe(200);
    expect(await lives(cookie)).toBe(false);
    const [, onward = ''] = /content="0; url=([^"]+)"/.exec(readable(await out.text())) ?? [];
    const location = new URL(onward);
    expect(location.origin + location.pathname).toBe('https://idp.example.com/slo');
    expect(location.searchParams.get('SigAlg')).toBe(rsa);
    const request = inflateRawSync(Buffer.from(location.searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
    expect(request).toMatch(/<saml:NameID [^>]*>ann<[^]*SessionIndex[^>]*>_s7</);
    const id = / ID="([^"]+)"/.exec(request)?.[1] ?? '';
    const answer = () => query(answerTo(now(), id), keys, 'SAMLResponse');
    expect((await byRedirect(answer())).status).toBe(200);
    expect((await byRedirect(answer())).status).toBe(401);
  });

  it('stays here for who logged in otherwise', async () => {
    const { cookie } = await road.test.logIn();
    const out = await road.ask('POST', '/auth/logout', { headers: { cookie } });
    expect(out.status).toBe(200);
    expect(out.headers.get('refresh')).toBeNull();
  });
});

describe('single logout with a provider that takes no redirects', () => {
  const [keys, ours] = [newKeys('idp'), newKeys('ours')] as [TestKeys, TestKeys];
  const folder = mkdtempSync(join(tmpdir(), 'saml-logout-'));
  let road: SamlRoad;
  beforeAll(async () => {
    const metadata = join(folder, 'metadata.xml');
    const service =
      '<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/slo" ResponseLocation="https://answers.example.com/slo"/>';
    writeFileSync(metadata, providerMetadata([keys], { services: service }));
    const fromMetadata = { entityId: undefined, singleSignOnUrl: undefined, certificates: undefined, metadata };
    road = await SamlRoad.open(keys, fromMetadata, { signingKey: ours, logoutMode: 'global' });
  });
  afterAll(async () => {
    await road.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the page sends on by itself, once its signature was verified. */
  async function sentOn(answer: Response, field: string) {
    const page = readable(await answer.text());
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
    const xml = Buffer.from(value(field) ?? '', 'base64').toString();
    return {
      policy: answer.headers.get('content-security-policy'),
      address: /action="([^"]+)"/.exec(page)?.[1],
      relayState: value('RelayState'),
      signed: signedBytes(xml, readXml(xml), [ours.certificate]),
    };
  }

  it('asks by a signed form, which only the provider may get', async () => {
    const cookie = await loggedInAt(road, keys, '_s9');
    const out = await road.ask('POST', '/auth/logout', { headers: { cookie } });
    const sent = await sentOn(out, 'SAMLRequest');
    expect(sent.policy).toContain("form-action 'self' https://idp.example.com;");
    expect(sent).toMatchObject({ address: 'https://idp.example.com/slo', relayState: undefined });
    expect(sent.signed).toMatch(/Destination="https:\/\/idp.example.com\/slo"[^]*>ann<[^]*>_s9</);
  });

  it('answers by a signed form, where answers go', async () => {
    const cookie = await loggedInAt(road, keys);
    const xml = message(road.test.clock.now(), { id: '_ask' });
    const answer = await road.ask('POST', '/saml/SingleLogout', {
      body: new URLSearchParams({
        SAMLRequest: Buffer.from(signed(xml, '_ask', keys)).toString('base64'),
        RelayState: '"><script>',
      }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://idp.example.com' },
    });
    const sent = await sentOn(answer, 'SAMLResponse');
    expect(sent.address).toBe('https://answers.example.com/slo');
    expect(sent.signed).toMatch(/InResponseTo="_ask"[^]*status:Success/);
    expect(sent.relayState).toMatch(/^(&#34;|&#x22;|&quot;)/); // escaped
    expect((await road.ask('GET', '/api/auth/token', { headers: { cookie } })).status).toBe(401);
  });
});
