import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  people,
  searchDn,
  searchPassword,
  slapdBinary,
  startSlapd,
  type Slapd,
} from '../../../tools/test-servers/slapd.js';
import type { ConfigInput } from '../src/index.js';
import {
  logInByLdap,
  notLinked,
  openLdapServer,
  outcomeOf,
  slapdSettings,
  userInfo,
  wrongCredentials,
} from './ldap-directory.js';
import type { TestServer } from './open-server.js';

const withSlapd = existsSync(slapdBinary) ? describe : describe.skip;

describe('mode 16 without a directory', () => {
  it('says that there is none', async () => {
    const server = await openLdapServer(undefined);
    expect(await outcomeOf(logInByLdap(server, 'ann', 'whatever'))).toBe('500 ERR001 -2147205409');
    await server.close();
  });
});

withSlapd('a login by LDAP', () => {
  let slapd: Slapd;
  let test: TestServer | undefined;
  beforeAll(async () => {
    slapd = await startSlapd({ lockoutAfter: 100 });
  }, 60_000);
  afterAll(() => slapd?.stop());
  afterEach(async () => {
    await test?.close();
    test = undefined;
  });

  const opened = async (settings: object = {}, config: ConfigInput = {}) =>
    (test = await openLdapServer(slapdSettings(slapd, settings), config));
  const refusals = () => (test?.log ?? []).filter(({ event }) => event === 'loginRefused').map(({ reason }) => reason);
  const { ann, bob, pat, juergen } = people;

  it('lets in who is linked by login name, with the password of the directory', async () => {
    const server = await opened({ linkByLoginName: true }, { users: [{ loginName: 'ann' }] });
    const answer = await logInByLdap(server, 'ANN', ann.password);
    expect(answer.status).toBe(204);
    expect(await userInfo(server, answer)).toMatchObject({ fullName: 'Ann Analyst' });
    expect(test?.log.filter(({ event }) => event === 'login')).toMatchObject([{ loginMode: 16, loginName: 'ann' }]);
  });

  it('lets in who is linked by DN, whatever the login name is here', async () => {
    const subject = 'uid=jürgen,ou=people,dc=example,dc=org';
    const users = [{ loginName: 'j.skvorecky', identities: [{ issuer: 'ldap:example', subject }] }];
    const server = await opened({}, { users });
    expect(await outcomeOf(logInByLdap(server, juergen.uid, juergen.password))).toBe('204');
    expect(await outcomeOf(logInByLdap(server, 'bob', bob.password))).toBe(notLinked);
  });

  it('imports who has no account, as the directory describes the person', async () => {
    const server = await opened({ importUsers: true });
    for (const { uid, name, password } of [bob, pat, juergen]) {
      const answer = await logInByLdap(server, uid, password);
      expect(await userInfo(server, answer)).toMatchObject({ fullName: name });
    }
  });

  it('takes over at each login what has changed', async () => {
    const server = await opened({ importUsers: true });
    const before = await userInfo(server, await logInByLdap(server, 'bob', bob.password));
    const rename = (name: string) =>
      slapd.modify(`dn: ${bob.dn}\nchangetype: modify\nreplace: displayName\ndisplayName: ${name}\n`);
    await rename('Bob Baumeister');
    const after = await userInfo(server, await logInByLdap(server, 'bob', bob.password));
    await rename(bob.name);
    expect(after).toEqual({ ...before, fullName: 'Bob Baumeister' });
  });

  it('refuses everybody else alike, and tells the audit why', async () => {
    const server = await opened();
    expect(await outcomeOf(logInByLdap(server, 'ann', 'wrong'))).toBe(wrongCredentials);
    expect(await outcomeOf(logInByLdap(server, 'nobody', 'wrong'))).toBe(wrongCredentials);
    expect(await outcomeOf(logInByLdap(server, 'ann', ''))).toBe(wrongCredentials);
    expect(await outcomeOf(logInByLdap(server, 'ann', `${ann.password}\0`))).toBe(wrongCredentials);
    expect(await outcomeOf(logInByLdap(server, 'ann\u0000', ann.password))).toBe(wrongCredentials);
    expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe(notLinked);
    expect(await outcomeOf(logInByLdap(server, '', 'x'))).toBe('400 ERR005');
    expect(refusals()).toEqual([
      'passwordWrong',
      'userUnknown',
      'passwordWrong',
      'passwordWrong',
      'userUnknown',
      'userNotLinked',
      'inputMissing',
    ]);
    expect(JSON.stringify(server.log)).not.toContain(ann.password);
    expect(JSON.stringify(server.log)).not.toContain(searchPassword);
  });

  it.each([
    '*',
    'a*',
    'ann)(uid=*',
    '*)(|(uid=ann',
    'ann)(objectClass=*)(uid=ann',
    '\\61nn',
    'uid=ann',
    ann.dn,
    '\\2a',
  ])('finds nobody by the login name %s', async (name) => {
    const server = await opened({ importUsers: true });
    expect(await outcomeOf(logInByLdap(server, name, ann.password))).toBe(wrongCredentials);
    expect(refusals()).toEqual(['userUnknown']);
  });

  it('finds nobody where a name means two entries', async () => {
    const { base, ...rest } = { base: 'ou=people,dc=example,dc=org', bindDn: searchDn, bindPassword: searchPassword };
    const server = await opened({ importUsers: true, search: { base, ...rest, filter: '(mail={{loginName}})' } });
    expect(await outcomeOf(logInByLdap(server, 'twins@example.org', people.twinA.password))).toBe(wrongCredentials);
    expect(await outcomeOf(logInByLdap(server, ann.mail, ann.password))).toBe('204');
    expect(refusals()).toEqual(['userUnknown']);
  });

  it('follows no referral, and searches the rest of the tree', async () => {
    const search = { bindDn: searchDn, bindPassword: searchPassword, base: 'dc=example,dc=org' };
    const server = await opened({ importUsers: true, search: { ...search, filter: '(uid={{loginName}})' } });
    expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe('204');
  });

  it('changes no password', async () => {
    const server = await opened({ importUsers: true });
    const change = { changePassword: true, newPassword: 'something longer than before' };
    expect(await outcomeOf(logInByLdap(server, 'ann', ann.password, change))).toBe('403 ERR017 -2147216952');
    expect(await outcomeOf(logInByLdap(server, 'ann', 'wrong', change))).toBe(wrongCredentials);
    expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe('204');
  });

  it('knows a person by what never changes, where that is asked for', async () => {
    const server = await opened({ importUsers: true, attributes: { id: 'entryUUID' } });
    const before = await userInfo(server, await logInByLdap(server, 'bob', bob.password));
    const move = (from: string, to: string) =>
      slapd.modify(`dn: ${from}\nchangetype: modrdn\nnewrdn: ${to}\ndeleteoldrdn: 1\n`);
    await move(bob.dn, 'uid=robert');
    const after = await userInfo(server, await logInByLdap(server, 'robert', bob.password));
    await move(bob.dn.replace('bob', 'robert'), 'uid=bob');
    expect(after).toEqual(before);
  });

  it('reads the password of the account for searches from a file', async () => {
    const file = join(slapd.caFile, '..', 'search-password');
    writeFileSync(file, `${searchPassword}\n`);
    const search = { bindDn: searchDn, bindPasswordFile: file, base: 'ou=people,dc=example,dc=org' };
    const server = await opened({ importUsers: true, search: { ...search, filter: '(uid={{loginName}})' } });
    expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe('204');
  });

  it('binds at once as a DN made of the login name, and needs no account for searches then', async () => {
    const name = 'uid={{loginName}},ou=people,dc=example,dc=org';
    const server = await opened({ importUsers: true, search: undefined, directBind: { name } });
    for (const { uid, name: fullName, password } of [ann, pat, juergen]) {
      expect(await userInfo(server, await logInByLdap(server, uid, password))).toMatchObject({ fullName });
    }
    for (const odd of ['ann,ou=people', 'ann+cn=Ann Analyst', 'x', 'ann\\', '"ann"']) {
      expect(await outcomeOf(logInByLdap(server, odd, ann.password))).toBe(wrongCredentials);
    }
  });
});
