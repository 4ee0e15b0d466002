import { newKeys, type TestKeys } from './saml-keys.js';
import { said, signedResponse, ssoUrl } from './saml-responses.js';
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
});
