import { absent, floors } from './advisories.js';
import { installedPackages, isAtLeast, isMendedIn } from './installed.js';

describe('the installed packages', () => {
  const installed = installedPackages();

  it('are read from the lock file, also those that others bring along', () => {
    expect(installed.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@nestjs/core', 'passport', 'find-my-way']),
    );
  });

  it.each(floors)('are no version of $name below $atLeast', ({ name, atLeast, alsoMended = [] }) => {
    const below = installed
      .filter((one) => name.test(one.name) && !isAtLeast(one.version, atLeast))
      .filter(({ version }) => !alsoMended.some((mended) => isMendedIn(version, mended)));
    expect(below).toEqual([]);
  });

  it.each(absent)('do not include %s (%s)', (name) => {
    expect(installed.filter((one) => one.name === name)).toEqual([]);
  });
});

describe('the comparison of versions', () => {
  it.each([
    ['8.4.0', '8.4.0', true],
    ['8.4.2', '8.4.0', true],
    ['8.10.0', '8.4.0', true],
    ['11.0.0', '8.4.0', true],
    ['8.3.9', '8.4.0', false],
    ['0.1.12', '8.4.0', false],
    ['8.4.0-beta.1', '8.4.0', false],
    ['8.4.1-beta.1', '8.4.0', true],
  ])('says of %s at least %s: %s', (version, floor, expected) => {
    expect(isAtLeast(version, floor)).toBe(expected);
  });
});

describe('an older line that was mended', () => {
  it.each([
    ['0.1.13', true],
    ['0.1.20', true],
    ['0.1.12', false],
    ['0.2.0', false],
    ['0.10.14', false],
  ])('has %s: %s', (version, expected) => {
    expect(isMendedIn(version, '0.1.13')).toBe(expected);
  });
});

describe('the reading of a lock file', () => {
  it('sees scoped, nested and aliased packages, and not those of this repository', () => {
    const packages = {
      '': { name: 'root', version: '1.0.0' },
      'apps/server': { name: 'server', version: '1.0.0' },
      'node_modules/server': { link: true },
      'node_modules/@a/b': { version: '1.0.0' },
      'node_modules/@a/b/node_modules/c': { version: '2.0.0' },
      'node_modules/alias': { name: 'ldapjs', version: '3.0.0' },
    };
    expect(installedPackages(JSON.stringify({ packages }))).toEqual([
      { name: '@a/b', version: '1.0.0' },
      { name: 'c', version: '2.0.0' },
      { name: 'ldapjs', version: '3.0.0' },
    ]);
  });
});
