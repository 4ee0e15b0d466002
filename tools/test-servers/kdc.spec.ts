import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { httpService, kdcBinary, principals, realm, startKdc, type Kdc } from './kdc.js';
import { mustRun, runClient } from './run-client.js';

const kerberosPackage = resolve(import.meta.dirname, '../../tmp/kerberos/node_modules/kerberos');
const withKdc = existsSync(kdcBinary) ? describe : describe.skip;
const withPackage = existsSync(`${kerberosPackage}/build/Release/kerberos.node`) ? it : it.skip;

withKdc('the Kerberos KDC for tests', () => {
  let kdc: Kdc;
  beforeAll(async () => {
    kdc = await startKdc();
  }, 60_000);
  afterAll(() => kdc?.stop());

  it('gives a ticket for the right password, and none for another', async () => {
    const tickets = await kdc.kinit('ann', principals.ann);
    expect((await kdc.run('klist', [], tickets)).stdout).toMatch(/Default principal: ann@EXAMPLE\.ORG[^]*krbtgt/);
    await expect(kdc.kinit('ann', principals.bob)).rejects.toThrow(/Password incorrect/);
    await expect(kdc.kinit('nobody', principals.bob)).rejects.toThrow(/not found in Kerberos database/);
  });

  it('gives a ticket for a service that it knows, which the keys of that service can open', async () => {
    const service = `${httpService}@${realm}`;
    const tickets = await kdc.kinit('stranger', principals.stranger);
    const keytab = await kdc.keytab();
    expect(await kdc.run('kvno', ['-k', keytab, service], tickets)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/HTTP\/localhost@EXAMPLE\.ORG: kvno = 1, keytab entry valid/),
    });
    const otherKeys = await kdc.keytab('HTTP/elsewhere');
    expect(await kdc.run('kvno', ['-k', otherKeys, service], tickets)).toMatchObject({ code: 1 });
    expect(await kdc.run('kvno', [`HTTP/unknown@${realm}`], tickets)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not found in Kerberos database'),
    });
  });

  it('does what the administrator says', async () => {
    await kdc.kadmin('modprinc', '-allow_tix', 'bob');
    await expect(kdc.kinit('bob', principals.bob)).rejects.toThrow(/credentials have been revoked/);
    await kdc.kadmin('modprinc', '+allow_tix', 'bob');
    await kdc.kinit('bob', principals.bob);
  });

  it('hangs while it is paused, and goes on when it is resumed', async () => {
    kdc.pause();
    const tickets = kdc.kinit('ann', principals.ann);
    const { code } = await runClient('kinit', ['ann'], { env: kdc.env, stdin: `${principals.ann}\n`, deadlineMs: 500 });
    expect(code).toBeNull();
    kdc.resume();
    expect(existsSync(await tickets)).toBe(true);
  });

  withPackage('gives tickets that the package kerberos makes and checks', async () => {
    const KRB5CCNAME = await kdc.kinit('ann', principals.ann);
    const KRB5_KTNAME = await kdc.keytab();
    const env = { ...kdc.env, KRB5CCNAME, KRB5_KTNAME, package: kerberosPackage };
    expect(await mustRun(process.execPath, ['-e', negotiation], { env })).toBe(`ann@${realm}`);
  });
});

/** A client sends a ticket to a server that holds the keys, and the server says who it is. */
const negotiation = `
const { initializeClient, initializeServer } = require(process.env.package);
(async () => {
  const client = await initializeClient('HTTP@localhost', {});
  const server = await initializeServer('HTTP@localhost');
  await server.step(await client.step(''));
  process.stdout.write(server.username);
})();
`;
