import { headerText } from './header-text.js';

describe('a text in a header', () => {
  it.each(['ann', 'ann@example.com', 'Ann-Marie_O.'])('stands as it is where it is plain: %s', (text) => {
    expect(headerText(text)).toBe(text);
  });

  it.each([
    'Zoë Ünal',
    '雪',
    '💡',
    'DOMAIN\\ann',
    'a,b;c="d"',
    '100 %',
    '%41',
    'a+b',
    '\r\nX-Auth-User-Id: 1',
    '\0',
    ' ',
  ])('has nothing in it that ends or begins anything, and can be read again: %j', (text) => {
    expect(headerText(text)).toMatch(/^[A-Za-z0-9._~!*'()%@-]+$/);
    expect(decodeURIComponent(headerText(text))).toBe(text);
  });

  it('is there where half a character is missing', () => {
    expect(decodeURIComponent(headerText('a\ud83d'))).toBe('a\ufffd');
  });
});
