import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPackages, root } from '../packages.js';
import { matrixTable, tests } from './matrix.js';

describe('the table of the README that says where the packages run', () => {
  it('is what the tests try', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`\n\n${matrixTable()}\n`);
  });

  it('has every package, and tests that are there', () => {
    for (const { manifest } of publishedPackages()) expect(matrixTable()).toContain(`| \`${manifest.name}\` |`);
    expect(Object.values(tests).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
