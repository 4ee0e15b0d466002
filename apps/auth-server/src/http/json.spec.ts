import { parseJson } from './json.js';

describe('reading JSON', () => {
  it('reads what is valid', () => {
    expect(parseJson('{"a":[1,{"b":null}],"c":{"a":1}}')).toEqual({ a: [1, { b: null }], c: { a: 1 } });
    expect(parseJson(`${'['.repeat(32)}${']'.repeat(32)}`)).toBeDefined();
  });

  it.each([
    '{',
    '{"a":1,}',
    "{'a':1}",
    '// comment\n{}',
    '{"a":1}{"b":2}',
    '\u0000',
    '{"a":1,"a":2}',
    '{"a":{"b":1,"\\u0062":2}}',
    `${'['.repeat(33)}${']'.repeat(33)}`,
    `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
  ])('refuses %.40j', (text) => {
    expect(() => parseJson(text)).toThrow('Invalid JSON');
  });

  it('lets no name reach the prototype of objects', () => {
    const value = parseJson('{"__proto__":{"polluted":true}}') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
