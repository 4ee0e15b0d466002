import { MemorySessionStore } from '../src/index.js';
import { newKeys, type TestKeys } from './saml-keys.js';
import { idp, instant, said, signedResponse, ssoUrl } from './saml-responses.js';
import { SamlRoad } from './saml-road.js';

describe('login by SAML', () => {
  let keys: TestKeys;
  let road: SamlRoad;
  beforeAll(async () => {
    keys = newKeys('idp');
    road = await SamlRoad.open(keys);
  });
  afterAll(() => road.close());
  const now = () => road.test.clock.now();

  it('asks the identity provider, believes its answer, and lets the browser in that asked', async () => {
    const begun = await road.begin();
    expect(begun.location.origin + begun.location.pathname).toBe('https://idp.example.com/sso');
    expect(begun.request).toContain(`AssertionConsumerServiceURL="${ssoUrl}"`);
    const delivered = await road.deliver(
      signedResponse(said({ inResponseTo: begun.id, now: now() }), keys),
      begun.relayState,
    );
    expect(delivered.status).toBe(303);
    expect(delivered.headers.getSetCookie()).toEqual([]);
    const loggedIn = await road.finish(delivered, begun.cookie);
    expect(loggedIn.status).toBe(303);
    expect(loggedIn.headers.get('location')).toBe('/MicroStrategyLibrary/auth/signed-in');
    expect(await road.whoIs(loggedIn)).toBe('Ann of SAML');
    expect(road.test.log.filter(({ event }) => event === 'login')).toMatchObject([
      { loginMode: 1048576, loginName: 'ann' },
    ]);
  });

  it('lets any node finish what another has begun, and only once', async () => {
    const sessionStore = new MemorySessionStore({
      httpIdleMs: 1e6,
      engineIdleMs: 1e6,
      absoluteMs: 1e7,
      sweepEveryMs: 0,
    });
    const more = { identityToken: { secretKey: 'a secret of at least 32 characters for all' } };
    const nodes = [
      await SamlRoad.open(keys, {}, {}, { sessionStore }, more),
      await SamlRoad.open(keys, {}, {}, { sessionStore }, more),
      await SamlRoad.open(keys, {}, {}, { sessionStore }, more),
    ] as const;
    const begun = await nodes[0].begin();
    const xml = signedResponse(said({ inResponseTo: begun.id, now: now() }), keys);
    const delivered = await nodes[1].deliver(xml, begun.relayState);
    expect((await nodes[0].deliver(xml, begun.relayState)).status).toBe(401);
    const all = await Promise.all(nodes.map((node) => node.finish(delivered, begun.cookie)));
    expect(all.map(({ status }) => status).sort()).toEqual([303, 400, 400]);
    await Promise.all(nodes.map((node) => node.close()));
  });

  it('takes names, groups and the subject from the attributes that are set', async () => {
    const attributes = { subject: 'DN', loginName: 'uid', fullName: 'cn', email: 'mail', groups: 'memberOf' };
    const other = await SamlRoad.open(
      keys,
      { attributes },
      { linkByLoginName: false, importUsers: true, groups: 'import' },
    );
    const attribute = (name: string, ...values: readonly string[]) =>
      `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`;
    const log = async (dn: string, fullName: string) => {
      const begun = await other.begin();
      const it = said({
        inResponseTo: begun.id,
        now: now(),
        name: `_${begun.id}`,
        nameFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
        attributes:
          attribute('DN', dn) +
          attribute('uid', 'cleo') +
          attribute('cn', fullName) +
          attribute('memberOf', 'Sales', 'Poets'),
      });
      return other.finish(await other.deliver(signedResponse(it, keys), begun.relayState), begun.cookie);
    };
    expect(await other.whoIs(await log('CN=Cleo,DC=example', 'Cleo'))).toBe('Cleo');
    expect(await other.whoIs(await log('CN=Cleo,DC=example', 'Cleo the Second'))).toBe('Cleo the Second');
    expect((await log('CN=Another,DC=example', 'Another')).status).toBe(401);
    expect(other.refusal).toMatchObject({ reason: 'userNotLinked', loginName: 'cleo' });
    await other.close();
  });

  it('has everybody prove himself anew where that is set, whatever the provider makes of it', async () => {
    const other = await SamlRoad.open(keys, { forceAuthn: true });
    const begun = await other.begin();
    expect(begun.request).toContain('ForceAuthn="true"');
    const authnStatement = `<saml:AuthnStatement AuthnInstant="${instant(now() - 11 * 60_000)}"/>`;
    const xml = signedResponse(said({ inResponseTo: begun.id, now: now(), authnStatement }), keys);
    expect((await other.deliver(xml, begun.relayState)).status).toBe(401);
    expect(other.refusal).toMatchObject({ detail: 'the authentication is too long ago' });
    await other.close();
  });

  it('keeps providers apart: an answer of one does not do for a login that went to the other', async () => {
    const second = newKeys('second');
    const identityProviders = [
      { name: 'one', entityId: idp, singleSignOnUrl: 'https://idp.example.com/sso', certificates: [keys.certificate] },
      {
        name: 'two',
        entityId: 'https://two.example.com',
        singleSignOnUrl: 'https://two.example.com/sso',
        certificates: [second.certificate],
      },
    ];
    const other = await SamlRoad.open(keys, {}, { identityProviders });
    const begun = await other.begin('&source=two');
    expect(begun.location.host).toBe('two.example.com');
    const byOne = signedResponse(said({ inResponseTo: begun.id, now: now() }), keys);
    expect((await other.finish(await other.deliver(byOne, begun.relayState), begun.cookie)).status).toBe(401);
    expect(other.refusal).toMatchObject({ detail: 'the answer of another identity provider' });
    const again = await other.begin('&source=two');
    const issuer = 'https://two.example.com';
    const byTwo = said({ inResponseTo: again.id, now: now(), issuer, assertionIssuer: issuer });
    expect((await other.deliver(signedResponse(byTwo, keys), again.relayState)).status).toBe(401);
    const loggedIn = await other.finish(
      await other.deliver(signedResponse(byTwo, second), again.relayState),
      again.cookie,
    );
    expect(await other.whoIs(loggedIn)).toBe('Ann of SAML');
    await other.close();
  });
});
