import {
  baseDn,
  canStartSamba,
  people,
  sambaStartMs,
  startSamba,
  type Person,
  type Samba,
} from '../../../tools/test-servers/samba.js';
import {
  groupNames,
  logInByLdap,
  openLdapServer,
  outcomeOf,
  unavailable,
  userInfo,
  wrongCredentials,
  type LdapTestServer,
} from './ldap-directory.js';
import { engines } from './ldap-engines.js';

const search = {
  bindDn: people.search.userPrincipalName,
  bindPassword: people.search.password,
  base: baseDn,
  filter: '(&(objectCategory=person)(objectClass=user)(sAMAccountName={{loginName}}))',
};
const attributes = { loginName: 'sAMAccountName' };
const inChain = '(member:1.2.840.113556.1.4.1941:={{dn}})';

for (const engine of engines) {
  const withParts = canStartSamba && engine.canRun ? describe : describe.skip;

  withParts(`login by Active Directory with ${engine.name}`, () => {
    let samba: Samba;
    let test: LdapTestServer | undefined;
    beforeAll(async () => {
      samba = await startSamba();
    }, sambaStartMs);
    afterAll(() => samba?.stop());
    afterEach(async () => {
      await test?.close();
      test = undefined;
    });

    const opened = async (settings: object = {}) =>
      (test = await openLdapServer({
        name: 'ad',
        servers: [samba.ldapsUrl],
        tls: { caFiles: [samba.caFile] },
        search,
        attributes,
        importUsers: true,
        ...engine.settings,
        ...settings,
      }));
    const outcome = async ({ sAMAccountName, password }: Person, right = true) =>
      outcomeOf(logInByLdap(test ?? (await opened()), sAMAccountName, right ? password : 'Something Else 4 you'));
    const refusals = () =>
      (test?.log ?? []).filter(({ event }) => event === 'loginRefused').map(({ reason }) => reason);

    it('lets in by name, and takes over what the directory says of the person', async () => {
      const server = await opened();
      for (const { sAMAccountName, name, password } of [people.ann, people.pat, people.juergen]) {
        const answer = await logInByLdap(server, sAMAccountName, password);
        expect(await userInfo(server, answer)).toMatchObject({ fullName: name });
      }
    });

    it.each([
      ['disabled', '401 ERR003 -2147216965'],
      ['expired', '401 ERR003 -2147216965'],
      ['mustChange', '401 ERR003 -2147216960'],
    ] as const)('tells the person %s why, if the password is right', async (name, answer) => {
      expect(await outcome(people[name])).toBe(answer);
      expect(await outcome(people[name], false)).toBe(wrongCredentials);
    });

    it('does not tell who is locked, but the audit', async () => {
      expect(await outcome(people.locked)).toBe(wrongCredentials);
      expect(refusals()).toEqual(['accountLocked']);
    });

    it('finds groups of groups by the matching rule of Active Directory', async () => {
      const groupLookup = { search: { filter: inChain } };
      const server = await opened({ groups: 'import', groupLookup });
      expect((await logInByLdap(server, 'ann', people.ann.password)).status).toBe(204);
      expect(await groupNames(server, 'ann')).toEqual(['analysts', 'company', 'staff']);
    });

    it('finds the groups that the person itself is in by memberOf', async () => {
      const server = await opened({ groups: 'import', groupLookup: { memberOf: true } });
      await logInByLdap(server, 'bob', people.bob.password);
      expect(await groupNames(server, 'bob')).toEqual(['staff']);
    });

    it('finds the rest of the tree where Active Directory adds referrals', async () => {
      expect(await outcome(people.ann)).toBe('204');
      expect(await outcomeOf(logInByLdap(test ?? (await opened()), 'nobody', 'x'))).toBe(wrongCredentials);
    });

    it('does not log in by a server that it cannot verify', async () => {
      await opened({ tls: { caFiles: [samba.otherCaFile] } });
      expect(await outcome(people.ann)).toBe(unavailable);
    });

    if (engine.differences.length > 0) return;

    it.each([
      ['user principal name', '{{loginName}}@ad.example.org'],
      ['DOMAIN\\user', 'EXAMPLE\\{{loginName}}'],
    ])('binds at once by %s', async (_kind, name) => {
      const directBind = { name, base: baseDn, filter: '(&(objectClass=user)(sAMAccountName={{loginName}}))' };
      const groupLookup = { memberOf: true, nested: true };
      const server = await opened({ search: undefined, directBind, groups: 'import', groupLookup });
      const answer = await logInByLdap(server, 'ann', people.ann.password);
      expect(await userInfo(server, answer)).toMatchObject({ fullName: 'Ann Analyst' });
      expect(await groupNames(server, 'ann')).toEqual(['analysts', 'company', 'staff']);
      expect(await outcome(people.bob, false)).toBe(wrongCredentials);
      for (const other of ['ann@ad.example.org', 'EXAMPLE\\ann', people.ann.dn, 'an*']) {
        expect(await outcomeOf(logInByLdap(server, other, people.ann.password))).toBe(wrongCredentials);
      }
      expect(await outcome(people.mustChange)).toBe('401 ERR003 -2147216960');
    });

    it('may be asked by StartTLS, and a person be known by objectGUID', async () => {
      const settings = { servers: [samba.url], startTls: true, attributes: { ...attributes, id: 'objectGUID' } };
      const server = await opened(settings);
      const before = await userInfo(server, await logInByLdap(server, 'bob', people.bob.password));
      const rename = (from: string, to: string) =>
        samba.modify(`dn: ${from}\nchangetype: modrdn\nnewrdn: CN=${to}\ndeleteoldrdn: 1\n`);
      await rename(people.bob.dn, 'Robert');
      const after = await userInfo(server, await logInByLdap(server, 'bob', people.bob.password));
      await rename(people.bob.dn.replace('Bob Builder', 'Robert'), 'Bob Builder');
      expect(after['id']).toBe(before['id']);
    });
  });
}
