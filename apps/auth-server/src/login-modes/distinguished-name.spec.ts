import { escapeNameValue, firstNameValue, isDistinguishedName, normalName } from './distinguished-name.js';

describe('a distinguished name', () => {
  it.each([
    'uid=ann,ou=people,dc=example,dc=org',
    'UID=Ann,OU=People,DC=Example,DC=ORG',
    ' uid = ann , ou=people; dc=example,dc=org ',
    'uid=a\\6En,ou=people,dc=example,dc=org',
    'uid="ann",ou=people,dc=example,dc=org',
  ])('is the same entry written as %s', (name) => {
    expect(normalName(name)).toBe('uid=ann,ou=people,dc=example,dc=org');
  });

  it('is read with whatever stands in its values', () => {
    expect(normalName("CN=O'Brien\\, Pat \\28x\\29*,OU=A\\+B")).toBe("cn=o'brien\\2c pat (x)*,ou=a\\2bb");
    expect(normalName('cn=J\\C3\\BCrgen  \\E5\\B1\\B1\\ ,dc=x')).toBe('cn=jürgen 山,dc=x');
    expect(normalName('sn=b+cn=a,dc=x')).toBe(normalName('cn=A + SN=B,dc=x'));
    expect(normalName('cn="a, \\"b\\"",dc=x')).toBe(normalName('cn=a\\, \\"b\\",dc=x'));
    expect(firstNameValue('CN=Sales\\, West,OU=Groups')).toBe('Sales, West');
    expect(firstNameValue('cn=,dc=x')).toBe('');
  });

  it.each([
    '',
    'ann',
    'ann@example.org',
    'uid=ann,',
    'uid=ann,,dc=x',
    '=ann',
    'uid=a"b,dc=x',
    'uid="ann,dc=x',
    'uid=a\\',
  ])('is not %j', (text) => {
    expect(isDistinguishedName(text)).toBe(false);
  });

  it('takes any text as a value, and gives it back', () => {
    for (const text of ['ann', 'a,b+c="d"<e>;f\\g#h=i', '#1', ' a b ', ' ', 'nul\0', 'jürgen 山田', '\\2C']) {
      const name = `cn=${escapeNameValue(text)},dc=x`;
      expect(firstNameValue(name)).toBe(text.trim());
      expect(normalName(name).match(/[^\\],/g)).toHaveLength(1);
    }
    expect(escapeNameValue(' #a, ')).toBe('\\20\\23a\\2c\\20');
  });

  it('is read in time, however it is made', () => {
    const begin = performance.now();
    for (const part of ['\\', '"', ' ', '=', ',', '\\ ', 'a=', '"\\']) normalName(`cn=${part.repeat(4000)}`);
    expect(performance.now() - begin).toBeLessThan(500);
  });
});
