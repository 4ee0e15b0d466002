import { FilterTemplate } from './filter-template.js';

describe('a search filter with places for values', () => {
  const fill = (text: string, values: Record<string, string>) =>
    new FilterTemplate(text, Object.keys(values)).fill(values).toString();

  it('gets values in, also inside of others and behind a matching rule', () => {
    expect(fill('(&(objectClass=person)(|(uid={{loginName}})(!(mail={{loginName}}@x))))', { loginName: 'ann' })).toBe(
      '(&(objectClass=person)(|(uid=ann)(!(mail=ann@x))))',
    );
    expect(fill('(member:1.2.840.113556.1.4.1941:={{dn}})', { dn: 'cn=a,dc=x' })).toBe(
      '(member:1.2.840.113556.1.4.1941:=cn=a,dc=x)',
    );
    expect(fill('uid={{loginName}}', { loginName: 'ann' })).toBe('(uid=ann)');
  });

  it.each(['*', ')(uid=*', '\\2a', '(', '\0', '{{loginName}}', '$&'])(
    'takes %j for what it is: a value',
    (loginName) => {
      const filter = new FilterTemplate('(uid={{loginName}})', ['loginName']).fill({ loginName });
      expect(filter).toMatchObject({ attribute: 'uid', value: loginName });
    },
  );

  it('stays as it is, whatever it was filled with', () => {
    const template = new FilterTemplate('(uid={{loginName}})', ['loginName']);
    template.fill({ loginName: 'ann' });
    expect(template.fill({ loginName: 'bob' }).toString()).toBe('(uid=bob)');
  });

  it.each([
    ['(uid={{loginName}}', 'Unbalanced parens'],
    ['(uid=ann)', '{{loginName}} is missing'],
    ['(uid={{username}})', 'there is no {{username}} here'],
    ['(uid={{loginName}}*)', 'may only be a value that has to be equal'],
    ['({{loginName}}=x)', 'Invalid attribute name'],
    ['(uid>={{loginName}})', 'may only be a value that has to be equal'],
    ['', 'cannot be empty'],
  ])('is refused as %j', (text, message) => {
    expect(() => new FilterTemplate(text, ['loginName'])).toThrow(message);
  });
});
