import { allowed, attacks, type Material } from './saml-attacks/index.js';
import { newKeys, type TestKeys } from './saml-keys.js';
import { said, signed, signedResponse, assertionXml, responseXml } from './saml-responses.js';
import { SamlRoad, type Begun } from './saml-road.js';

describe('an attack on the assertion consumer service', () => {
  const [keys, otherKeys] = [newKeys('idp'), newKeys('attacker')] as [TestKeys, TestKeys];
  let road: SamlRoad;
  beforeAll(async () => {
    road = await SamlRoad.open(keys, { maximumAuthenticationAgeSeconds: 3600 });
  });
  afterAll(() => road.close());
  const now = () => road.test.clock.now();
  const material = ({ id }: Begun): Material => ({
    say: (more = {}) => said({ inResponseTo: id, now: now(), ...more }),
    keys,
    otherKeys,
    now: now(),
  });
  const answer = (begun: Begun, more = {}) =>
    signedResponse(said({ inResponseTo: begun.id, now: now(), ...more }), keys);

  it.each(attacks)('is refused and noted: $name', async ({ forge, detail }) => {
    const begun = await road.begin();
    const before = road.test.log.length;
    const refused = await road.deliver(forge(material(begun)), begun.relayState);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({
      code: 'ERR003',
      message: 'The answer of the identity provider was refused',
    });
    expect(road.test.log.slice(before).filter(({ event }) => event === 'loginRefused')).toMatchObject([
      { loginMode: 1048576, reason: 'providerAnswerRefused', detail, ip: '127.0.0.1' },
    ]);
  });

  it.each(allowed)('is not $name', async ({ forge }) => {
    const begun = await road.begin();
    const loggedIn = await road.finish(await road.deliver(forge(material(begun)), begun.relayState), begun.cookie);
    expect(await road.whoIs(loggedIn)).toBe('Ann of SAML');
  });

  it.each([
    ['an address to go to', 'https://evil.example.com/'],
    ['empty', ''],
    ['the name of another cookie', '../../JSESSIONID-of-ann'],
  ])('is refused where the RelayState is %s', async (_what, relayState) => {
    const begun = await road.begin();
    expect((await road.deliver(answer(begun), relayState)).status).toBe(401);
    expect(road.refusal).toMatchObject({ detail: 'the RelayState is not ours' });
  });

  it.each([
    ['there is no message', {}],
    ['the message is not base64', { SAMLResponse: '<samlp:Response/>' }],
    ['the message is not UTF-8', { SAMLResponse: Buffer.from([0x3c, 0xff, 0xfe]).toString('base64') }],
  ])('is refused because %s', async (detail, fields) => {
    const { relayState: RelayState } = await road.begin();
    expect((await road.post({ ...fields, RelayState })).status).toBe(401);
    expect(road.refusal).toMatchObject({ detail });
  });

  it('finds no browser that has not asked: an answer brought to somebody else logs nobody in', async () => {
    const [mine, victim] = [await road.begin(), await road.begin()];
    const delivered = await road.deliver(answer(mine), mine.relayState);
    expect(delivered.status).toBe(303);
    const lost = await road.finish(delivered, victim.cookie);
    expect(lost.status).toBe(400);
    expect(lost.headers.getSetCookie()).toEqual([]);
    expect(road.refusal).toMatchObject({ loginMode: 1048576, reason: 'browserLoginLost' });
  });

  it('does not pass off the answer to one request for the answer to another', async () => {
    const [mine, victim] = [await road.begin(), await road.begin()];
    const delivered = await road.deliver(answer(mine), victim.relayState);
    expect((await road.finish(delivered, victim.cookie)).status).toBe(401);
    expect(road.refusal).toMatchObject({ reason: 'providerAnswerRefused', detail: 'the answer to another request' });
  });

  it('does not finish a login without an answer, nor with the answer that another handle got', async () => {
    const begun = await road.begin();
    const { cookie, relayState } = begun;
    expect((await road.ask('GET', `/saml/SSO?RelayState=${relayState}`, { headers: { cookie } })).status).toBe(400);
    expect(road.refusal).toMatchObject({ detail: 'there is no response of the identity provider' });
  });

  it('is refused when an answer comes ten times at once: it counts once', async () => {
    const begun = await road.begin();
    const xml = answer(begun);
    const all = await Promise.all(Array.from({ length: 10 }, () => road.deliver(xml, begun.relayState)));
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 401)).toHaveLength(9);
    expect(road.refusal).toMatchObject({ detail: 'the answer was used before' });
  });

  it('is refused when the browser comes back ten times at once: it gets one session', async () => {
    const begun = await road.begin();
    const delivered = await road.deliver(answer(begun), begun.relayState);
    const all = await Promise.all(Array.from({ length: 10 }, () => road.finish(delivered, begun.cookie)));
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(road.refusal).toMatchObject({ reason: 'browserLoginLost' });
  });

  it('is refused when what was delivered waits for more than a minute', async () => {
    const begun = await road.begin();
    const delivered = await road.deliver(answer(begun), begun.relayState);
    road.test.clock.advance(60_001);
    expect((await road.finish(delivered, begun.cookie)).status).toBe(400);
    expect(road.refusal).toMatchObject({ detail: 'there is no response of the identity provider' });
  });

  it('takes no JSON for a form, and no page of another site to any other address', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://idp.example.com' };
    const body = JSON.stringify({ SAMLResponse: { length: 1 }, RelayState: [] });
    expect((await road.ask('POST', '/saml/SSO', { headers, body })).status).toBe(415);
    expect((await road.ask('POST', '/auth/logout', { headers })).status).toBe(403);
  });

  it('shows nothing of what came, in the answer or in the log', async () => {
    const begun = await road.begin();
    const refused = await road.deliver(answer(begun, { name: 'a-secret-name\u200B' }), begun.relayState);
    expect(await refused.text()).not.toContain('a-secret-name');
    expect(JSON.stringify(road.test.log)).not.toContain('a-secret-name');
  });
});

describe('a replay', () => {
  it('is refused also where the same signed assertion comes in another response', async () => {
    const keys = newKeys('idp');
    const road = await SamlRoad.open(keys, { signed: 'assertion' });
    const begun = await road.begin();
    const it = said({ inResponseTo: begun.id, now: road.test.clock.now() });
    const assertion = signed(assertionXml(it), it.assertionId, keys);
    const [first, second] = ['_first', '_second'].map((responseId) => responseXml({ ...it, responseId }, assertion));
    expect((await road.deliver(first ?? '', begun.relayState)).status).toBe(303);
    expect((await road.deliver(second ?? '', begun.relayState)).status).toBe(401);
    expect(road.refusal).toMatchObject({ detail: 'the answer was used before' });
    await road.close();
  });
});
