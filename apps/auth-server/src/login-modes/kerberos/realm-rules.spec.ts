import { RealmRules } from './realm-rules.js';
import { kerberosSettings } from './settings.js';

/** The login name that a principal has here. */
function naming(settings: object = {}, ownRealms = ['EXAMPLE.ORG']) {
  const rules = new RealmRules(kerberosSettings.parse({ keytab: '/etc/http.keytab', ...settings }), ownRealms);
  return (principal: string) => rules.identityOf(principal)?.profile?.loginName;
}

describe('a principal', () => {
  it('is the person of that name, of the realm of the service', () => {
    const loginName = naming();
    expect(loginName('ann@EXAMPLE.ORG')).toBe('ann');
    expect(loginName('Jürgen.Müller@EXAMPLE.ORG')).toBe('Jürgen.Müller');
    expect(loginName('ann@OTHER.ORG')).toBeUndefined();
    expect(loginName('ann@example.org')).toBeUndefined();
    expect(loginName('ann@EXAMPLE.ORG.EVIL')).toBeUndefined();
  });

  it('is known by its whole name, and by its realm', () => {
    const rules = new RealmRules({ realms: undefined, principals: [] }, ['EXAMPLE.ORG']);
    expect(rules.identityOf('ann@EXAMPLE.ORG')).toEqual({
      issuer: 'kerberos:EXAMPLE.ORG',
      subject: 'ann@EXAMPLE.ORG',
      profile: { loginName: 'ann' },
    });
  });

  it('of another realm keeps it in its name, unless that realm leaves it out', () => {
    const realms = [
      { realm: 'EXAMPLE.ORG' },
      { realm: 'PARTNER.ORG' },
      { realm: 'CHILD.EXAMPLE.ORG', keepRealm: false },
    ];
    const loginName = naming({ realms });
    expect(loginName('ann@EXAMPLE.ORG')).toBe('ann');
    expect(loginName('ann@PARTNER.ORG')).toBe('ann@PARTNER.ORG');
    expect(loginName('ann@CHILD.EXAMPLE.ORG')).toBe('ann');
    expect(naming({ realms: [{ realm: 'EXAMPLE.ORG', keepRealm: true }] })('ann@EXAMPLE.ORG')).toBe('ann@EXAMPLE.ORG');
  });

  it('of a service, or of an administrator of the realm, is nobody unless it is named', () => {
    const loginName = naming({ principals: [{ principal: 'batch/reports@EXAMPLE.ORG', loginName: 'batch' }] });
    expect(loginName('batch/reports@EXAMPLE.ORG')).toBe('batch');
    for (const other of [
      'batch/other',
      'host/reports',
      'ann/admin',
      'krbtgt/EXAMPLE.ORG',
      'WELLKNOWN/ANONYMOUS',
      'batch',
    ]) {
      expect([other, loginName(`${other}@EXAMPLE.ORG`)]).toEqual([other, other === 'batch' ? 'batch' : undefined]);
    }
  });

  it('that is named may be of any realm', () => {
    const loginName = naming({ principals: [{ principal: 'ann@PARTNER.ORG', loginName: 'ann.partner' }] });
    expect(loginName('ann@PARTNER.ORG')).toBe('ann.partner');
    expect(loginName('bob@PARTNER.ORG')).toBeUndefined();
  });

  it.each([
    '',
    'ann',
    '@EXAMPLE.ORG',
    'ann@',
    'ann@OTHER.ORG@EXAMPLE.ORG',
    'ann\\@OTHER.ORG@EXAMPLE.ORG',
    'ann\\/admin@EXAMPLE.ORG',
    'ann\\0@EXAMPLE.ORG',
    'a nn@EXAMPLE.ORG',
    'ann\u200B@EXAMPLE.ORG',
    'ann\uFFFD@EXAMPLE.ORG',
    'ann\n@EXAMPLE.ORG',
    '/ann@EXAMPLE.ORG',
    `${'a'.repeat(250)}@EXAMPLE.ORG`,
  ])('that is written so is nobody: %j', (principal) => expect(naming()(principal)).toBeUndefined());
});

describe('the settings of login by Kerberos', () => {
  const keytab = '/etc/http.keytab';
  it.each([
    [{}, 'keytab'],
    [{ keytab, servicePrincipals: [] }, 'expected at least one principal'],
    [{ keytab, servicePrincipals: ['HTTP/host'] }, 'expected a principal with its realm: name@REALM'],
    [{ keytab, servicePrincipals: ['HTTP@EXAMPLE.ORG'] }, 'expected a service, host and realm'],
    [{ keytab, realms: [] }, 'expected at least one realm'],
    [{ keytab, realms: [{ realm: '' }] }, 'expected the name of a realm'],
    [{ keytab, realms: [{ realm: 'A/B@C' }] }, 'expected the name of a realm'],
    [{ keytab, realms: [{ realm: 'A' }, { realm: 'A', keepRealm: true }] }, 'expected each realm once'],
    [{ keytab, principals: [{ principal: 'ann', loginName: 'ann' }] }, 'expected a principal with its realm'],
    [{ keytab, maximumTokenBytes: 65_536 }, 'maximumTokenBytes'],
    [{ keytab, groups: 'import' }, 'groups'],
  ])('may not be %j', (settings, message) => {
    expect(kerberosSettings.safeParse(settings).error?.message).toContain(message);
  });
});
