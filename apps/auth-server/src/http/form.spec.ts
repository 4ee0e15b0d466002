import { parseForm } from './form.js';

describe('reading a form', () => {
  it('decodes names and values', () => {
    expect({ ...parseForm('user+name=a%26b&empty=&flag&%C3%BC=%F0%9F%98%80') }).toEqual({
      'user name': 'a&b',
      empty: '',
      flag: '',
      ü: '😀',
    });
  });

  it.each(['a=%', 'a=%zz', '%ff=1', 'a=%C3'])('refuses the bad encoding %j', (text) => {
    expect(() => parseForm(text)).toThrow('percent-encoded');
  });

  it.each(['a=1&a=2', '__proto__=1&__proto__=2'])('refuses the repeated name in %j', (text) => {
    expect(() => parseForm(text)).toThrow('repeated');
  });

  it('lets no field reach the prototype of objects', () => {
    const form = parseForm('__proto__=x&constructor=y');
    expect(Object.keys(form)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
