/** What a login by LDAP has to do, whichever engine speaks to the directory. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groups, people, searchDn, searchPassword, startSlapd, type Slapd } from '../../../tools/test-servers/slapd.js';
import type { ConfigInput } from '../src/index.js';
import {
  groupNames,
  logInByLdap,
  notLinked,
  openLdapServer,
  outcomeOf,
  slapdSettings,
  unavailable,
  userInfo,
  type LdapTestServer,
  wrongCredentials,
} from './ldap-directory.js';
import type { Difference, EngineUnderTest } from './ldap-engines.js';

export function describeLdapLogins({ settings: ofEngine, differences }: EngineUnderTest): void {
  const has = (difference: Difference) => differences.includes(difference);
  let slapd: Slapd;
  let test: LdapTestServer | undefined;
  beforeAll(async () => {
    slapd = await startSlapd({ lockoutAfter: 100 });
  }, 60_000);
  afterAll(() => slapd?.stop());
  afterEach(async () => {
    await test?.close();
    test = undefined;
  });

  const opened = async (settings: object = {}, config: ConfigInput = {}) =>
    (test = await openLdapServer(slapdSettings(slapd, { ...ofEngine, ...settings }), config));
  const refusals = () => (test?.log ?? []).filter(({ event }) => event === 'loginRefused').map(({ reason }) => reason);
  const account = { bindDn: searchDn, bindPassword: searchPassword };
  const { ann, bob, pat, juergen } = people;

  describe('the person', () => {
    it('is the user with the same login name, where that is allowed', async () => {
      const server = await opened({ linkByLoginName: true }, { users: [{ loginName: 'ann' }] });
      const answer = await logInByLdap(server, 'ANN', ann.password);
      expect(answer.status).toBe(204);
      expect(await userInfo(server, answer)).toMatchObject({ fullName: 'Ann Analyst' });
      expect(test?.log.filter(({ event }) => event === 'login')).toMatchObject([{ loginMode: 16, loginName: 'ann' }]);
    });

    it('is the user who is linked to the DN, whatever the login name is here', async () => {
      const subject = 'uid=jürgen,ou=people,dc=example,dc=org';
      const users = [{ loginName: 'j.skvorecky', identities: [{ issuer: 'ldap:example', subject }] }];
      const server = await opened({}, { users });
      expect(await outcomeOf(logInByLdap(server, juergen.uid, juergen.password))).toBe('204');
      expect(await outcomeOf(logInByLdap(server, 'bob', bob.password))).toBe(notLinked);
    });

    it('gets an account, where that is allowed, as the directory describes the person', async () => {
      const server = await opened({ importUsers: true });
      for (const { uid, name, password } of [bob, juergen]) {
        const answer = await logInByLdap(server, uid, password);
        expect(await userInfo(server, answer)).toMatchObject({ fullName: name });
      }
    });

    it('is refused where there is neither', async () => {
      const server = await opened();
      expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe(notLinked);
      expect(refusals()).toEqual(['userNotLinked']);
    });

    it('is described anew at each login', async () => {
      const server = await opened({ importUsers: true });
      const before = await userInfo(server, await logInByLdap(server, 'bob', bob.password));
      const rename = (name: string) =>
        slapd.modify(`dn: ${bob.dn}\nchangetype: modify\nreplace: displayName\ndisplayName: ${name}\n`);
      await rename('Bob Baumeister');
      const after = await userInfo(server, await logInByLdap(server, 'bob', bob.password));
      await rename(bob.name);
      expect(after).toEqual({ ...before, fullName: 'Bob Baumeister' });
    });

    it('is known by what never changes, where that is asked for', async () => {
      const server = await opened({ importUsers: true, attributes: { id: 'entryUUID' } });
      const before = await userInfo(server, await logInByLdap(server, 'bob', bob.password));
      const move = (from: string, to: string) =>
        slapd.modify(`dn: ${from}\nchangetype: modrdn\nnewrdn: ${to}\ndeleteoldrdn: 1\n`);
      await move(bob.dn, 'uid=robert');
      const after = await userInfo(server, await logInByLdap(server, 'robert', bob.password));
      await move(bob.dn.replace('bob', 'robert'), 'uid=bob');
      expect(after).toEqual(before);
    });
  });

  describe('the login name', () => {
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
    ])('%s means nobody', async (name) => {
      const server = await opened({ importUsers: true });
      expect(await outcomeOf(logInByLdap(server, name, ann.password))).toBe(wrongCredentials);
    });

    it('may have every character that means something elsewhere', async () => {
      const server = await opened({ importUsers: true });
      const expected = has('names that mean something in a filter are not found') ? wrongCredentials : '204';
      expect(await outcomeOf(logInByLdap(server, pat.uid, pat.password))).toBe(expected);
    });

    it('means nobody where it means two entries', async () => {
      const server = await opened({
        importUsers: true,
        search: { ...account, base: 'ou=people,dc=example,dc=org', filter: '(mail={{loginName}})' },
      });
      expect(await outcomeOf(logInByLdap(server, 'twins@example.org', people.twinA.password))).toBe(wrongCredentials);
      expect(await outcomeOf(logInByLdap(server, ann.mail, ann.password))).toBe('204');
      expect(refusals()).toEqual(['userUnknown']);
    });

    it('is not looked for where a referral leads', async () => {
      const search = { ...account, base: 'dc=example,dc=org', filter: '(uid={{loginName}})' };
      const server = await opened({ importUsers: true, search });
      expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe('204');
    });
  });

  describe('the password', () => {
    it('that is wrong, and the name of nobody, are answered alike; the audit knows better', async () => {
      const server = await opened();
      expect(await outcomeOf(logInByLdap(server, 'ann', 'wrong'))).toBe(wrongCredentials);
      expect(await outcomeOf(logInByLdap(server, 'nobody', 'wrong'))).toBe(wrongCredentials);
      const blind = has('the audit does not tell unknown people from wrong passwords');
      expect(refusals()).toEqual(blind ? ['wrongCredentials', 'wrongCredentials'] : ['passwordWrong', 'userUnknown']);
    });

    it('never reaches the directory when it is empty, or has a NUL', async () => {
      const server = await opened({ importUsers: true });
      expect(await outcomeOf(logInByLdap(server, 'ann', ''))).toBe(wrongCredentials);
      expect(await outcomeOf(logInByLdap(server, 'ann', `${ann.password}\0`))).toBe(wrongCredentials);
      expect(await outcomeOf(logInByLdap(server, 'ann\u0000', ann.password))).toBe(wrongCredentials);
      expect(await outcomeOf(logInByLdap(server, '', 'x'))).toBe('400 ERR005');
      expect(refusals()).toEqual(['passwordWrong', 'passwordWrong', 'userUnknown', 'inputMissing']);
    });

    it('is never in the log, nor is that of the account for searches', async () => {
      const server = await opened();
      await logInByLdap(server, 'ann', ann.password);
      await logInByLdap(server, 'ann', `${ann.password}!`);
      await logInByLdap(server, ann.password, 'x');
      const logged = JSON.stringify(server.log.map(({ loginName: _typed, ...rest }) => rest));
      expect(logged).not.toContain(ann.password);
      expect(logged).not.toContain(searchPassword);
    });

    it('is changed in the directory and not here', async () => {
      const server = await opened({ importUsers: true });
      const change = { changePassword: true, newPassword: 'something longer than before' };
      expect(await outcomeOf(logInByLdap(server, 'ann', ann.password, change))).toBe('403 ERR017 -2147216952');
      expect(await outcomeOf(logInByLdap(server, 'ann', 'wrong', change))).toBe(wrongCredentials);
      expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe('204');
    });

    it('of the account for searches may stand in a file', async () => {
      const file = join(slapd.caFile, '..', 'search-password');
      writeFileSync(file, `${searchPassword}\n`);
      const search = { bindDn: searchDn, bindPasswordFile: file, base: 'ou=people,dc=example,dc=org' };
      const server = await opened({ importUsers: true, search: { ...search, filter: '(uid={{loginName}})' } });
      expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe('204');
    });

    it('of the account for searches being wrong is nobody’s fault who logs in', async () => {
      const search = { ...account, bindPassword: 'an old one', base: 'ou=people,dc=example,dc=org' };
      const server = await opened({ importUsers: true, search: { ...search, filter: '(uid={{loginName}})' } });
      const confused = has('a refused account for searches counts as a wrong password');
      expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe(confused ? wrongCredentials : unavailable);
    });
  });

  describe('the password policy of the directory', () => {
    const outcome = async ({ uid, password }: { uid: string; password: string }, wrong = false) => {
      test ??= await opened({ importUsers: true });
      return outcomeOf(logInByLdap(test, uid, wrong ? 'wrong' : password));
    };
    const { expired, mustChange, locked } = people;
    const blind = has('the password policy of the directory is not read');

    it('is told to who knows an expired password', async () => {
      expect(await outcome(expired)).toBe(blind ? wrongCredentials : '401 ERR003 -2147216963');
      expect(await outcome(expired, true)).toBe(wrongCredentials);
    });

    it('is told to who has to change the password', async () => {
      expect(await outcome(mustChange)).toBe(blind ? '204' : '401 ERR003 -2147216960');
      expect(await outcome(mustChange, true)).toBe(wrongCredentials);
    });

    it('is not told to who is locked, but to the audit', async () => {
      expect(await outcome(locked)).toBe(wrongCredentials);
      expect(await outcome(locked, true)).toBe(wrongCredentials);
      expect(refusals()).toEqual(blind ? ['wrongCredentials', 'wrongCredentials'] : ['accountLocked', 'accountLocked']);
    });
  });

  describe('the groups', () => {
    const base = 'ou=groups,dc=example,dc=org';
    const byMember = { search: { base, filter: '(&(objectClass=groupOfNames)(member={{dn}}))' } };
    const special = 'R, D + (test)*';
    const namesOf = async (groupLookup: object, person = ann, more: object = {}) => {
      const server = await opened({ importUsers: true, groups: 'import', groupLookup, ...more });
      const answer = await logInByLdap(server, person.uid, person.password);
      expect(answer.status).toBe(204);
      return groupNames(server, person.uid);
    };

    it.each([
      ['memberOf', { memberOf: true }],
      ['a search', byMember],
      ['both', { memberOf: true, ...byMember }],
    ])('come by %s', async (_way, groupLookup) => {
      expect(await namesOf(groupLookup)).toEqual(['analysts', special].sort());
    });

    const ways = [
      ['memberOf', { memberOf: true, nested: true }],
      ['a search', { ...byMember, nested: true }],
    ] as const;
    for (const [way, groupLookup] of has('groups of groups are not asked for') ? [] : ways) {
      it(`of groups come by ${way}`, async () => {
        expect(await namesOf(groupLookup)).toEqual(['analysts', special, 'staff'].sort());
      });
    }

    it('are only those that exist here, where only those count', async () => {
      const server = await opened(
        { importUsers: true, groups: 'existing', groupLookup: { memberOf: true } },
        { groups: [{ name: 'Analysts' }] },
      );
      await logInByLdap(server, 'ann', ann.password);
      expect(await groupNames(server, 'ann')).toEqual(['Analysts']);
    });

    it('are other ones when they are other ones in the directory', async () => {
      const server = await opened({ importUsers: true, groups: 'import', groupLookup: { memberOf: true } });
      await logInByLdap(server, 'bob', bob.password);
      const change = (how: 'add' | 'delete') =>
        slapd.modify(`dn: ${groups.analysts}\nchangetype: modify\n${how}: member\nmember: ${bob.dn}\n`);
      await change('delete');
      await logInByLdap(server, 'bob', bob.password);
      const without = await groupNames(server, 'bob');
      await change('add');
      expect(without).toEqual([]);
    });
  });

  if (has('there is no direct bind')) return;
  describe('without an account for searches', () => {
    const name = 'uid={{loginName}},ou=people,dc=example,dc=org';
    const direct = (settings: object = {}) =>
      opened({ importUsers: true, search: undefined, directBind: { name }, ...settings });

    it('the DN is made of the login name', async () => {
      const server = await direct();
      for (const { uid, name: fullName, password } of [ann, pat, juergen]) {
        expect(await userInfo(server, await logInByLdap(server, uid, password))).toMatchObject({ fullName });
      }
      for (const odd of ['ann,ou=people', 'ann+cn=Ann Analyst', 'x', 'ann\\', '"ann"', '#616e6e']) {
        expect(await outcomeOf(logInByLdap(server, odd, ann.password))).toBe(wrongCredentials);
      }
    });

    it('people may be searched by nobody, if the directory lets that', async () => {
      const search = { base: 'ou=people,dc=example,dc=org', filter: '(uid={{loginName}})' };
      const server = await opened({ importUsers: true, search });
      // This directory shows nobody anything.
      expect(await outcomeOf(logInByLdap(server, 'ann', ann.password))).toBe(unavailable);
    });
  });
}
