import { existsSync } from 'node:fs';
import { slapdBinary } from '../../../tools/test-servers/slapd.js';
import { logInByLdap, openLdapServer, outcomeOf } from './ldap-directory.js';
import { engines } from './ldap-engines.js';
import { describeLdapLogins } from './ldap-logins.contract.js';

describe('login by LDAP without settings', () => {
  it('says that there is no directory', async () => {
    const server = await openLdapServer(undefined);
    expect(await outcomeOf(logInByLdap(server, 'ann', 'whatever'))).toBe('500 ERR001 -2147205409');
    await server.close();
  });
});

for (const engine of engines) {
  const withParts = existsSync(slapdBinary) && engine.canRun ? describe : describe.skip;
  withParts(`login by LDAP with ${engine.name}`, () => describeLdapLogins(engine));
}
