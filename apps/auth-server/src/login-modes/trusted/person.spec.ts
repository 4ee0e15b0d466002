import { namesOf, personIn } from './person.js';
import { trustedSettings } from './settings.js';

function reading(settings: object = {}) {
  const { custom, ...parsed } = trustedSettings.parse({ proxies: ['10.0.0.1'], ...settings });
  const names = namesOf({ custom, ...parsed });
  return (headers: Record<string, string | string[]>) => personIn({ headers }, names, custom);
}
/** As Node shows the bytes that a proxy sends for this text. */
const onTheWire = (text: string) => Buffer.from(text).toString('latin1');

describe('the person that headers name', () => {
  it('has the login name of the header that the product is known for', () => {
    expect(reading({ provider: 1 })({ 'iv-user': 'ada' })).toEqual({ loginName: 'ada' });
    expect(reading({ provider: 2 })({ sm_user: 'ada', sm_universalid: '4711' })).toEqual({ loginName: 'ada' });
    expect(reading({ provider: 2 })({ sm_user: '', sm_universalid: '4711' })).toEqual({ loginName: '4711' });
    expect(reading({ provider: 4 })({ oam_remote_user: 'ada' })).toEqual({ loginName: 'ada' });
    expect(reading({ provider: 6 })({ pf_auth_subject: 'ada' })).toEqual({ loginName: 'ada' });
    expect(reading()({ 'mstr-user-id': 'ada', sm_user: 'bob' })).toEqual({ loginName: 'ada' });
  });

  it('has the name, the address and the groups that a custom provider sends', () => {
    const sent = {
      'mstr-user-id': 'ada',
      'mstr-user-fullname': onTheWire('Ada Łovelace'),
      'mstr-user-email': 'ada@example.com',
      'mstr-user-groups': 'Analysts, Poets,,Analysts',
      'mstr-user-language': 'en',
      'mstr-user-distinguished-name': 'uid=ada,dc=example',
    };
    expect(reading()(sent)).toEqual({
      loginName: 'ada',
      fullName: 'Ada Łovelace',
      email: 'ada@example.com',
      groups: ['Analysts', 'Poets'],
    });
    const custom = { LoginParam: 'X-User', GroupsParam: 'X-Groups', GroupSeparator: ';' };
    expect(reading({ custom })({ 'x-user': 'ada', 'x-groups': 'a,b; c' })).toEqual({
      loginName: 'ada',
      groups: ['a,b', 'c'],
    });
  });

  it('is in the groups whose distinguished names are listed', () => {
    const read = reading({ custom: { GroupSeparator: ';', GroupFormat: 'distinguishedName' } });
    const groups = String.raw`CN=Sales\, West,OU=Groups;cn=Gr\C3\BC\C3\9Fe+ou=x,dc=e;cn=back\5Cslash,dc=e;nonsense`;
    expect(read({ 'mstr-user-id': 'ada', 'mstr-user-groups': groups })?.groups).toEqual([
      'Sales, West',
      'Grüße',
      String.raw`back\slash`,
    ]);
  });

  it.each([
    ['there is no header', {}],
    ['it is empty', { 'mstr-user-id': '' }],
    ['it is blank', { 'mstr-user-id': onTheWire('\u00A0') }],
    ['it comes twice', { 'mstr-user-id': ['ada', 'ada'] }],
    ['it is no UTF-8', { 'mstr-user-id': 'ad\u00E4' }],
    ['it has a control character', { 'mstr-user-id': 'ada\tbob' }],
    ['it has a character that nobody sees', { 'mstr-user-id': onTheWire('a\u200Bda') }],
    ['it is too long', { 'mstr-user-id': 'a'.repeat(251) }],
    ['another header of theirs comes twice', { 'mstr-user-id': 'ada', 'mstr-user-groups': ['a', 'b'] }],
    ['another header of theirs is not readable', { 'mstr-user-id': 'ada', 'mstr-user-email': '\u00FF' }],
    ['another header of theirs is too long', { 'mstr-user-id': 'ada', 'mstr-user-fullname': 'a'.repeat(251) }],
  ])('is nobody where %s', (_, headers) => expect(reading()(headers)).toBeUndefined());

  it('is nobody where the product says so', () => {
    expect(reading({ provider: 1 })({ 'iv-user': 'Unauthenticated' })).toBeUndefined();
    expect(reading({ provider: 4 })({ oam_remote_user: 'anonymous' })).toBeUndefined();
  });
});
