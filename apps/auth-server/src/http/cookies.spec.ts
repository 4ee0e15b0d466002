import { cookieSuffix, sessionCookiesOf } from './cookies.js';

const value = '0123456789ABCDEF0123456789ABCDEF';
const other = 'F'.repeat(32);

describe('reading session cookies', () => {
  it.each([
    ['one cookie', `JSESSIONID=${value}`, [value]],
    ['one among others', `a=b; JSESSIONID=${value}; library-ingress=1|2`, [value]],
    ['pairs joined without a blank', `a=b;JSESSIONID=${value};c=d`, [value]],
    ['a whole Set-Cookie', `JSESSIONID=${value}; Path=/MicroStrategyLibrary; HttpOnly`, [value]],
    ['a pair without a name', `; ${value}; JSESSIONID=${value}`, [value]],
    ['a quoted value', `JSESSIONID="${value}"`, [value]],
    ['cookies of two paths', `JSESSIONID=${value}; JSESSIONID=${other}`, [value, other]],
    ['no header', undefined, []],
    ['a value of another form', 'JSESSIONID=node01abc', []],
    ['lower-case digits', `JSESSIONID=${'a'.repeat(32)}`, []],
    ['a digit too many', `JSESSIONID=${value}0`, []],
    ['a quote too few', `JSESSIONID="${value}`, []],
    ['a name that only ends like it', `XJSESSIONID=${value}`, []],
  ])('reads %s', (_title, header, expected) => {
    expect(sessionCookiesOf(header)).toEqual(expected);
  });

  it('tries no more than four', () => {
    expect(sessionCookiesOf(Array.from({ length: 9 }, () => `JSESSIONID=${value}`).join('; '))).toHaveLength(4);
  });
});

describe('setting the session cookie', () => {
  it('keeps it from scripts, other sites and other paths', () => {
    const attributes = { path: '/MicroStrategyLibrary', secure: false, sameSite: 'Lax', partitioned: false } as const;
    expect(cookieSuffix(attributes)).toBe('; Path=/MicroStrategyLibrary; HttpOnly; SameSite=Lax');
  });

  it('can be sent by pages of other sites where that is configured', () => {
    const attributes = { path: '', secure: true, sameSite: 'None', partitioned: true } as const;
    expect(cookieSuffix(attributes)).toBe('; Path=/; Secure; HttpOnly; SameSite=None; Partitioned');
  });
});
