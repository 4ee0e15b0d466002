import { existsSync } from 'node:fs';
import { runClient } from './run-client.js';
import { baseDn, canStartSamba, groups, lockoutAfter, people, sambaStartMs, startSamba, type Samba } from './samba.js';

const withSamba = canStartSamba ? describe : describe.skip;

withSamba('the Active Directory for tests', () => {
  let samba: Samba;
  beforeAll(async () => {
    samba = await startSamba();
  }, sambaStartMs);
  afterAll(() => samba?.stop());

  const search = async (
    who: string,
    password: string,
    filter: string,
    from: Partial<Samba> = {},
    ...args: string[]
  ) => {
    const { url, caFile } = { ...samba, ...from };
    const as = ['-x', '-LLL', '-o', 'ldif_wrap=no', '-H', url, '-D', who, '-w', password, '-b', baseDn, ...args];
    const { code, stdout, stderr } = await runClient('ldapsearch', [...as, filter], {
      env: { LDAPTLS_CACERT: caFile },
    });
    return `${code}:\n${stdout}${stderr}`;
  };
  const findSelf = (who: string, password: string, from?: Partial<Samba>, ...args: string[]) =>
    search(who, password, '(sAMAccountName=ann)', from, ...args);

  it('knows a person by user principal name, by DOMAIN\\user and by DN', async () => {
    const { userPrincipalName, logonName, dn, password } = people.ann;
    for (const who of [userPrincipalName, 'ann@AD.EXAMPLE.ORG', logonName, dn]) {
      expect(await findSelf(who, password)).toContain(`dn: ${dn}`);
      expect(await findSelf(who, 'something else')).toMatch(/Invalid credentials \(49\).*, data 52e,/s);
    }
  });

  it('knows people whose names mean something in a filter or a DN', async () => {
    for (const { dn, userPrincipalName, password } of [people.pat, people.juergen]) {
      expect(await findSelf(dn, password)).toMatch(/^0:/);
      expect(await findSelf(userPrincipalName, password)).toMatch(/^0:/);
    }
  });

  it.each([
    ['disabled', '533'],
    ['expired', '701'],
    ['mustChange', '773'],
    ['locked', '775'],
  ] as const)('says of the person %s why the right password is refused: %s', async (name, code) => {
    const { dn, password } = people[name];
    expect(await findSelf(dn, password)).toContain(`, data ${code},`);
  });

  it('locks who guesses too often, until the administrator unlocks', async () => {
    const { dn, password } = people.bob;
    for (let guess = 0; guess < lockoutAfter; guess++) await findSelf(dn, 'a wrong guess');
    expect(await findSelf(dn, password)).toContain(', data 775,');
    await samba.modify(`dn: ${dn}\nchangetype: modify\nreplace: lockoutTime\nlockoutTime: 0\n`);
    expect(await findSelf(dn, password)).toMatch(/^0:/);
  });

  it('finds the groups within groups by the matching rule of Active Directory', async () => {
    const { userPrincipalName, password } = people.search;
    const inChain = `(member:1.2.840.113556.1.4.1941:=${people.ann.dn})`;
    const found = (await search(userPrincipalName, password, inChain)).match(/^dn: .*/gm);
    expect(found?.sort()).toEqual([groups.analysts, groups.company, groups.staff].map((dn) => `dn: ${dn}`));
    expect(await search(userPrincipalName, password, '(sAMAccountName=ann)')).toContain(`memberOf: ${groups.analysts}`);
  });

  it('answers over TLS to who trusts its authority', async () => {
    const { dn, password } = people.ann;
    const { ldapsUrl, otherCaFile } = samba;
    expect(await findSelf(dn, password, { url: ldapsUrl })).toContain(`dn: ${dn}`);
    expect(await findSelf(dn, password, {}, '-ZZ')).toContain(`dn: ${dn}`);
    expect(await findSelf(dn, password, { url: ldapsUrl, caFile: otherCaFile })).toContain("Can't contact LDAP");
  });

  it('runs beside a second one, and leaves nothing behind', async () => {
    const second = await startSamba();
    expect(second.address).not.toBe(samba.address);
    expect(await findSelf(people.ann.dn, people.ann.password, second)).toMatch(/^0:/);
    await second.stop();
    expect(existsSync(second.caFile)).toBe(false);
  });
});
