import { initialsOf, nameKeyOf, newObjectId } from './user.js';

describe('a new object id', () => {
  it('has 32 upper-case hexadecimal digits and is another each time', () => {
    const ids = new Set(Array.from({ length: 100 }, newObjectId));
    expect(ids.size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[0-9A-F]{32}$/);
  });
});

describe('initials', () => {
  it.each([
    ['Administrator', 'A'],
    ['Ada Lovelace', 'AL'],
    ['Public / Guest', 'PG'],
    ["  jean-luc  o'neill ", 'JO'],
    ['élodie ßen 3rd', 'ÉSS3'],
    ['𝒜da Ω', '𝒜Ω'],
    ['', ''],
  ])('of "%s" are "%s"', (fullName, initials) => {
    expect(initialsOf(fullName)).toBe(initials);
  });
});

describe('the key of a name', () => {
  it('ignores case and compatibility forms', () => {
    expect(nameKeyOf('ADMIN')).toBe('admin');
    expect(nameKeyOf('Ａｄｍｉｎ')).toBe('admin');
    expect(nameKeyOf('e\u0301')).toBe(nameKeyOf('É'));
  });

  it('is its own key', () => {
    for (const name of ['İstanbul', 'ΟΔΟΣ', 'ﬀ', 'Straße', 'ǅ'])
      expect(nameKeyOf(nameKeyOf(name))).toBe(nameKeyOf(name));
  });

  it('keeps different letters apart', () => {
    expect(nameKeyOf('ä')).not.toBe(nameKeyOf('a'));
  });
});
