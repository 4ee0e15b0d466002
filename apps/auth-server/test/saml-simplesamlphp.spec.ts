import { existsSync } from 'node:fs';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import {
  samlPassword,
  simpleSamlPhpFolder,
  startSimpleSamlPhp,
  type SimpleSamlPhp,
} from '../../../tools/test-servers/simplesamlphp.js';
import { systemClock } from '../src/index.js';
import { BrowserOfTests, type Seen } from '../../../tools/test-servers/browser-of-tests.js';
import { openServer, type TestServer } from './open-server.js';
import { newKeys } from './saml-keys.js';

const withSimpleSamlPhp = existsSync(simpleSamlPhpFolder) ? describe : describe.skip;
const saml = 1_048_576;

withSimpleSamlPhp.each(['redirect', 'post'])('login at SimpleSAMLphp, asked by %s', (requestBinding) => {
  const [signing, encryption] = [newKeys('our requests'), newKeys('for us')];
  let idp: SimpleSamlPhp;
  let test: TestServer;
  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    const url = `http://127.0.0.1:${port}/MicroStrategyLibrary/saml`;
    idp = await startSimpleSamlPhp({
      entityId: `${url}/metadata`,
      ssoUrl: `${url}/SSO`,
      logoutUrl: `${url}/SingleLogout`,
      signedBy: signing.certificate,
      encryptFor: encryption.certificate,
    });
    const settings = {
      signingKey: signing,
      encryptionKeys: [encryption],
      logoutMode: 'global',
      linkByLoginName: true,
      importUsers: true,
      groups: 'import',
      identityProviders: [{ metadata: idp.metadataUrl, requestBinding, forceAuthn: requestBinding === 'post' }],
    };
    test = await openServer(
      { server: { port, drainMs: 0 }, auth: { modes: { available: [1, saml] }, saml: settings } },
      { clock: systemClock },
    );
    await test.server.listen();
  }, 60_000);
  afterAll(async () => {
    await test?.close();
    await idp?.stop();
  });

  /** @returns the page of the provider that asks who it is */
  async function begin(browser: BrowserOfTests, more = ''): Promise<Seen> {
    const first = await browser.get(`${test.server.url}/auth/login?loginMode=${saml}${more}`);
    if (requestBinding === 'redirect') return first;
    const { origin } = new URL(idp.metadataUrl);
    expect(first.headers.get('content-security-policy')).toContain(`form-action 'self' ${origin};`);
    return browser.submit(first);
  }

  async function logIn(browser: BrowserOfTests, username: string, more = ''): Promise<Seen> {
    const form = await begin(browser, more);
    expect(new URL(form.url).origin).toBe(new URL(idp.metadataUrl).origin);
    const answer = await browser.submit(form, { username, password: samlPassword });
    return browser.submit(answer);
  }

  it('leads there with a signed request, and back with an encrypted answer, which lets the browser in', async () => {
    const signedIn = await logIn(new BrowserOfTests(), 'ann');
    expect(signedIn.url).toBe(`${test.server.url}/auth/signed-in`);
    expect(signedIn.text).toContain('You are signed in as Ann of SimpleSAMLphp.');
  });

  it('asks anew who it is, or not, as is set', async () => {
    const browser = new BrowserOfTests();
    await logIn(browser, 'ann');
    const asksAnew = (await begin(browser)).text.includes('name="password"');
    expect(asksAnew).toBe(requestBinding === 'post');
  });

  it('makes an account for who has none', async () => {
    expect((await logIn(new BrowserOfTests(), 'bea')).text).toContain('You are signed in as Bea.');
    expect(test.log.filter(({ event }) => event === 'login').at(-1)).toMatchObject({ loginName: 'bea' });
  });

  it('goes on where the page that asked wants it to, if that is allowed', async () => {
    const back = encodeURIComponent(`${test.server.url}/auth/signed-in`);
    expect((await logIn(new BrowserOfTests(), 'ann', `&redirectURL=${back}`)).text).toContain('Ann of SimpleSAMLphp');
    const elsewhere = encodeURIComponent('https://evil.example.com/');
    const refused = await new BrowserOfTests().get(
      `${test.server.url}/auth/login?loginMode=${saml}&redirectURL=${elsewhere}`,
    );
    expect(refused.status).toBe(400);
  });

  it('logs out there too, when somebody logs out here', async () => {
    const browser = new BrowserOfTests();
    const signedIn = await logIn(browser, 'ann');
    const back = await browser.submit(signedIn);
    expect(back.text).toContain('You are signed out');
    expect(back.url).toContain(`${test.server.url}/saml/SingleLogout?SAMLResponse=`);
    expect(back).toMatchObject({ status: 200 });
    expect((await begin(browser)).text).toContain('name="password"'); // it asks anew
  });

  it('logs out here too, when somebody logs out there', async () => {
    const browser = new BrowserOfTests();
    await logIn(browser, 'ann');
    const before = test.log.length;
    await browser.get(idp.logoutUrl);
    expect(test.log.slice(before).filter(({ event }) => String(event).startsWith('logout'))).toMatchObject([
      { event: 'logout', sessionsEnded: 1 },
    ]);
    expect((await browser.get(`${test.server.url}/auth/signed-in`)).status).toBe(401);
  });

  it('survives that the provider gets a new key', async () => {
    await idp.rotate();
    expect((await logIn(new BrowserOfTests(), 'ann')).text).toContain('Ann of SimpleSAMLphp');
  });
});
