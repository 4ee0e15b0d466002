import { fileFor, modulesOf } from './exports.js';

describe('the exports of a package', () => {
  it('are modules where they lead to JavaScript', () => {
    const exports = {
      '.': { '@mstr-rest/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
      './browser': './dist/browser.js',
      './openapi.yaml': './spec/openapi.yaml',
      './package.json': './package.json',
    };
    expect(modulesOf({ name: '@a/b', version: '1.0.0', exports })).toEqual([
      { name: '@a/b', key: '.' },
      { name: '@a/b/browser', key: './browser' },
    ]);
  });

  it('lead where the first condition that holds says', () => {
    const target = { browser: { types: './b.d.ts', default: './b.js' }, types: './i.d.ts', default: './i.js' };
    expect(fileFor(target, ['types', 'import', 'default'])).toBe('./i.d.ts');
    expect(fileFor(target, ['browser', 'types', 'default'])).toBe('./b.d.ts');
    expect(fileFor(target, ['node'])).toBeUndefined();
  });
});
