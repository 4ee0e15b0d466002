/** The built program in a process of its own, a real KDC, kinit and curl. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { kdcBinary, principals, realm, startKdc, type Kdc } from '../../../tools/test-servers/kdc.js';
import { curl, startKerberosServer, type KerberosServer } from './kerberos-server.js';

const packages = resolve(import.meta.dirname, '../../../tmp/kerberos/node_modules');
const withParts = [kdcBinary, `${packages}/kerberos/build/Release/kerberos.node`].every((file) => existsSync(file));
const withKerberos = withParts ? describe : describe.skip;

withKerberos('a login by Kerberos', () => {
  let kdc: Kdc;
  let server: KerberosServer;
  beforeAll(async () => {
    kdc = await startKdc();
    server = await startKerberosServer(kdc, { keytab: await kdc.keytab() }, packages);
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    await kdc?.stop();
  });

  it('needs a ticket and nothing else, where it is the default', async () => {
    const answer = await curl(kdc, await kdc.kinit('ann', principals.ann), ['-X', 'POST', `${server.api}/auth/login`]);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Negotiate oY/);
    const session = await fetch(`${server.api}/sessions/userInfo`, { headers: answer.session });
    expect(await session.json()).toMatchObject({ fullName: 'Ann Analyst' });
  });

  it(`knows only people of ${realm} who have an account`, async () => {
    const answer = await curl(kdc, await kdc.kinit('stranger', principals.stranger), [
      ...['-X', 'POST', `${server.api}/auth/login`],
    ]);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'ERR003', iServerCode: -2147212488 });
  });
});
