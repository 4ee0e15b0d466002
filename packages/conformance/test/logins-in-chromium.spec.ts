/** Logins that need a browser, with the real client, server and provider: over HTTPS, from a program and from a page elsewhere. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type ConfigInput } from '@mstr-rest/auth-server';
import { BrowserLoginError, createClient, type BrowserLogin, type Fetch } from '@mstr-rest/client';
import type * as browserEntry from '@mstr-rest/client/browser';
import type { BrowserContext, Page } from 'playwright-core';
import { chromiumBinary, launchWithProfile } from '../../../tools/test-servers/chromium.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { openHttpsSites, type HttpsSites } from '../../../tools/test-servers/https-sites.js';
import { openProvider, type OpenProvider } from '../../../tools/test-servers/openid-provider.js';
import {
  samlPassword,
  simpleSamlPhpFolder,
  startSimpleSamlPhp,
  type SimpleSamlPhp,
} from '../../../tools/test-servers/simplesamlphp.js';
import { openTarget, type OpenTarget } from './open-target.js';
import { bundleClient, servePages, type Pages } from './pages.js';
import { describeWith } from './real-parts.js';

const ann = { username: 'ann', password: 'ann likes long passwords' };
const oidc = 4194304;
const saml = 1048576;
const hasSimpleSamlPhp = existsSync(simpleSamlPhpFolder);

jest.setTimeout(60_000); // a browser starts for each test

declare global {
  // What the page puts there.
  var mstr: typeof browserEntry;
  var outcome: unknown;
}

describeWith(chromiumBinary, 'in Chromium, over HTTPS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logins-'));
  let sites: HttpsSites;
  let pages: Pages;
  let provider: OpenProvider;
  let idp: SimpleSamlPhp | undefined;
  let open: OpenTarget;
  let context: BrowserContext;
  let page: Page;
  let baseUrl: string;
  let appOrigin: string;
  let fetchBehind: Fetch;

  beforeAll(async () => {
    pages = await servePages(await bundleClient());
    const [serverPort = 0, idpPort = 0] = await freePorts(2);
    sites = await openHttpsSites({
      'bi.example.com': serverPort,
      'app.example.org': Number(new URL(pages.origin).port),
      'idp.example.net': idpPort,
    });
    const publicUrl = sites.origin('bi.example.com');
    appOrigin = sites.origin('app.example.org');
    const clientSecret = 'the secret of the auth server at the provider';
    provider = await openProvider([
      {
        client_id: 'auth-server',
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/MicroStrategyLibrary/auth/oidc/login`],
        token_endpoint_auth_method: 'client_secret_post',
      },
      {
        client_id: 'a-program',
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/callback'],
        token_endpoint_auth_method: 'none',
      },
    ]);
    const { issuer } = provider;
    const us = `${publicUrl}/MicroStrategyLibrary/saml`;
    if (hasSimpleSamlPhp) {
      idp = await startSimpleSamlPhp(
        { entityId: `${us}/metadata`, ssoUrl: `${us}/SSO`, logoutUrl: `${us}/SingleLogout` },
        { port: idpPort, origin: sites.origin('idp.example.net') },
      );
    }
    const identityProviders = [{ metadata: idp?.metadataUrl ?? 'https://idp.example.net/nobody-is-there' }];
    const config: ConfigInput = {
      server: { port: serverPort, publicUrl },
      session: { cookie: { sameSite: 'None' } },
      auth: {
        modes: { available: [1, 8, saml, oidc] },
        saml: { identityProviders, linkByLoginName: true },
        oidc: {
          providers: [{ issuer, clientId: 'auth-server', clientSecret, nativeClientId: 'a-program' }],
          linkByLoginName: true,
        },
        cors: { origins: [appOrigin] },
      },
      users: [{ loginName: ann.username, fullName: 'Ann Analyst', password: ann.password }],
    };
    // The time of the provider.
    open = await openTarget(config, {}, { clock: systemClock });
    baseUrl = open.target.baseUrl;
    // This process knows neither the name nor the authority: it asks behind the proxy.
    fetchBehind = (request) =>
      fetch(new Request(request.url.replace(publicUrl, `http://127.0.0.1:${serverPort}`), request));
  }, 60_000);
  afterAll(async () => {
    await open[Symbol.asyncDispose]();
    await provider.close();
    await idp?.stop();
    await pages.close();
    await sites.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    context = await launchWithProfile(folder);
    page = await context.newPage();
  });
  afterEach(() => context.close());

  const logInByForm = async (at: Page) => {
    await at.fill('#username', ann.username);
    await at.fill('#password', ann.password);
    await at.keyboard.press('Enter');
  };
  const answer = (button: string) => page.getByRole('button', { name: button }).click();
  const logInAtProvider = async (at: Page) => {
    await at.fill('[name=login]', ann.username);
    await at.click('text=Log in');
  };

  const logInAtIdentityProvider = async (at: Page) => {
    await at.fill('[name=username]', ann.username);
    await at.fill('[name=password]', samlPassword);
    await at.click('#submit_button');
  };
  const withSaml = hasSimpleSamlPhp ? it : it.skip;

  describe('a program logs in through the browser', () => {
    /** The outcome of a login whose person does what is given, and the client. */
    const logIn = async (person: () => Promise<void>, options: BrowserLogin = {}) => {
      const client = createClient({ baseUrl, fetch: fetchBehind });
      const walk = async (url: string) => {
        await page.goto(url);
        await person();
      };
      await client.login.browser({ timeoutMs: 30_000, open: walk, ...options });
      return client;
    };

    it('of somebody who logs in by the form, reads the question, and allows it', async () => {
      const client = await logIn(async () => {
        await logInByForm(page);
        await page.waitForSelector('text=asks to act as Ann Analyst');
        await answer('Allow');
      });
      expect(await client.sessions.userInfo()).toMatchObject({ username: 'ann', fullName: 'Ann Analyst' });
      await page.waitForSelector('text=You may close this window.');
      expect(new URL(page.url()).hostname).toBe('127.0.0.1');
      await client.logout();
      await page.goto(`${baseUrl}/auth/signed-in`);
      expect(await page.getByRole('alert').textContent()).toContain('session');
    });

    it('of somebody who is logged in already, without a further login', async () => {
      await page.goto(`${baseUrl}/auth/login`);
      await logInByForm(page);
      await page.waitForURL(`${baseUrl}/auth/signed-in`);
      const client = await logIn(() => answer('Allow'));
      expect(await client.sessions.userInfo()).toMatchObject({ username: 'ann' });
    });

    it('by OpenID Connect, straight to the provider', async () => {
      const client = await logIn(
        async () => {
          expect(new URL(page.url()).origin).toBe(provider.issuer);
          await logInAtProvider(page);
          await answer('Allow');
        },
        { loginMode: oidc },
      );
      expect(await client.sessions.userInfo()).toMatchObject({ username: 'ann' });
    });

    withSaml('by SAML, straight to the identity provider, whose form comes from another site', async () => {
      const client = await logIn(
        async () => {
          await page.waitForURL(`${idp?.origin}/**`);
          await logInAtIdentityProvider(page);
          await page.waitForSelector('text=asks to act as Ann of SimpleSAMLphp');
          await answer('Allow');
        },
        { loginMode: saml },
      );
      expect(await client.sessions.userInfo()).toMatchObject({ username: 'ann' });
    });

    it('in vain, of somebody who refuses', async () => {
      const refused = logIn(async () => {
        await logInByForm(page);
        await answer('Refuse');
      });
      await expect(refused).rejects.toMatchObject({ name: BrowserLoginError.name, reason: 'refused' });
      await page.waitForSelector('text=The program was not let in.');
    });

    it('at the other address of loopback too', async () => {
      const seen: string[] = [];
      const ownProgram = createServer(({ url = '' }, response) => {
        seen.push(url);
        response.end('done');
      });
      await new Promise<void>((resolve) => ownProgram.listen(0, '::1', resolve));
      const { port } = ownProgram.unref().address() as AddressInfo; // it listens on TCP
      const query = new URLSearchParams({
        redirect_uri: `http://[::1]:${port}/`,
        state: 'a-state',
        code_challenge: 'A'.repeat(43),
        code_challenge_method: 'S256',
      });
      await page.goto(`${baseUrl}/auth/handover?${query.toString()}`);
      await logInByForm(page);
      await answer('Allow');
      await page.waitForSelector('text=done');
      expect(seen[0]).toMatch(/^\/\?identityToken=.+&state=a-state&iss=https%3A%2F%2Fbi\.example\.com/);
    });

    it('never from a frame, where a click could be stolen', async () => {
      await page.goto(`${baseUrl}/auth/login`);
      await logInByForm(page);
      await page.waitForURL(`${baseUrl}/auth/signed-in`);
      const query = 'redirect_uri=http://127.0.0.1:51004/&state=s&code_challenge_method=S256';
      const address = `${baseUrl}/auth/handover?${query}&code_challenge=${'A'.repeat(43)}`;
      const complaint = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
      await page.goto(appOrigin);
      await page.evaluate(
        `document.body.append(Object.assign(document.createElement('iframe'), { src: '${address}' }))`,
      );
      expect((await complaint).text()).toContain("frame-ancestors 'none'");
    });
  });

  describe('a program logs in at the OpenID provider', () => {
    const logIn = async (person: () => Promise<void>) => {
      const client = createClient({ baseUrl, fetch: fetchBehind });
      const walk = async (url: string) => {
        await page.goto(url);
        await person();
      };
      await client.login.oidcNative({ timeoutMs: 30_000, open: walk });
      return client;
    };

    it('as somebody who proves himself there, in a session of its own', async () => {
      const client = await logIn(() => logInAtProvider(page));
      expect(await client.sessions.userInfo()).toMatchObject({ username: 'ann', fullName: 'Ann of the provider' });
      await page.waitForSelector('text=The program goes on. You may close this window.');
      expect(new URL(page.url()).hostname).toBe('127.0.0.1');
      await client.logout();
    });

    it('in vain, of somebody who refuses', async () => {
      const refused = logIn(() => page.getByRole('button', { name: 'Cancel' }).click());
      await expect(refused).rejects.toMatchObject({ name: BrowserLoginError.name, reason: 'refused' });
      await page.waitForSelector('text=The program was not let in.');
    });
  });

  describe('a page of another site logs in by a window', () => {
    const logIn = async (person: (popup: Page) => Promise<void>, options: browserEntry.PopupLogin = {}) => {
      await page.goto(appOrigin);
      await page.waitForFunction(() => 'mstr' in globalThis);
      await page.evaluate(
        ([base, given]) => {
          const client = mstr.createClient({ baseUrl: base });
          const begin = async () => {
            await client.login.popup(given);
            globalThis.outcome = await client.sessions.userInfo({ fields: ['username'] });
          };
          addEventListener('click', () => void begin(), { once: true });
        },
        [baseUrl, options] as const,
      );
      const [popup] = await Promise.all([context.waitForEvent('page'), page.click('html')]);
      await person(popup);
      await page.waitForFunction(() => globalThis.outcome !== undefined);
      expect(popup.isClosed()).toBe(true);
      return page.evaluate(() => globalThis.outcome);
    };

    it('with the form', async () => {
      expect(await logIn(logInByForm)).toEqual({ username: 'ann' });
    });

    withSaml('with SAML', async () => {
      expect(await logIn(logInAtIdentityProvider, { loginMode: saml })).toEqual({ username: 'ann' });
    });

    it('with OpenID Connect', async () => {
      expect(await logIn(logInAtProvider, { loginMode: oidc })).toEqual({ username: 'ann' });
    });
  });
});
