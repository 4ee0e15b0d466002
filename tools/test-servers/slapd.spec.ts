import { existsSync } from 'node:fs';
import { mustRun, runClient } from './run-client.js';
import { baseDn, groups, people, searchDn, searchPassword, slapdBinary, startSlapd, type Slapd } from './slapd.js';

const withSlapd = existsSync(slapdBinary) ? describe : describe.skip;

withSlapd('the OpenLDAP server for tests', () => {
  let slapd: Slapd;
  beforeAll(async () => {
    slapd = await startSlapd({ lockoutAfter: 2 });
  }, 60_000);
  afterAll(() => slapd.stop());

  /** A simple bind with the password policy control: what the client says about it. */
  const bind = async (dn: string, password: string, url = slapd.url, caFile = slapd.caFile, ...args: string[]) => {
    const as = ['-x', '-H', url, '-D', dn, '-w', password, '-e', 'ppolicy', ...args];
    const { code, stdout, stderr } = await runClient('ldapwhoami', as, { env: { LDAPTLS_CACERT: caFile } });
    return `${code}: ${stdout}${stderr}`;
  };
  const search = async (filter: string, ...attributes: string[]) => {
    const as = [
      '-x',
      '-LLL',
      '-o',
      'ldif_wrap=no',
      '-H',
      slapd.url,
      '-D',
      searchDn,
      '-w',
      searchPassword,
      '-b',
      baseDn,
    ];
    return mustRun('ldapsearch', [...as, filter, ...attributes]);
  };

  it('knows right passwords from wrong ones', async () => {
    expect(await bind(people.ann.dn, people.ann.password)).toContain('0: dn:uid=ann,');
    expect(await bind(people.ann.dn, 'something else')).toContain('Invalid credentials (49)');
    for (const { dn, password } of [people.pat, people.juergen]) expect(await bind(dn, password)).toMatch(/^0: /);
  });

  it('finds people by names that mean something in a filter', async () => {
    const escaped = people.pat.uid.replaceAll(/[()*\\]/g, (c) => `\\${c.charCodeAt(0).toString(16)}`);
    expect(await search(`(uid=${escaped})`, 'mail')).toContain(`mail: ${people.pat.mail}`);
    expect((await search('(mail=twins@example.org)', 'uid')).match(/^uid: /gm)).toHaveLength(2);
    expect(await search(`(uid=${people.juergen.uid})`, 'mail')).toContain(`mail: ${people.juergen.mail}`);
  });

  it('shows passwords to nobody, and entries to the search account only', async () => {
    expect(await search('(uid=ann)', 'userPassword')).not.toContain('userPassword');
    const anonymous = await runClient('ldapsearch', ['-x', '-LLL', '-H', slapd.url, '-b', baseDn, '(uid=ann)']);
    expect(anonymous).toMatchObject({ stdout: '', stderr: expect.stringContaining('No such object (32)') });
  });

  it('says of which groups people and groups are members', async () => {
    const ofAnn = await search('(uid=ann)', 'memberOf');
    expect(ofAnn).toContain(`memberOf: ${groups.analysts}`);
    expect(ofAnn).toContain(`memberOf: cn=R\\2C D \\2B (test)*,`); // the server writes an escaped character as hex
    expect(await search('(cn=analysts)', 'memberOf')).toContain(`memberOf: ${groups.staff}`);
  });

  it('refers the search of the whole tree to another server', async () => {
    expect(await search('(uid=ann)', 'uid')).toContain('# refldap://127.0.0.1:1/');
  });

  it('answers over TLS to who trusts its authority', async () => {
    const { dn, password } = people.ann;
    expect(await bind(dn, password, slapd.ldapsUrl)).toMatch(/^0: /);
    expect(await bind(dn, password, slapd.url, slapd.caFile, '-ZZ')).toMatch(/^0: /);
    expect(await bind(dn, password, slapd.ldapsUrl, slapd.otherCaFile)).toContain("Can't contact LDAP server");
    expect(await bind(dn, password, slapd.url, slapd.otherCaFile, '-ZZ')).toContain('Connect error');
  });

  it('refuses who is locked or whose password has expired, and says who must change it', async () => {
    const { locked, expired, mustChange } = people;
    expect(await bind(locked.dn, locked.password)).toContain('Invalid credentials (49); Account locked');
    expect(await bind(expired.dn, expired.password)).toContain('Invalid credentials (49); Password expired');
    expect(await bind(mustChange.dn, mustChange.password)).toMatch(/^0: .*Password must be changed/s);
  });

  it('locks who guesses too often, until the administrator unlocks', async () => {
    const { dn, password } = people.bob;
    for (let guess = 0; guess < 2; guess++) await bind(dn, 'a wrong guess');
    expect(await bind(dn, password)).toContain('Account locked');
    await slapd.modify(`dn: ${dn}\nchangetype: modify\ndelete: pwdAccountLockedTime\n`);
    expect(await bind(dn, password)).toMatch(/^0: /);
  });

  it('hangs while it is paused, and goes on when it is resumed', async () => {
    slapd.pause();
    const answer = search('(uid=ann)', 'uid');
    const late = await runClient('ldapwhoami', ['-x', '-H', slapd.url], { deadlineMs: 500 });
    expect(late).toEqual({ code: null, stdout: '', stderr: '' });
    slapd.resume();
    expect(await answer).toContain('uid: ann');
  });

  it('keeps its entries and its port over a restart', async () => {
    await slapd.restart();
    expect(await search('(uid=ann)', 'uid')).toContain('uid: ann');
  });

  it('has other names in its certificate where a test asks for them', async () => {
    const elsewhere = await startSlapd({ certificateNames: 'DNS:ldap.example.org' });
    const { dn, password } = people.ann;
    expect(await bind(dn, password, elsewhere.ldapsUrl, elsewhere.caFile)).toContain("Can't contact LDAP server");
    await elsewhere.stop();
    expect(existsSync(elsewhere.caFile)).toBe(false);
  });
});
