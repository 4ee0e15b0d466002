import { checkContents } from './contents.js';

const good = ['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.js', 'dist/worker.mjs', 'package.json'];
const sources = ['index.ts', 'worker.mjs'];

describe('the contents of a package', () => {
  it('are good where they are built files, licence and README', () => {
    expect(checkContents(good, sources)).toEqual([]);
  });

  it.each(['LICENSE', 'README.md', 'package.json'])('must have %s', (name) => {
    const without = good.filter((file) => file !== name);
    expect(checkContents(without, sources)).toEqual([`${name} is missing`]);
  });

  it.each(['src/index.ts', 'dist/index.spec.js', 'dist/store.contract.js', 'dist/test/x.js', 'tsconfig.json', '.env'])(
    'must not have %s',
    (name) => {
      expect(checkContents([...good, name], [...sources, 'index.spec.ts', 'store.contract.ts', 'test/x.ts'])).toEqual([
        expect.stringContaining(`${name} is a`),
      ]);
    },
  );

  it('must not have what was built from a source that is gone', () => {
    expect(checkContents([...good, 'dist/old.js'], sources)).toEqual([
      expect.stringContaining('dist/old.js has no source'),
    ]);
  });

  it('must have been built', () => {
    expect(checkContents(['LICENSE', 'README.md', 'package.json'], sources)).toEqual([
      expect.stringContaining('build first'),
    ]);
  });
});
