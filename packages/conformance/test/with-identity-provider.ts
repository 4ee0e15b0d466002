/** A server that believes a real SimpleSAMLphp, and browsers that have logged in there. */
import { existsSync } from 'node:fs';
import { systemClock, type ConfigInput } from '@mstr-rest/auth-server';
import { BrowserOfTests } from '../../../tools/test-servers/browser-of-tests.js';
import { freePorts } from '../../../tools/test-servers/free-port.js';
import { samlPassword, simpleSamlPhpFolder, startSimpleSamlPhp } from '../../../tools/test-servers/simplesamlphp.js';
import { accounts, baseConfig, openTarget, project, type OpenTarget } from './open-target.js';
import type { ServerKind } from './servers.js';

export const hasSimpleSamlPhp = existsSync(simpleSamlPhpFolder);

/** Known to both. */
const ann = { username: 'ann', password: accounts.user.password };

export async function openWithIdentityProvider({ config, settings }: ServerKind): Promise<OpenTarget> {
  const [port = 0] = await freePorts(1);
  const us = `http://127.0.0.1:${port}/MicroStrategyLibrary`;
  const idp = await startSimpleSamlPhp({
    entityId: `${us}/saml/metadata`,
    ssoUrl: `${us}/saml/SSO`,
    logoutUrl: `${us}/saml/SingleLogout`,
  });
  const saml = { identityProviders: [{ metadata: idp.metadataUrl }], linkByLoginName: true };
  const believing: ConfigInput = {
    ...config,
    server: { port },
    users: [...(baseConfig.users ?? []), { loginName: ann.username, password: ann.password, projects: [project.id] }],
    auth: { ...config.auth, saml },
  };
  // The time of the provider.
  const open = await openTarget(believing, settings, { clock: systemClock });
  const { advance: _ofAnotherClock, ...target } = open.target;
  const user = async () => ({ Cookie: await cookieOfLogin(us) });
  return {
    ...open,
    target: { ...target, accounts: { ...target.accounts, user: ann }, proofs: { 1048576: { user } } },
    async [Symbol.asyncDispose]() {
      await open[Symbol.asyncDispose]();
      await idp.stop();
    },
  };
}

async function cookieOfLogin(us: string): Promise<string> {
  const browser = new BrowserOfTests();
  const form = await browser.get(`${us}/auth/login?loginMode=1048576`);
  const answer = await browser.submit(form, { username: ann.username, password: samlPassword });
  await browser.submit(answer);
  return browser.jar.getCookieString(`${us}/`);
}
